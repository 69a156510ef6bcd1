"""What is done with evidence types: fitted models are validated before a finding of theirs is read."""
