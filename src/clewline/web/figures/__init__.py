"""Figures: a period's numbers, each of which opens to the rows that it counts."""
