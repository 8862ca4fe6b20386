# A case at the desk.
