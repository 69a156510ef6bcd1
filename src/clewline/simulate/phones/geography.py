"""A made-up land: a city, four market towns, and the roads and railways between them.

It lies in the open North Sea, far from every coast, so that no place in it is any real place. Positions are metres
east and north of the middle of the city; `degrees` turns them into what records hold.
"""

from dataclasses import dataclass
from math import hypot
from typing import Literal

import numpy as np
import numpy.typing as npt

Point = tuple[float, float]
"""Metres east and north of the middle of the city."""
Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Mode = Literal["foot", "car", "train"]
Way = list[tuple[Point, float]]
"""Points passed after the start, each with the speed (metres a second) on the way to it."""

NORTH, EAST = 55.5, 1.6
"""Degrees (WGS 84) of the middle of the city."""
METRES_NORTH, METRES_EAST = 111_200.0, 63_050.0
"""Metres of a degree of latitude and of longitude there."""


@dataclass(frozen=True, kw_only=True)
class Settlement:
    """A city or market town."""

    name: str
    middle: Point
    radius: float
    """Metres from the middle to where its houses end."""


@dataclass(frozen=True, kw_only=True)
class Route:
    """A road or railway between two settlements."""

    kind: Literal["road", "rail"]
    ends: tuple[str, str]
    points: tuple[Point, ...]
    """From the first end to the second: stations or the roads' heads, and the bends between."""


CITY = Settlement(name="Dunmarrow", middle=(0.0, 0.0), radius=9_000.0)
TOWNS = (
    Settlement(name="Ellerwade", middle=(24_000.0, 14_000.0), radius=2_200.0),
    Settlement(name="Fennstow", middle=(-12_000.0, 39_000.0), radius=1_900.0),
    Settlement(name="Saltrigg", middle=(-46_000.0, -20_000.0), radius=2_500.0),
    Settlement(name="Orsmere", middle=(38_000.0, -52_000.0), radius=1_700.0),
)
SETTLEMENTS = (CITY, *TOWNS)
ROUTES = (
    Route(
        kind="road",
        ends=("Dunmarrow", "Ellerwade"),
        points=((3_000, 1_000), (11_000, 8_500), (17_000, 9_000), (23_600, 13_500)),
    ),
    Route(
        kind="rail",
        ends=("Dunmarrow", "Ellerwade"),
        points=((600, -400), (9_000, 3_000), (19_000, 12_000), (24_300, 13_700)),
    ),
    Route(
        kind="road",
        ends=("Dunmarrow", "Fennstow"),
        points=((-500, 3_500), (-6_000, 12_000), (-5_000, 26_000), (-11_500, 38_400)),
    ),
    Route(
        kind="road",
        ends=("Dunmarrow", "Saltrigg"),
        points=((-3_500, -500), (-15_000, -3_000), (-29_000, -16_000), (-45_200, -19_800)),
    ),
    Route(
        kind="rail",
        ends=("Dunmarrow", "Saltrigg"),
        points=((600, -400), (-12_000, -9_000), (-31_000, -12_500), (-45_800, -20_500)),
    ),
    Route(
        kind="road",
        ends=("Dunmarrow", "Orsmere"),
        points=((1_500, -3_500), (12_000, -14_000), (21_000, -37_000), (37_500, -51_200)),
    ),
    Route(
        kind="rail",
        ends=("Dunmarrow", "Orsmere"),
        points=((600, -400), (18_000, -19_000), (31_000, -41_000), (38_200, -51_700)),
    ),
    Route(
        kind="road",
        ends=("Ellerwade", "Fennstow"),
        points=((23_500, 14_900), (14_000, 27_000), (1_000, 36_000), (-11_200, 39_200)),
    ),
)

LOCAL = {"foot": 1.3, "car": 8.0, "train": 6.5}
"""Metres a second within a settlement: by train, the bus or cab to the station and from it."""
BETWEEN = {"road": 21.0, "rail": 30.0}
"""Metres a second between settlements."""


def settlement_of(point: Point) -> Settlement:
    """Return the settlement that a point is in, or nearest to."""
    return min(SETTLEMENTS, key=lambda s: hypot(point[0] - s.middle[0], point[1] - s.middle[1]) / s.radius)


def way(start: Point, to: Point, by: Mode) -> Way:
    """Return how one gets from a point to another: straight within a settlement, by road or rail between two."""
    here, there, local = settlement_of(start), settlement_of(to), LOCAL[by]
    if here is there:
        return [(to, local)]
    found: Way = []
    for route in _routes(here.name, there.name, "rail" if by == "train" else "road"):
        first, *rest = route.points if route.ends[0] == here.name else route.points[::-1]
        found.append((first, local))
        found += [(point, BETWEEN[route.kind]) for point in rest]
        here = next(s for s in SETTLEMENTS if s.name in route.ends and s is not here)
    return [*found, (to, local)]


def lasts(start: Point, to: Point, by: Mode, *, pace: float = 1.0) -> float:
    """Return the seconds that it takes; `pace` is how fast as a share of the usual."""
    total, at = 0.0, start
    for point, speed in way(start, to, by):
        total += hypot(point[0] - at[0], point[1] - at[1]) / (speed * pace)
        at = point
    return total


def degrees(points: Floats) -> tuple[Floats, Floats]:
    """Return degrees north and east of an array of points, of two columns."""
    return NORTH + points[:, 1] / METRES_NORTH, EAST + points[:, 0] / METRES_EAST


def spot(rng: np.random.Generator, within: Settlement, *, share: float = 0.8) -> Point:
    """Return an address in a settlement, within that share of its radius."""
    angle, far = rng.uniform(0, 2 * np.pi), within.radius * share * np.sqrt(rng.random())
    return (within.middle[0] + float(far * np.cos(angle)), within.middle[1] + float(far * np.sin(angle)))


def _routes(here: str, there: str, kind: str) -> list[Route]:
    """Return the route between two settlements, or the two by way of the city; a road where there is no rail."""
    if found := _direct(here, there, kind):
        return [found]
    legs = [_direct(here, CITY.name, kind), _direct(CITY.name, there, kind)]
    if all(legs):
        return [leg for leg in legs if leg]
    if kind == "rail":
        return _routes(here, there, "road")
    raise AssertionError("Every town has a road to the city.")  # pragma: no cover - the table above says so


def _direct(here: str, there: str, kind: str) -> Route | None:
    return next((r for r in ROUTES if r.kind == kind and set(r.ends) == {here, there}), None)
