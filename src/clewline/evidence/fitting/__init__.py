"""Fit a model again: ONE FILE per evidence type that has one; the result is its parameters, scored on people unseen."""
