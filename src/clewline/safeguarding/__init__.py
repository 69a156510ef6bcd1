"""Whoever is found is helped first: the path of protection, what it asks of whom, and what it holds back."""
