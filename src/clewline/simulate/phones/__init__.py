"""The phone records of a made-up case, written as operators and examiners would send them. Nobody in them is real."""

from clewline.simulate.phones.pairs import labelled_pairs
from clewline.simulate.phones.scale import generic_chunks, generic_columns
from clewline.simulate.phones.simulate import read_authorities, simulate_phones

__all__ = ["generic_chunks", "generic_columns", "labelled_pairs", "read_authorities", "simulate_phones"]
