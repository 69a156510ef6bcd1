"""What we publish: one file per figure in `figures/`, named as its indicator.

A figure selects rows of entries; the number is the size or the sum of the selection, so that no number can
exist without the entries it stands on. A new published figure is one new file.
"""

from functools import cache

from clewline.catalogue import catalogue
from clewline.figures.counted import Counted, Origin, Row
from clewline.figures.figure import AGE_GROUP, Definition, Example, Figure, Part

__all__ = ["AGE_GROUP", "Counted", "Definition", "Example", "Figure", "Origin", "Part", "Row", "all_figures"]


@cache
def all_figures() -> dict[str, Figure]:
    """Return every figure by name, in name order."""
    return catalogue("clewline.figures.indicators", Figure)
