"""What is published: figures set together, each with the rows it stands on."""
