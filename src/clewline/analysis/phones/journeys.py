"""Where the line stayed, and its journeys between: left one area after a row, was in another before a row.

A run of rows in one area is a stay where its rows last an hour, or where the phone can have been there for an hour:
from the last row elsewhere before it to the first row elsewhere after it, less the way at 100 km/h in a straight
line. A shorter run was in passing. So a phone that is rarely used has stays of one row, and one that is used on a
train has none there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from clewline.analysis.phones.areas import Area, Point, apart
from clewline.analysis.phones.chain import ref_of
from clewline.analysis.phones.line import Behind, Line, Ref

STAY = timedelta(hours=1)
"""Time for which a phone can have been in an area that makes a run of rows a stay; ours."""
ON_THE_WAY = 100.0
"""Kilometres an hour, in a straight line, that the way to a run and on from it is reckoned at; ours."""
ROUND_TRIP = 20.0
"""Kilometres from which an absence that was only in passing is told as a journey back to the same area; ours."""
FASTER_THAN_ROADS = 250.0
"""Kilometres an hour that no road vehicle keeps up, nor a British train; ours."""
LEAST = timedelta(minutes=1)
"""A shorter time between two sites says nothing of speed: their cells may both reach the phone."""


@dataclass(frozen=True, kw_only=True)
class End:
    """A row at one end of a stay. Times are local; `earliest` and `latest` bound its instant (UTC)."""

    at: datetime
    earliest: datetime
    latest: datetime
    point: Point
    ref: Ref
    exactly: bool
    """Whether its time is that of the start or the end of the use, not something that may be earlier."""


@dataclass(frozen=True, kw_only=True)
class Stay:
    """From the first to the last row of the line in one area, before it is seen elsewhere."""

    number: int
    area: Area
    first: End
    last: End
    rows: int

    @property
    def behind(self) -> Behind:
        return Behind(
            "kept and lat is not null and instant between ? and ?", (self.first.earliest, self.last.earliest)
        )


@dataclass(frozen=True, kw_only=True)
class Journey:
    """Between the last row of one stay and the first of the next. Where it went between is not known, but for `via`."""

    number: int
    left: Area
    reached: Area
    start: End
    end: End
    via: tuple[Area, ...]
    """Areas in which it was used in passing, in order."""
    rows: int
    """Rows in passing."""
    distance: float
    """Kilometres in a straight line: between the two sites, and by way of those of its rows in passing."""

    @property
    def hours(self) -> float:
        """Hours that it can have taken at most, as the records are dated."""
        return (self.end.latest - self.start.earliest).total_seconds() / 3600

    @property
    def speed(self) -> float | None:
        """Least kilometres an hour, in a straight line from site to site; none for less than a minute."""
        return self.distance / self.hours if self.hours >= LEAST.total_seconds() / 3600 else None

    @property
    def too_fast(self) -> bool:
        """Whether one phone cannot have been carried so by road or rail: counter-evidence, or a fault of a row."""
        return self.speed is not None and self.speed > FASTER_THAN_ROADS

    @property
    def exactly(self) -> bool:
        return self.start.exactly and self.end.exactly

    @property
    def behind(self) -> Behind:
        return Behind(
            "kept and lat is not null and instant between ? and ?", (self.start.earliest, self.end.earliest)
        )


@dataclass(frozen=True, kw_only=True)
class Movements:
    """Stays in order, and the journeys between them."""

    stays: tuple[Stay, ...]
    journeys: tuple[Journey, ...]
    passing: int
    """Runs of rows that were in passing."""


@dataclass(frozen=True, kw_only=True)
class _Run:
    area: Area
    first: End
    last: End
    rows: int


def movements(line: Line, found: Sequence[Area]) -> Movements:
    """Return the line's stays in the areas that `areas` found of it, and its journeys."""
    runs = _runs(line, found)
    stays: list[list[_Run]] = []
    between: list[list[_Run]] = []
    for run, stayed in zip(runs, _stayed(runs), strict=True):
        if not stayed:
            between[-1].append(run)
        elif stays and stays[-1][0].area == run.area and not _went_far(stays[-1][0].area, between[-1]):
            stays[-1] += [*between[-1], run]
            between[-1] = []
        else:
            stays.append([run])
            between.append([])
    made = tuple(
        Stay(number=n, area=s[0].area, first=s[0].first, last=s[-1].last, rows=sum(r.rows for r in s))
        for n, s in enumerate(stays, start=1)
    )
    journeys = tuple(
        _journey(n, a, b, passing)
        for n, ((a, b), passing) in enumerate(zip(pairwise(made), between[:-1], strict=True), start=1)
    )
    return Movements(stays=made, journeys=journeys, passing=sum(len(s) for s in between))


