"""ONE FILE per rule, named after what it finds."""
