"""Outlines of countries, for maps that are drawn without the internet: where a coast is, and nothing finer.

Great Britain and Ireland are simplified to about 1 km, the rest of Europe to about 2 km; small islands and holes are
left out. From Natural Earth through the npm package world-atlas: NOTICE.md of `reference`. How they are rebuilt:
tools/build_outlines.py.
"""

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

PLACES = 1000
"""Coordinates are kept in thousandths of a degree."""


@dataclass(frozen=True, slots=True)
class Polygon:
    """One piece of land: its country, and its shore or border as (degrees north, degrees east), closed."""

    country: str
    ring: tuple[tuple[float, float], ...]
    south: float
    west: float
    north: float
    east: float


@cache
def outlines() -> tuple[Polygon, ...]:
    """Return every piece of land."""
    return tuple(
        _polygon(country, numbers)
        for name in ("islands.json", "europe.json")
        for country, rings in json.loads(files(__name__).joinpath(name).read_text("utf-8")).items()
        for numbers in rings
    )


def _polygon(country: str, numbers: list[int]) -> Polygon:
    ring = tuple((lat / PLACES, lon / PLACES) for lon, lat in zip(numbers[::2], numbers[1::2], strict=True))
    north, east = [p[0] for p in ring], [p[1] for p in ring]
    return Polygon(
        country=country, ring=ring, south=min(north), west=min(east), north=max(north), east=max(east)
    )
