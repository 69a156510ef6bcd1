"""What the national forms ask about a person: from the record, finished by hand, printed. Nothing is sent."""
