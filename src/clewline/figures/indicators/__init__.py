"""ONE FILE per figure, named as its indicator."""
