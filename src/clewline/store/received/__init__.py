"""What comes in by the public form: drafts, and what was sent. It lies beside the record: no case is chosen by it."""
