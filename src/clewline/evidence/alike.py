"""How alike the usual places of two phones are, by place and time of day, beside those of other phones.

For a place at a time of day of which w is the share of a phone's parts of days (`habit.py`), u how usual it is for the
other phone, n that phone's parts of days, and c how usual it is for the phones of reference:

    r = ln((sqrt(n) u + c) / ((sqrt(n) + 1) c))

A place that is usual for the other phone and rare for the rest has a high r; one that everybody goes to has about 0;
one where the other phone never is has r = -ln(sqrt(n) + 1). Shares, not counts: more uses of a stay change nothing.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from clewline.evidence.evidence_type import Question
from clewline.evidence.habit import PARTS, Habits, PartsOfDays, habits, parts_of_days, usual
from clewline.evidence.reach import near
from clewline.evidence.use import CaseUses, Floats, Ints, Uses

PRIOR, FEW = 0.1, 2.0
"""Among no phones of reference a place is taken as usual as 1 in 20; `FEW` is how many of them weigh as much."""
ENOUGH = 10.0
"""Parts of days of both phones at which their places count for about 0.7 of what unlimited ones would."""


ONE_NEIGHBOURHOOD = 0.3
"""Places that are so near count as one neighbourhood where a reader is told of them."""


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


@dataclass(frozen=True, kw_only=True)
class Compared:
    """Two phones with their parts of days, and the whole case that they are seen beside."""

    uses: tuple[Uses, Uses]
    parts: tuple[PartsOfDays, PartsOfDays]
    habits: tuple[Habits, Habits]
    case: Habits
    """Of all phones of the case, in their order."""
    near: csr_matrix

    @property
    def days(self) -> int:
        """Return the days of the phone that has fewer."""
        return min(len(np.unique(s.day)) for s in self.parts)

    @property
    def sure(self) -> float:
        """Return how much the places of the two count, from 0 to 1, by their parts of days."""
        a, b = (h.parts.sum() for h in self.habits)
        return float(np.sqrt(2 / ((a + ENOUGH) / a + (b + ENOUGH) / b)))

    def alike(self, reference: Ints) -> tuple[Alike, Alike]:
        """Return the places of each phone set beside the other's; `reference` says which phones of the case count."""
        one, other = self.habits
        rest = self.case.take(reference)
        return alike(one, other, rest, self.near), alike(other, one, rest, self.near)


def compared(question: Question) -> Compared:
    """Return the two phones in the period, by the clocks of the question."""
    zone = question.zone
    case, (whole, neighbours) = question.case, _whole(question.case, zone)
    first, second = (u.between(question.start, question.end) for u in (question.first, question.second))
    one, other = parts_of_days(first, zone), parts_of_days(second, zone)
    many = len(case.places.lat)
    return Compared(
        uses=(first, second),
        parts=(one, other),
        habits=(habits([one], many), habits([other], many)),
        case=whole,
        near=neighbours,
    )


def _whole(case: CaseUses, zone: str) -> tuple[Habits, csr_matrix]:
    name = f"habits by {zone}"
    if name not in case.kept:
        of = habits((parts_of_days(u, zone) for u in case.phones.values()), len(case.places.lat))
        case.kept[name] = (of, near(case.places))
    found: tuple[Habits, csr_matrix] = case.kept[name]
    return found


def brought(of: Alike, sure: float) -> Floats:
    """Return what each place brings to the three features: alike, unlike, expected."""
    each = np.column_stack((np.maximum(of.ratio, 0), -np.maximum(-of.ratio, 0), -np.ones(len(of.ratio))))
    found: Floats = 0.5 * sure * of.share[:, None] * each
    return found


def neighbourhoods(column: Ints, share: Floats, places: csr_matrix) -> Ints:
    """Return for each place at a time of day the one that its neighbourhood is told by, the most used."""
    names, which = np.unique(column, return_inverse=True)
    total = np.bincount(which, share, len(names))
    middle = np.full(len(names), -1, np.int64)
    for at in np.lexsort((names, -total)):
        if middle[at] < 0:
            close = places[names[at] // PARTS].toarray()[0, names // PARTS] >= ONE_NEIGHBOURHOOD
            middle[close & (names % PARTS == names[at] % PARTS) & (middle < 0)] = names[at]
    return middle[which]
