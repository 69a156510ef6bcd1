"""Findings of a case: what was weighed, with its working; the facts apart from it; a statement to take out."""
