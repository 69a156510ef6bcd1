"""What is owed to the people of a case: due, overdue and done; a duty that is overdue stands on first pages too."""
