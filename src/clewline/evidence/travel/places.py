"""Sites of cells: distances in metres, the reach of a cell from the spacing of sites, and what lies near each.

Nothing here knows a country, an operator's name or a cell's number.
"""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.reach import LEAST, MOST, points
from clewline.evidence.reach import reach as usual_reach

F32: TypeAlias = NDArray[np.float32]
F64: TypeAlias = NDArray[np.float64]
I32: TypeAlias = NDArray[np.int32]
I64: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

NEIGHBOURS = 32
"""Sites that can count as near another, itself among them."""


@dataclass(frozen=True, kw_only=True)
class Sites:
    """The distinct sites of a case; all have one column a site."""

    xyz: F32
    """3 by sites: metres from the mean of the sites, on axes through the centre of the earth."""
    reach: F32
    """Metres within which the site serves phones."""
    near: I32
    """Sites by neighbours: which sites lie nearest, the site itself among them."""
    nearness: F32
    """Sites by neighbours: 1 at the same place, falling with distance in units of reach."""

    def __len__(self) -> int:
        return len(self.reach)


def make_sites(lat: F64, lon: F64, operator: I64, reach: F64 | None = None) -> Sites:
    """Return the sites, numbered as they are given; degrees north and east, and which operator's each is.

    A cell's reach is the mean distance to the second to fourth nearest site of its operator. Give `reach` in metres
    where the operator's own list of sites is known: a case that saw few sites overstates their spacing.
    """
    from scipy.spatial import cKDTree

    xyz = points(lat, lon)
    reach = usual_reach(xyz, operator) if reach is None else np.clip(reach, LEAST, MOST)
    n = len(xyz)
    if not n:
        return Sites(
            xyz=np.zeros((3, 0), np.float32),
            reach=np.zeros(0, np.float32),
            near=np.zeros((0, 1), np.int32),
            nearness=np.zeros((0, 1), np.float32),
        )
    many = min(NEIGHBOURS, n)
    far, near = (np.asarray(x).reshape(n, many) for x in cKDTree(xyz).query(xyz, k=many))
    both = (reach[:, None] ** 2 + reach[near] ** 2) / 2
    return Sites(
        xyz=np.ascontiguousarray((xyz - xyz.mean(0)).T, np.float32),
        reach=reach.astype(np.float32),
        near=near.astype(np.int32),
        nearness=np.exp(-0.5 * far**2 / both).astype(np.float32),
    )


def distinct(lat: F64, lon: F64, operator: I64) -> tuple[I64, I32]:
    """Return one row of each site, and which of these sites every row is at.

    Sites are told apart by position to about a metre, and by operator; they are numbered from south to north.
    """
    south, west = np.round((lat + 90) * 1e5).astype(np.int64), np.round((lon + 180) * 1e5).astype(np.int64)
    code = south * 36_000_001 + west
    _, position = np.unique(code, return_inverse=True)
    many = int(operator.max(initial=0)) + 1
    _, at, place = np.unique(position * many + operator, return_index=True, return_inverse=True)
    return at.astype(np.int64), place.astype(np.int32)


def metres(sites: Sites, i: I32, j: I32) -> F32:
    """Return how far sites i and j lie apart.

    As the crow flies through the ground: below 0.1 % short of the way over it under 1,000 km.
    """
    out = np.zeros(len(i), np.float32)
    for axis in sites.xyz:
        off = axis.take(i)
        off -= axis.take(j)
        off *= off
        out += off
    np.sqrt(out, out=out)
    return out


def joint_reach(sites: Sites, i: I32, j: I32) -> F32:
    """Return the root mean square of two sites' reach, metres: what the distance between their cells is told in."""
    half = sites.reach * sites.reach / np.float32(2)
    out = half.take(i)
    out += half.take(j)
    np.sqrt(out, out=out)
    return out
