"""Who is a member of a case: for what, until when, and by whose say."""
