"""Accounts, for administrators: who may log in, and what their work is. Nothing here opens a case."""
