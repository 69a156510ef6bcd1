"""A case: everything that was recorded, in order of day; an entry, and the line that it rests on."""
