"""Search: one box over the numbers, names, references and ids of the asker's own cases."""
