"""What bodies published, over time."""
