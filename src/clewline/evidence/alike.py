"""How alike the usual places of two phones are, by place and time of day, beside those of other phones.

For a place at a time of day of which w is the share of a phone's parts of days (`habit.py`), u how usual it is for the
other phone, n that phone's parts of days, and c how usual it is for the phones of reference:

    r = ln((sqrt(n) u + c) / ((sqrt(n) + 1) c))

A place that is usual for the other phone and rare for the rest has a high r; one that everybody goes to has about 0; one
where the other phone never is has r = -ln(sqrt(n) + 1). Shares, not counts: more uses of a stay change nothing.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from clewline.evidence.habit import Habits, usual
from clewline.evidence.use import Floats, Ints

PRIOR, FEW = 0.1, 2.0
"""Among no phones of reference a place is taken as usual as 1 in 20; `FEW` is how many of them weigh as much."""
ENOUGH = 10.0
"""Parts of days of both phones at which their places count for about 0.7 of what unlimited ones would."""


@dataclass(frozen=True, kw_only=True)
class Alike:
    """The places of the one phone at times of day: a value for each."""

    column: Ints
    share: Floats
    """Of the phone's parts of days."""
    usual: Floats
    """For the other phone, from 0 to 1."""
    common: Floats
    """For the phones of reference."""
    others: Ints
    """Phones of reference that are there at that time of day in a tenth of their parts of days or more."""
    ratio: Floats
    """r above."""


def alike(one: Habits, other: Habits, reference: Habits, places: csr_matrix) -> Alike:
    """Return the places of the one phone, set beside the other phone's; each of the two `Habits` is of one phone."""
    column = one.at.indices.astype(np.int64)
    theirs = usual(other, column, places)[0]
    rest = usual(reference, column, places)
    common = (rest.sum(axis=0) + PRIOR) / (len(rest) + FEW)
    root = np.sqrt(other.parts.sum())
    return Alike(
        column=column,
        share=one.at.data / one.at.data.sum(),
        usual=theirs,
        common=common,
        others=(rest >= 0.1).sum(axis=0),
        ratio=np.log((root * theirs + common) / ((root + 1) * common)),
    )


def certainty(one: Habits, other: Habits) -> float:
    """Return how much the places of two phones count, from 0 to 1, by their parts of days."""
    a, b = one.parts.sum(), other.parts.sum()
    return float(np.sqrt(2 / ((a + ENOUGH) / a + (b + ENOUGH) / b)))


def parts(of: Alike, sure: float) -> Floats:
    """Return what each place brings to the three features: alike, unlike, expected."""
    each = np.column_stack((np.maximum(of.ratio, 0), -np.maximum(-of.ratio, 0), -np.ones(len(of.ratio))))
    return 0.5 * sure * of.share[:, None] * each
