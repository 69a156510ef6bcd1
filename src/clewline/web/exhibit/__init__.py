"""Exhibits and authorities of a case, the files that were received, and how a batch is undone."""
