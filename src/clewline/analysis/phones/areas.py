"""Areas: the sites of the line's cells, put together where they are near each other.

Single linkage: a site within `NEAR` of a site of an area belongs to that area, whatever the order of the rows. In a
city with many sites an area can therefore be many kilometres across; its width is told.
"""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from clewline.analysis.phones.line import Behind, Line

NEAR = 3.0
"""Kilometres between two sites of one area; ours, no authority names a number."""
MANY = 100
"""Sites of an area up to which every two are compared for its width."""
EARTH = 6371.0088
"""Mean radius in kilometres."""

Point = tuple[float, float]
"""Degrees north and east (WGS 84)."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A place where cells stand that served the line."""

    lat: float
    lon: float
    azimuths: tuple[int, ...]
    """Directions in which its cells point, as far as they are recorded."""
    places: tuple[str, ...]
    uses: int
    """Rows that its cells served: starts and ends of uses."""
    days: int

    @property
    def point(self) -> Point:
        return self.lat, self.lon

    @property
    def behind(self) -> Behind:
        return Behind("kept and lat = ? and lon = ?", self.point)


@dataclass(frozen=True, kw_only=True)
class Area:
    """Sites that lie near each other, the most used first."""

    number: int
    """1 is the area of most rows."""
    name: str
    """The commonest place text of its most used site, or that site's coordinates."""
    sites: tuple[Site, ...]
    uses: int
    days: int
    nights: int
    """Days with a row before 06:00."""
    width: float
    """Kilometres between its two sites that are farthest apart."""

    @property
    def letter(self) -> str:
        """A to Z, then AA, AB and so on."""
        letters, rest = "", self.number
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(65 + digit) + letters
        return letters

    @property
    def point(self) -> Point:
        """Middle of its sites, each counted as often as it was used."""
        total = sum(s.uses for s in self.sites)
        return (
            sum(s.lat * s.uses for s in self.sites) / total,
            sum(s.lon * s.uses for s in self.sites) / total,
        )

    @property
    def behind(self) -> Behind:
        """Its rows; a long list of sites is a list of values, never text in SQL."""
        return Behind(
            "kept and list_contains(?, struct_pack(lat := lat, lon := lon))",
            ([{"lat": s.lat, "lon": s.lon} for s in self.sites],),
        )


def areas(line: Line, near: float = NEAR) -> tuple[Area, ...]:
    """Return the areas in which the line was used, the most used first."""
    sites = {s.point: s for s in _sites(line)}
    groups = together(list(sites), near)
    line.connection.execute(
        f"create or replace temp table {line.rows}_groups (lat double, lon double, area bigint)"
    )
    if not groups:
        return ()
    members = ", ".join(f"({lat!r}, {lon!r}, {n})" for n, group in enumerate(groups) for lat, lon in group)
    line.connection.execute(f"insert into {line.rows}_groups values {members}")
    counts = line.all(
        """
        select area, count(*), count(distinct day), count(distinct day) filter (hour < 6)
        from {rows} join {rows}_groups using (lat, lon)
        where kept group by area order by count(*) desc, min(instant), area
        """
    )
    return tuple(
        _area(number, [sites[p] for p in groups[n]], uses, days, nights)
        for number, (n, uses, days, nights) in enumerate(counts, start=1)
    )


def _sites(line: Line) -> list[Site]:
    found = line.all(
        """
        select lat, lon, list_sort(list_distinct(list(azimuth))), count(*), count(distinct day),
            list_sort(list_distinct(list(place)))
        from {rows} where kept and lat is not null and lon is not null
        group by lat, lon order by count(*) desc, lat, lon
        """
    )
    return [
        Site(lat=lat, lon=lon, azimuths=tuple(azimuths), uses=uses, days=days, places=tuple(places))
        for lat, lon, azimuths, uses, days, places in found
    ]


def _area(number: int, sites: list[Site], uses: int, days: int, nights: int) -> Area:
    sites = sorted(sites, key=lambda s: (-s.uses, s.point))
    places: dict[str, int] = defaultdict(int)
    for site in sites:
        for place in site.places[:1]:
            places[place] += site.uses
    name = min(places, key=lambda p: (-places[p], p)) if places else point_words(sites[0].point)
    return Area(
        number=number,
        name=name,
        sites=tuple(sites),
        uses=uses,
        days=days,
        nights=nights,
        width=_width([s.point for s in sites]),
    )


def _width(points: Sequence[Point]) -> float:
    # Of many sites only those that lie outermost in some direction can be the farthest apart, near enough.
    if len(points) > MANY:
        points = list({max(points, key=partial(_along, math.pi * i / MANY)) for i in range(2 * MANY)})
    return max((apart(a, b) for i, a in enumerate(points) for b in points[i + 1 :]), default=0.0)


def _along(turn: float, point: Point) -> float:
    return point[0] * math.cos(turn) + point[1] * math.sin(turn)


def point_words(point: Point) -> str:
    """Return coordinates to about a hundred metres, as `52.532 N, 13.404 E`."""
    lat, lon = point
    return f"{abs(lat):.3f} {'N' if lat >= 0 else 'S'}, {abs(lon):.3f} {'E' if lon >= 0 else 'W'}"


def apart(a: Point, b: Point) -> float:
    """Return the kilometres between two points on the sphere."""
    lat_a, lat_b = math.radians(a[0]), math.radians(b[0])
    half = (
        math.sin((lat_a - lat_b) / 2) ** 2
        + math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(a[1] - b[1]) / 2) ** 2
    )
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def together(points: Sequence[Point], near: float) -> list[list[Point]]:
    """Return the points in groups: whoever is within `near` kilometres of a member is a member."""
    squares: dict[tuple[int, int], list[Point]] = defaultdict(list)
    tall = math.degrees(near / EARTH)
    widest = max((abs(p[0]) for p in points), default=0.0)
    wide = tall / max(0.01, math.cos(math.radians(min(89.0, widest))))
    for point in points:
        squares[math.floor(point[0] / tall), math.floor(point[1] / wide)].append(point)
    left, groups = set(points), []
    for point in sorted(points):
        if point in left:
            left.remove(point)
            group = [point]
            for member in group:
                found = [
                    p for p in _around(member, squares, tall, wide) if p in left and apart(member, p) <= near
                ]
                left.difference_update(found)
                group.extend(found)
            groups.append(group)
    return groups


def _around(
    point: Point, squares: Mapping[tuple[int, int], list[Point]], tall: float, wide: float
) -> Iterator[Point]:
    row, column = math.floor(point[0] / tall), math.floor(point[1] / wide)
    for i in (-1, 0, 1):
        for j in (-1, 0, 1):
            yield from squares.get((row + i, column + j), ())
