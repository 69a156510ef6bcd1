"""Two operators' cells in the made-up land, and which of them serves a place.

Sites stand close in the city, less so in towns, along roads and railways, and far apart elsewhere; each has three
sectors. A phone is mostly served by the nearest site, now and then by one farther off, as in real networks.
"""

from dataclasses import dataclass
from functools import cache
from math import hypot, pi
from typing import Literal

import numpy as np

from clewline.simulate.phones.geography import (
    CITY,
    ROUTES,
    SETTLEMENTS,
    TOWNS,
    Floats,
    Ints,
    Point,
    Settlement,
    degrees,
    settlement_of,
)

OperatorName = Literal["north", "south"]
OPERATORS: tuple[OperatorName, ...] = ("north", "south")
NETWORKS = {"north": "234-90", "south": "234-93"}
"""Country and network codes of the cells, which no network of the country was known to have when this was written."""
SEEDS = {"north": 100, "south": 200}
"""The land is the same in every simulation."""
WEST, SOUTH, WIDE, HIGH = -56_000.0, -62_000.0, 104_000.0, 111_000.0
"""The land's corner and size (metres)."""
SQUARE = 1_000.0
NEAREST = 10
"""Sites that may serve a square of the land."""
FALL = 1.5
"""How fast the chance to be served falls with the distance, in units of the distance to the nearest site."""
WAVER = 14.0
"""Degrees (standard deviation) by which the sector that serves wavers about the one that points at the phone."""

_STREETS = (
    "Anchor", "Brack", "Chandler", "Drift", "Ember", "Fuller", "Garland", "Hopper", "Iron", "Jetty",
    "Kell", "Limber", "Maltby", "Nettle", "Oxter", "Pinder", "Quern", "Rushy", "Sallow", "Tanner",
)  # fmt: skip
_KINDS = ("Street", "Lane", "Road", "Yard", "Hill", "Green", "Wharf", "Rise")


