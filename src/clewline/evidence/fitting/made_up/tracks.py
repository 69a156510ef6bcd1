"""Where people really were: fixes on a plane in metres, stays filled in, and each person's days with enough of them."""

from dataclasses import dataclass

import numpy as np

from clewline.evidence.clock import local
from clewline.evidence.reach import EARTH
from clewline.evidence.travel.places import F64, I64, Bools
from clewline.evidence.use import Ints

DAY = 86_400
SECOND = 1_000_000
"""Microseconds."""
SLOT_S = 300
"""A fix speaks for the five minutes that it is in."""
BEGINS_S = 5 * 3_600
"""A day runs from five in the morning, when most people are where they sleep."""
FEWEST_SLOTS = 24
"""Two hours of a day must be known, or it is not dealt to a phone."""
FEWEST_DAYS = 3
"""Of a person: one day for each phone, and one of background."""
FARTHEST_M = 50_000.0
"""East, west, north or south of the middle: beyond it a fix is of a journey elsewhere, where no network is made up."""
SHORTEST_GAP_S, LONGEST_GAP_S, NO_FURTHER_M = 600, 14 * 3_600, 500.0
"""A gap is filled in as a stay where it is of this length, and the fixes before and after it lie no further apart."""


@dataclass(frozen=True, kw_only=True)
class Tracks:
    """Fixes by person and time; one value a fix."""

    person: I64
    """Number of the person."""
    t: F64
    """Seconds since 1970 on the clocks that the people live by."""
    x: F64
    """Metres east of the middle."""
    y: F64
    """Metres north of it."""
    lat: float
    """Degrees north of the middle."""

    def take(self, some: I64 | Bools) -> "Tracks":
        """Return some of the fixes."""
        return Tracks(person=self.person[some], t=self.t[some], x=self.x[some], y=self.y[some], lat=self.lat)


def tracks_of(
    person: I64, instant: Ints, lat: F64, lon: F64, *, zone: str, middle: tuple[float, float] | None = None
) -> Tracks:
    """Return the tracks of fixes in any order: microseconds since 1970 UTC, degrees north and east.

    `middle` is the town's, in degrees, where sites are made up densest; else the median of all fixes is. Fixes too far
    from it are left out.
    """
    order = np.lexsort((instant, person))
    north, east = (float(np.median(v)) for v in (lat, lon)) if middle is None else middle
    found = Tracks(
        person=person[order],
        t=local(instant, zone)[order] / SECOND,
        x=EARTH * np.cos(np.radians(north)) * np.radians(lon - east)[order],
        y=EARTH * np.radians(lat - north)[order],
        lat=north,
    )
    return found.take((np.abs(found.x) <= FARTHEST_M) & (np.abs(found.y) <= FARTHEST_M))


def with_stays(tracks: Tracks) -> Tracks:
    """Return the tracks with a fix every five minutes where a person stayed: tracks are of journeys, phones of days."""
    gap = np.diff(tracks.t)
    far = np.hypot(np.diff(tracks.x), np.diff(tracks.y))
    stayed = (np.diff(tracks.person) == 0) & (gap > SHORTEST_GAP_S) & (gap < LONGEST_GAP_S)
    at = np.flatnonzero(stayed & (far < NO_FURTHER_M))
    many = (gap[at] // SLOT_S).astype(np.int64) - 1
    k = np.repeat(at, many)
    step = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many) + 1
    part = step * SLOT_S / gap[k]
    person = np.r_[tracks.person, tracks.person[k]]
    t = np.r_[tracks.t, tracks.t[k] + float(SLOT_S) * step]
    x, y = (np.r_[v, v[k] + part * (v[k + 1] - v[k])] for v in (tracks.x, tracks.y))
    order = np.lexsort((t, person))
    return Tracks(person=person[order], t=t[order], x=x[order], y=y[order], lat=tracks.lat)


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Tracks cut into the days of each person that hold enough of them."""

    tracks: Tracks
    days: dict[int, dict[int, I64]]
    """Rows of the tracks, by person and number of the day."""
    people: I64
    """Those with days enough, in their order."""
    middles: F64
    """Median place of each of these people, people by 2."""

    def slots(self, person: int, day: int) -> I64:
        """Return the five minutes of a day in which the person has a fix."""
        return np.unique(self.tracks.t[self.days[person][day]] // SLOT_S).astype(np.int64)


def ways_of(tracks: Tracks) -> Ways:
    """Return the tracks by days."""
    day = ((tracks.t - BEGINS_S) // DAY).astype(np.int64)
    cut = np.flatnonzero((np.diff(tracks.person) != 0) | (np.diff(day) != 0)) + 1
    days: dict[int, dict[int, I64]] = {}
    for rows in np.split(np.arange(len(day)), cut) if len(day) else []:
        if len(np.unique(tracks.t[rows] // SLOT_S)) >= FEWEST_SLOTS:
            days.setdefault(int(tracks.person[rows[0]]), {})[int(day[rows[0]])] = rows
    people = [p for p, some in days.items() if len(some) >= FEWEST_DAYS]
    middles = [[float(np.median(v[tracks.person == p])) for v in (tracks.x, tracks.y)] for p in people]
    return Ways(
        tracks=tracks,
        days=days,
        people=np.array(people, np.int64),
        middles=np.array(middles, np.float64).reshape(-1, 2),
    )
