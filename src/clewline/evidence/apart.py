"""Uses of two phones so near in time that one carrier could not have come from the one cell to the other.

Everything in doubt is taken in favour of one carrier. Each cell may have served a phone as far off as cells reach; the
rest is a straight line at top speed; a time that can mean two instants leaves the longest time; a time that does not
date its use exactly says only that the use was at it or later, which bounds no journey, and is set aside.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from clewline.evidence.reach import farthest, metres
from clewline.evidence.use import NONE, CaseUses, Floats, Ints, Uses

SECOND = 1_000_000
TOP_SPEED = 63.0
"""Metres a second: 140 miles an hour, the fastest domestic trains of Britain (High Speed 1, London to Kent). Twice the
speed of a motorway. Aircraft and international trains are faster: see `WITHIN`, and the limits."""
WITHIN = 3600 * SECOND
"""Uses farther apart in time are not compared: within an hour nobody switches a phone off, flies, and uses it again. In
one politician's operator records, journeys of 470 km in 70 to 120 minutes were all that two hours would have added."""
SHARP = 10_000.0
"""Where a carrier could have come no farther than this many metres, a separation within a town could have shown."""
DAY = 86_400 * SECOND
"""One day is one episode: what explains one impossible pair, as a phone left with another person or a cell at a wrong
place, explains the next hour's too."""


@dataclass(frozen=True, kw_only=True)
class Crossings:
    """Uses of the one phone and of the other near in time: a value for each pair of uses, in order of time."""

    first: Ints
    """Row of the first phone."""
    second: Ints
    apart: Floats
    """Metres between the cells."""
    possible: Floats
    """Metres that both cells' reach and a journey at top speed cover."""
    seconds: Floats
    """The longest time between the two uses."""
    day: Ints
    """Whole days since the period began."""

    @cached_property
    def impossible(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return whether no single carrier can have made both uses."""
        return self.apart > self.possible

    @cached_property
    def needed(self) -> Floats:
        """Return the speed in metres a second that one carrier would need, both cells' reach taken off."""
        beyond = self.apart - (self.possible - TOP_SPEED * self.seconds)
        return np.maximum(beyond, 0) / np.maximum(self.seconds, 1)


def crossings(first: Uses, second: Uses, case: CaseUses, start: int) -> Crossings:
    """Return the pairs of uses, one of each phone, that are within an hour; days are counted from `start`."""
    a, b = _sharp(first), _sharp(second)
    starts = np.searchsorted(second.earliest[b], first.earliest[a] - WITHIN)
    ends = np.searchsorted(second.earliest[b], first.earliest[a] + WITHIN, side="right")
    many = ends - starts
    i = np.repeat(a, many)
    j = b[np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + np.repeat(starts, many)]
    longest = np.maximum(second.latest[j] - first.earliest[i], first.latest[i] - second.earliest[j])
    near = longest <= WITHIN
    i, j, seconds = i[near], j[near], longest[near] / SECOND
    place_i, place_j = first.place[i], second.place[j]
    far = _farthest(case)
    begun = np.minimum(first.earliest[i], second.earliest[j])
    order = np.lexsort((second.earliest[j], first.earliest[i], begun))
    return Crossings(
        first=i[order],
        second=j[order],
        apart=metres(case.places, place_i, place_j)[order],
        possible=(far[place_i] + far[place_j] + TOP_SPEED * seconds)[order],
        seconds=seconds[order],
        day=((begun - start) // DAY)[order],
    )


def _farthest(case: CaseUses) -> Floats:
    if "farthest" not in case.kept:
        case.kept["farthest"] = farthest(case.places)
    found: Floats = case.kept["farthest"]
    return found


def _sharp(uses: Uses) -> Ints:
    """Return the rows whose place and time are known, one for each minute at each place."""
    rows = np.flatnonzero(uses.exact & (uses.place != NONE))
    keys = (uses.earliest[rows] // (60 * SECOND), uses.latest[rows] // (60 * SECOND), uses.place[rows])
    _, firsts = np.unique(np.stack(keys), axis=1, return_index=True)
    found: Ints = rows[np.sort(firsts)]
    return found
