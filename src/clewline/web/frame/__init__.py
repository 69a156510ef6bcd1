"""What all pages share: their frame, their forms' fields, and how they refuse."""
