"""Bulletins: written, released by a second person, and compared with what the record says since."""
