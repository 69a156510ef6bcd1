"""Phone records: ONE FILE per source format, bytes to events, problems and blanks. A table's layout is a data file."""
