"""Taking a file in: sent, told what it is, looked at, taken in; and how far that is."""
