"""The command line: one file per command. Data goes to stdout, progress and problems to stderr."""
