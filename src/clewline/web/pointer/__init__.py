"""Pointers: who else holds a concern about a person, and who asked about a person of one's own case."""
