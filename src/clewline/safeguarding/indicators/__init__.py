"""ONE FILE PER INDICATOR: a sign that somebody may be exploited, in plain words."""
