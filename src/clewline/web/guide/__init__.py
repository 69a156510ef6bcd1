"""The guide of signs that somebody may be exploited: open to anyone, to read on a phone and to print."""
