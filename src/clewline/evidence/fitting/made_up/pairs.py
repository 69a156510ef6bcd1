"""Pairs of phones made up from people's tracks, of the four kinds that a fit tells apart.

same      one person's day, dealt to two phones that share no fix
random    one person's day and another person's, moved onto one day
nearby    the same, where the two ways lie so close that a use of one phone is near those of the other
habit     two days of one person, moved onto one day: what one person's ways have in common, without travel together

Each phone has background: further days of its person. Nobody but the two people of a pair is in its records, so that a
pair takes part in a fit only where both may.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.fitting.made_up.setting import FEWEST_USES, KINDS, Setting, setting
from clewline.evidence.fitting.made_up.tracks import BEGINS_S, DAY, SLOT_S, Ways
from clewline.evidence.reach import EARTH
from clewline.evidence.travel.places import F64, I64, Bools, distinct, make_sites
from clewline.evidence.travel.timelines import Pairs, Timelines, make_timelines

AT_ONCE = 450
"""Pairs of one setting; they are one another's crowd."""
TRIES = 6
"""Days that do not go together are drawn again, up to so often for each pair."""
VARIES = 0.3
"""Standard deviation of the log of one phone's rate by the setting's."""
LEAST_OVERLAP, LEAST_SPAN, FEWEST_FIXES = 20, 10, 6
"""Five minutes that two days share, or that each has between the other's ends; and fixes that are left of each."""
SHARED_HOURS, ALIKE, CLOSE_BY = 0.6, 0.4, 0.75
"""How often two days are cut to the five minutes of both; two phones are busy alike; a second person is sought near."""
NEIGHBOUR_M = 2_500.0
"""Distance of two people's middles at which the one is half as likely to be sought as a house-mate."""
NEAR_M, NEAR_REACHES = 3_000.0, 3.0
"""A pair is nearby where the median hop is shorter than the first, or than so many reaches of a cell."""


@dataclass(frozen=True, kw_only=True)
class MadeUp:
    """The pairs of one setting, with the records of their phones; one value a pair, but for the lines."""

    lines: Timelines
    pairs: Pairs
    same: Bools
    kind: NDArray[np.str_]
    first: I64
    """Number of the first phone's person."""
    second: I64

    def __len__(self) -> int:
        return len(self.same)


@dataclass(frozen=True)
class _Side:
    """One phone's day."""

    person: int
    day: int
    rate: float
    rows: I64
    """Fixes at which the phone may be used; then those at which it is."""


def made_up(ways: tuple[Ways, Ways], many: int, chance: np.random.Generator) -> Iterator[MadeUp]:
    """Yield `many` made-up pairs, or fewer where too few days go together, by settings."""
    for begin in range(0, many, AT_ONCE):
        own, *sites = chance.spawn(3)
        yield made_in(setting(ways, own, sites), min(AT_ONCE, many - begin))


def made_in(of: Setting, many: int) -> MadeUp:
    """Return `many` pairs made up in one setting, or fewer; none of fewer than two people."""
    made = _Made(of)
    for _ in range(TRIES * many if len(of.ways.people) > 1 else 0):
        if len(made.truth) == many:
            break
        if (sides := _dealt(of)) is not None:
            made.add(*sides)
    return made.whole()


