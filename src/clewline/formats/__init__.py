"""How each source's file becomes entries: one mapping file per system, and the readers that all of them share."""
