"""Who may do what, and who did: the permissions and the access log."""