def _stayed(runs: Sequence[_Run]) -> Iterator[bool]:
    """Yield whether each run is a stay; the records begin and end with one, since nothing bounds it."""
    for i, run in enumerate(runs):
        if i in (0, len(runs) - 1):
            yield True
        else:
            yield max(run.last.earliest - run.first.earliest, _room(runs[i - 1], run, runs[i + 1])) >= STAY


def _room(before: _Run, run: _Run, after: _Run) -> timedelta:
    """Return for how long the phone can have been in the area of a run."""
    way = apart(before.last.point, run.first.point) + apart(run.last.point, after.first.point)
    return after.first.earliest - before.last.earliest - timedelta(hours=way / ON_THE_WAY)


def _went_far(home: Area, passing: Sequence[_Run]) -> bool:
    return any(apart(home.point, run.first.point) >= ROUND_TRIP for run in passing)


def _journey(number: int, a: Stay, b: Stay, passing: Sequence[_Run]) -> Journey:
    points = [a.last.point, *(p for run in passing for p in (run.first.point, run.last.point)), b.first.point]
    via: list[Area] = []
    for run in passing:
        if not via or via[-1] != run.area:
            via.append(run.area)
    return Journey(
        number=number,
        left=a.area,
        reached=b.area,
        start=a.last,
        end=b.first,
        via=tuple(via),
        rows=sum(run.rows for run in passing),
        distance=sum(apart(p, q) for p, q in pairwise(points)),
    )


def _runs(line: Line, found: Sequence[Area]) -> list[_Run]:
    """Return the runs of rows in one area, in order of time. `areas` has left the groups of sites in the connection."""
    by_point = {s.point: a for a in found for s in a.sites}
    rows = line.all(
        """
        with placed as (
            select row.local, row.earliest, row.latest, row.lat, row.lon, row.dates,
                row.sha256, row.line, row.part, row.sheet, row.exhibit, row.instant, groups.area
            from {rows} as row join {rows}_groups as groups using (lat, lon)
            where kept
        ),
        compared as (
            select *,
                row_number() over in_time as nth,
                coalesce(area <> lag(area) over in_time, true) as begins,
                coalesce(area <> lead(area) over in_time, true) as ends
            from placed
            window in_time as (order by instant, sha256, line, part)
        )
        select nth, begins, ends, local, earliest, latest, lat, lon, dates, sha256, line, part, sheet, exhibit
        from compared where begins or ends order by nth
        """
    )
    firsts = [(nth, _end(end)) for nth, begins, _, *end in rows if begins]
    lasts = [(nth, _end(end)) for nth, _, ends, *end in rows if ends]
    return [
        _Run(area=by_point[first.point], first=first, last=last, rows=until - since + 1)
        for (since, first), (until, last) in zip(firsts, lasts, strict=True)
    ]


def _end(found: Sequence[Any]) -> End:
    at, earliest, latest, lat, lon, dates, *ref = found
    return End(
        at=at, earliest=earliest, latest=latest, point=(lat, lon), ref=ref_of(ref), exactly=dates == "exactly"
    )
