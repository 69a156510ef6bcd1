"""A referral on the case's side: what became of it, what is shared for it, and what the case's people do with it."""
