"""A made-up force and its partner, written as the files that real ones would send. Nobody in them is real."""

from clewline.simulate.margins import Margins, default_margins, read_margins
from clewline.simulate.simulate import simulate
from clewline.simulate.tables import SimulatedFile

__all__ = ["Margins", "SimulatedFile", "default_margins", "read_margins", "simulate"]
