"""Where a person begins: their own cases, and what changed in them."""
