"""The public form: somebody without an account says whom they worry about, and comes back to see what came of it."""
