"""Recording by hand: choose a kind, fill in its form, check the answers; correct an entry, or withdraw it."""
