"""Version 1 of the API: one file a noun, with the shapes of what it answers. What is here stays."""
