"""Co-travel: how well one carrier explains the places of two phones.

The window's records of both phones are put on one time line. If one person carried both, a record follows from the
record just before it, whichever phone made it; if not, only from its own phone's. A HOP is where the line changes
phones. `places` knows sites and distances, `timelines` the records in order, `crossings` where two time lines cross,
`background` how usual a place is, `hops` what each hop is like, `kernel` how likely one place is after another, and
`ratio` what all of it says. `fit` makes a model from pairs whose truth is known.
"""
