"""Lines of a case: those recorded, the picture of one from its phone records, and the rows behind each number."""
