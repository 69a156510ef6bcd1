"""Made-up forces and their partners, written as the files that real ones would send. Nobody in them is real."""

from clewline.simulate.forces import NEIGHBOURS
from clewline.simulate.margins import Margins, default_margins, read_margins
from clewline.simulate.simulate import simulate
from clewline.simulate.tables import SimulatedFile

NEIGHBOUR = NEIGHBOURS[0]
"""The third force, where the margins do not name it."""

__all__ = ["NEIGHBOUR", "Margins", "SimulatedFile", "default_margins", "read_margins", "simulate"]
