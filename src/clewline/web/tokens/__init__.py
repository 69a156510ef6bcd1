"""Tokens of the API: made by their holder alone, shown once, ended by their holder."""
