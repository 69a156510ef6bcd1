"""Who may see the record, and who did: accounts, memberships of cases, the access log. A Django app."""