@dataclass(frozen=True, kw_only=True)
class Network:
    """One operator's cells, in arrays of one entry for each cell, three to a site."""

    name: OperatorName
    sites: Floats
    """Positions (metres), one row for each site."""
    cells: tuple[str, ...]
    """Identity of each cell, as records hold it: `cgi:234-90-1201-20411`."""
    azimuths: Ints
    """Degrees from north, clockwise."""
    reach: Ints
    """Metres to which the cell is said to serve."""
    places: tuple[str, ...]
    lat: Floats
    lon: Floats
    near: Ints
    """Sites that may serve each square, `NEAREST` of them, by rows of squares from the south-west."""

    def serve(self, points: Floats, rng: np.random.Generator) -> Ints:
        """Return the cell (its place in the arrays) that serves each of the points, of two columns."""
        sites, weights = self.candidates(points)
        summed = weights.cumsum(1)
        pick = (summed > rng.random((len(points), 1)) * summed[:, -1:]).argmax(1)
        site = sites[np.arange(len(points)), pick]
        return self.sector(points, site, rng.normal(0, WAVER, len(points)))

    def candidates(self, points: Floats) -> tuple[Ints, Floats]:
        """Return the sites that may serve each point, and the weight of each."""
        across = int(WIDE // SQUARE)
        column = np.clip((points[:, 0] - WEST) // SQUARE, 0, across - 1).astype(np.int64)
        row = np.clip((points[:, 1] - SOUTH) // SQUARE, 0, HIGH // SQUARE - 1).astype(np.int64)
        sites = self.near[row * across + column]
        gap = self.sites[sites] - points[:, None, :]
        far = np.maximum(np.sqrt(gap[..., 0] ** 2 + gap[..., 1] ** 2), 100.0)
        return sites, np.exp(-FALL * (far / far.min(1, keepdims=True) - 1))

    def sector(self, points: Floats, site: Ints, waver: Floats) -> Ints:
        """Return the cell of a site that points at each point, as far as `waver` (degrees) lets it."""
        gap = points - self.sites[site]
        bearing = np.degrees(np.arctan2(gap[:, 0], gap[:, 1])) + waver
        turned = (bearing - self.azimuths[site * 3] + 60.0) % 360.0
        return site * 3 + np.minimum(turned // 120.0, 2).astype(np.int64)


@cache
def network(name: OperatorName) -> Network:
    """Return an operator's cells."""
    rng = np.random.default_rng(SEEDS[name])
    sites = _sites(rng)
    many = len(sites)
    lat, lon = degrees(np.repeat(sites, 3, axis=0))
    turn = rng.integers(0, 12, many) * 10
    spacing = _distances(sites, sites) + np.where(np.eye(many, dtype=bool), np.inf, 0.0)
    reach = np.clip(spacing.min(1) * 1.6, 600, 12_000).round(-2).astype(np.int64)
    return Network(
        name=name,
        sites=sites,
        cells=tuple(_identity(name, sites[n], n, sector) for n in range(many) for sector in range(3)),
        azimuths=(np.repeat(turn, 3) + np.tile([0, 120, 240], many)) % 360,
        reach=np.repeat(reach, 3),
        places=tuple(place for n in range(many) for place in [_place(rng, _at(sites[n]))] * 3),
        lat=lat.round(5),
        lon=lon.round(5),
        near=_nearest(sites),
    )


def _sites(rng: np.random.Generator) -> Floats:
    """Return positions of masts: some in each zone, its area times its density, and along routes."""
    found = [_disc(rng, CITY, 0, 4_000, 1.2), _disc(rng, CITY, 4_000, CITY.radius, 0.5)]
    found += [_disc(rng, town, 0, town.radius, 0.7) for town in TOWNS]
    for route in ROUTES:
        for (ax, ay), (bx, by) in zip(route.points, route.points[1:], strict=False):
            many = max(1, int(hypot(bx - ax, by - ay) // 4_000))
            share = (np.arange(many) + rng.uniform(0.2, 0.8, many))[:, None] / many
            line = np.array([ax, ay]) + share * np.array([bx - ax, by - ay])
            found.append(line + rng.normal(0, 350, (many, 2)))
    found.append(np.array([WEST, SOUTH]) + rng.random((130, 2)) * np.array([WIDE, HIGH]))
    return np.concatenate(found).round()


def _disc(rng: np.random.Generator, town: Settlement, inner: float, outer: float, density: float) -> Floats:
    """Return sites of a ring about a settlement, `density` to a square kilometre."""
    many = round(pi * (outer**2 - inner**2) / 1e6 * density)
    far = np.sqrt(rng.uniform(inner**2, outer**2, many))
    angle = rng.uniform(0, 2 * pi, many)
    found: Floats = np.array(town.middle) + np.stack([far * np.cos(angle), far * np.sin(angle)], axis=1)
    return found


def _nearest(sites: Floats) -> Ints:
    x = WEST + SQUARE / 2 + SQUARE * np.arange(int(WIDE // SQUARE))
    y = SOUTH + SQUARE / 2 + SQUARE * np.arange(int(HIGH // SQUARE))
    middles = np.stack(np.meshgrid(x, y), axis=-1).reshape(-1, 2)
    return np.sort(np.argpartition(_distances(middles, sites), NEAREST, axis=1)[:, :NEAREST], axis=1)


def _distances(some: Floats, others: Floats) -> Floats:
    gap = some[:, None, :] - others[None, :, :]
    found: Floats = np.sqrt(gap[..., 0] ** 2 + gap[..., 1] ** 2)
    return found


def _identity(name: OperatorName, site: Floats, nth: int, sector: int) -> str:
    """Return the identity: a CGI in the north, an ECGI (eNodeB and cell in one number) in the south."""
    area = 1_000 + 100 * SETTLEMENTS.index(settlement_of(_at(site)))
    if name == "north":
        return f"cgi:{NETWORKS[name]}-{area + nth % 7}-{10_001 + nth * 10 + sector}"
    return f"ecgi:{NETWORKS[name]}-{(40_000 + nth) * 256 + 1 + sector}"


def _place(rng: np.random.Generator, site: Point) -> str:
    near = settlement_of(site)
    away = hypot(site[0] - near.middle[0], site[1] - near.middle[1])
    if away > near.radius * 1.2:
        sides = ("N", "NE", "E", "SE", "S", "SW", "W", "NW")
        turn = np.degrees(np.arctan2(site[0] - near.middle[0], site[1] - near.middle[1]))
        side = sides[int((turn + 22.5) % 360 // 45)]
        return f"{rng.choice(_STREETS)} Moor, {away / 1000:.0f} km {side} of {near.name}"
    return f"{rng.choice(_STREETS)} {rng.choice(_KINDS)}, {near.name}"


def _at(site: Floats) -> Point:
    return float(site[0]), float(site[1])
