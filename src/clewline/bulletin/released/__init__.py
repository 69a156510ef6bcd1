"""What is kept of a bulletin: the rows of its numbers, what a reader can compute with, and what changed since."""
