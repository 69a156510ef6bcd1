"""What a partner sees: the referrals to it, and nothing of the cases that they come from."""
