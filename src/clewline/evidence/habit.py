"""Where a phone is usually used at each time of day, and how usual a place is for it.

The day has eight parts of three hours, by the clocks asked for. Each part of a day on which a phone was used at known
places counts once, shared out equally among the places: a stay of many uses counts as one of few, and a day in one's
home town is not many events. How usual a place is for a phone at a time of day is the share of its parts of days at
that time that were in its neighbourhood (`reach.near`), with one part of a day of all times mixed in.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from clewline.evidence.clock import HOUR, local
from clewline.evidence.use import NONE, Floats, Ints, Uses

PARTS = 8
"""Parts of the day, of three hours each."""
_LONG = 24 // PARTS * HOUR
MIXED = 1.0
"""Parts of days of all times that are mixed into those of one."""


@dataclass(frozen=True, kw_only=True)
class Habits:
    """Where some phones were used at each time of day: a row for each phone."""

    at: csr_matrix
    """Parts of days by place and time of day; the column is place times `PARTS` and the part."""
    parts: Floats
    """Parts of days of each phone at each time of day."""

    def __len__(self) -> int:
        return len(self.parts)

    def take(self, phones: Ints) -> "Habits":
        """Return those of some phones."""
        return Habits(at=self.at[phones], parts=self.parts[phones])


@dataclass(frozen=True, kw_only=True)
class PartsOfDays:
    """Parts of days of one phone: a value for each day, part and place."""

    row: Ints
    """Which of these each use of the phone belongs to; `NONE` where its place is not known."""
    day: Ints
    column: Ints
    weight: Floats
    """One divided by the places of that part of the day."""


def parts_of_days(uses: Uses, zone: str) -> PartsOfDays:
    """Return the parts of days at places; a use whose time is not exact counts at its recorded time."""
    known = np.flatnonzero(uses.place != NONE)
    part = local(uses.earliest[known], zone) // _LONG
    places = int(uses.place.max(initial=0)) + 1
    both, which = np.unique(part * places + uses.place[known], return_inverse=True)
    part, place = both // places, both % places
    _, inverse, many = np.unique(part, return_inverse=True, return_counts=True)
    row = np.full(len(uses), NONE, np.int64)
    row[known] = which
    return PartsOfDays(
        row=row,
        day=part // PARTS,
        column=place * PARTS + part % PARTS,
        weight=1.0 / many[inverse],
    )


def habits(phones: Iterable[PartsOfDays], places: int) -> Habits:
    """Return the habits of the phones."""
    rows, columns, weights = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)], [np.zeros(0)]
    parts = []
    for at, one in enumerate(phones):
        rows.append(np.full(len(one.column), at))
        columns.append(one.column)
        weights.append(one.weight)
        parts.append(np.bincount(one.column % PARTS, one.weight, PARTS))
    where = (np.concatenate(rows), np.concatenate(columns))
    shape = (len(parts), places * PARTS)
    return Habits(
        at=csr_matrix((np.concatenate(weights), where), shape=shape),
        parts=np.array(parts, float).reshape(len(parts), PARTS),
    )


def usual(of: Habits, columns: Ints, near: csr_matrix) -> Floats:
    """Return how usual each place is for each phone at the time of day: phones by columns, each from 0 to 1."""
    place, part = columns // PARTS, columns % PARTS
    spots = near[place].tocoo()
    asked = np.arange(len(columns))
    many = near.shape[0] * PARTS
    then = csr_matrix((spots.data, (spots.col * PARTS + part[spots.row], spots.row)), (many, len(asked)))
    ever = csr_matrix(
        (
            np.repeat(spots.data, PARTS),
            (
                np.repeat(spots.col * PARTS, PARTS) + np.tile(np.arange(PARTS), len(spots.data)),
                np.repeat(spots.row, PARTS),
            ),
        ),
        (many, len(asked)),
    )
    total = np.maximum(of.parts.sum(axis=1, keepdims=True), 1e-9)
    found: Floats = (of.at @ then).toarray() + MIXED * (of.at @ ever).toarray() / total
    return found / (of.parts[:, part] + MIXED)
