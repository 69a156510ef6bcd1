"""The record in a database: tables, ledger, chain, seal, received files. A Django app."""
