# The inbox and its views.
