"""Protecting people: what must be done, by when, by whose authority."""