def _dealt(of: Setting) -> tuple[str, _Side, _Side] | None:
    """Draw two phones' days and their uses; None where the days do not go together."""
    chance = of.chance
    kind = str(chance.choice(list(KINDS), p=list(KINDS.values())))
    i = int(chance.integers(len(of.ways.people)))
    a = int(of.ways.people[i])
    on = of.one_of(of.ways.days[a])
    b, other = _other(of, kind, i, on)
    rates = [of.rate * float(np.exp(chance.normal(0, VARIES))) for _ in range(2)]
    shift = (on - other) * DAY
    slots = _slots(of, kind, (a, on), (b, other), shift // SLOT_S)
    if slots is None:
        return None
    t = of.ways.tracks.t
    days = of.ways.days[a][on], of.ways.days[b][other]
    rows = [
        day[np.isin((t[day] + moved) // SLOT_S, some)]
        for day, some, moved in zip(days, slots, (0, shift), strict=True)
    ]
    if min(len(r) for r in rows) < FEWEST_FIXES:
        return None
    busy = of.busy()
    theirs = busy if chance.random() < ALIKE else of.busy()
    used = of.uses(rows[0], rates[0], busy)
    free = np.setdiff1d(rows[1], used) if kind == "same" else rows[1]
    second = of.uses(free, rates[1], theirs)
    if min(len(used), len(second)) < FEWEST_USES:
        return None
    return kind, _Side(a, on, rates[0], used), _Side(b, other, rates[1], second)


def _other(of: Setting, kind: str, i: int, on: int) -> tuple[int, int]:
    """Draw whose day the second phone's is, and which."""
    people, days = of.ways.people, of.ways.days
    a = int(people[i])
    if kind == "same":
        return a, on
    if kind == "habit":
        return a, of.one_of([day for day in days[a] if day != on])
    weight = np.ones(len(people))
    if of.chance.random() < CLOSE_BY:
        far = np.hypot(*(of.ways.middles - of.ways.middles[i]).T)
        weight = 1 / (1 + (far / NEIGHBOUR_M) ** 2)
    weight[i] = 0
    b = int(people[of.chance.choice(len(people), p=weight / weight.sum())])
    return b, of.one_of(days[b])


def _slots(
    of: Setting, kind: str, one: tuple[int, int], other: tuple[int, int], shift: int
) -> tuple[I64, I64] | None:
    """Draw in which five minutes of the first phone's day each phone may be used; None where too few are left."""
    a, b = of.ways.slots(*one), of.ways.slots(*other) + shift
    if kind == "same":
        long = int(of.chance.integers(LEAST_OVERLAP, max(LEAST_OVERLAP + 1, len(a))))
        begin = int(of.chance.integers(0, max(1, len(a) - long + 1)))
        part = a[begin : begin + long]
        return part, part
    if of.chance.random() < SHARED_HOURS:
        both = np.intersect1d(a, b)
        return (both, both) if len(both) >= LEAST_OVERLAP else None
    low, high = max(a.min(), b.min()), min(a.max(), b.max())
    a, b = (v[(v >= low) & (v <= high)] for v in (a, b))
    return (a, b) if min(len(a), len(b)) >= LEAST_SPAN else None


class _Made:
    """Collects the records and pairs of a setting."""

    def __init__(self, of: Setting) -> None:
        self._of = of
        none = np.zeros(0)
        self._records: list[tuple[F64, ...]] = [(none,) * 5]
        """Of each day of a phone: number of the phone, time, metres east and north of the site, operator."""
        self._phones = 0
        self._windows: list[float] = []
        self.truth: list[tuple[bool, str, int, int]] = []

    def add(self, kind: str, one: _Side, other: _Side) -> None:
        """Deal the uses to two phones of some operator each, and give both background."""
        chance = self._of.chance
        first = int(chance.integers(2))
        second = first if chance.random() < self._of.one_operator else 1 - first
        shift = float((one.day - other.day) * DAY)
        a = self._write(self._phones, one.rows, first)
        b = self._write(self._phones + 1, other.rows, second, shift)
        if kind == "other":
            kind = "nearby" if _median_hop(a, b) < self._near() else "random"
        for n, side, operator in ((0, one, first), (1, other, second)):
            days = self._of.ways.days[side.person]
            rest = [day for day in days if day not in (one.day, other.day)]
            for day in chance.permutation(rest)[: self._of.background].tolist():
                self._write(self._phones + n, self._of.uses(days[day], side.rate), operator)
        self._phones += 2
        self._windows.append(float(one.day * DAY + BEGINS_S))
        self.truth.append((kind == "same", kind, one.person, other.person))

    def whole(self) -> MadeUp:
        """Return the pairs; the sites lie about the middle of the tracks."""
        phone, t, east, north, operator = (np.concatenate(v) for v in zip(*self._records, strict=True))
        middle = self._of.ways.tracks.lat
        lat = middle + np.degrees(north / EARTH)
        lon = np.degrees(east / (EARTH * np.cos(np.radians(middle))))
        at, place = distinct(lat, lon, operator.astype(np.int64))
        sites = make_sites(lat[at], lon[at], operator[at].astype(np.int64))
        begins = np.array(self._windows)
        a = np.arange(0, self._phones, 2)
        same, kind, first, second = zip(*self.truth, strict=True) if self.truth else ((),) * 4
        return MadeUp(
            lines=make_timelines(phone.astype(np.int64), t, place, sites, phones=self._phones),
            pairs=Pairs(a=a, b=a + 1, start=begins, end=begins + DAY),
            same=np.array(same, np.bool_),
            kind=np.array(kind, np.str_),
            first=np.array(first, np.int64),
            second=np.array(second, np.int64),
        )

    def _write(self, phone: int, rows: I64, operator: int, shift: float = 0.0) -> tuple[F64, F64]:
        """Write a day of a phone's uses, and return when each was and where the site is that served it."""
        of, tracks = self._of, self._of.ways.tracks
        network = of.networks[operator]
        x, y = tracks.x[rows] * of.stretched, tracks.y[rows] * of.stretched
        site = network.sites[network.serve(x, y, of.chance)]
        t, n = tracks.t[rows] + shift, len(rows)
        self._records.append(
            (np.full(n, float(phone)), t, site[:, 0], site[:, 1], np.full(n, float(operator)))
        )
        return t, site

    def _near(self) -> float:
        return max(NEAR_M, NEAR_REACHES * 500 / float(np.sqrt(self._of.density)))


def _median_hop(a: tuple[F64, F64], b: tuple[F64, F64]) -> float:
    """Return the median distance in metres between uses of the two phones that follow each other."""
    t, site = np.r_[a[0], b[0]], np.r_[a[1], b[1]]
    side = np.r_[np.zeros(len(a[0])), np.ones(len(b[0]))]
    order = np.argsort(t, kind="stable")
    side, site = side[order], site[order]
    hop = np.flatnonzero(side[1:] != side[:-1])
    return float(np.median(np.hypot(*(site[hop + 1] - site[hop]).T)))
