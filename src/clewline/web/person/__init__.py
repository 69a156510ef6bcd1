"""People as recorded in a case: what is recorded of protecting them first, then all else."""
