# Searching at the desk.
