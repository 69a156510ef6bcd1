"""How far cells reach, told from the spacing of their operator's sites, and how far places are from each other."""

from typing import TYPE_CHECKING

import numpy as np

from clewline.evidence.use import Floats, Ints, Places

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

SLOW_TO_LOAD = "scipy.spatial"
"""Half a second: it is loaded when sites are made, or before, while records are read."""
EARTH = 6_371_000.0
"""Mean radius in metres."""
LEAST, MOST, UNKNOWN = 150.0, 8_000.0, 1_000.0
"""A usual reach is told as no less and no more than these metres, and where nothing tells it as the last."""
TIMES = 3.0
"""So many times the spacing of the sites is the farthest that a phone is taken to be from its mast."""
FARTHEST_LEAST, FARTHEST_MOST = 2_000.0, 35_000.0
"""A town's cell may serve a phone on a hill beyond its neighbours; GSM's timing advance ends at 35 km."""

_SCALE, _ENDS = 0.5, 3.0


def points(lat: Floats, lon: Floats) -> Floats:
    """Return places, in degrees north and east, in metres from the centre of the earth, one a row."""
    north, east = np.radians(lat), np.radians(lon)
    return EARTH * np.column_stack(
        (np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north))
    )


def metres(places: Places, i: Ints, j: Ints) -> Floats:
    """Return the straight distances between places; less than any road."""
    at = points(places.lat, places.lon)
    found: Floats = np.linalg.norm(at[i] - at[j], axis=-1)
    return found


def spacing(at: Floats, operator: Ints) -> Floats:
    """Return for each place the mean distance to the 2nd to 4th nearest site of its operator; infinite for a lone one.

    Two cells at one mast, told apart by rounding, do not halve it: that is why the nearest is left out where it can be.
    """
    from scipy.spatial import cKDTree

    found = np.full(len(at), np.inf)
    for one in np.unique(operator):
        rows = np.flatnonzero(operator == one)
        if len(rows) > 1:
            away = np.asarray(cKDTree(at[rows]).query(at[rows], k=min(5, len(rows)))[0])
            found[rows] = away[:, 2 if len(rows) > 3 else 1 :].mean(axis=1)
    return found


def reach(at: Floats, operator: Ints) -> Floats:
    """Return how far each cell usually serves phones, in metres; `at` as `points` returns them."""
    apart = spacing(at, operator)
    return np.where(np.isfinite(apart), np.clip(apart, LEAST, MOST), UNKNOWN)


def farthest(places: Places) -> Floats:
    """Return how far from each cell a phone may be at most, in metres; generous, the more so where little is known."""
    return np.clip(
        TIMES * spacing(points(places.lat, places.lon), places.operator), FARTHEST_LEAST, FARTHEST_MOST
    )


def near(places: Places) -> "csr_matrix":
    """Return for every two places how far they count as one neighbourhood: 1 where they are one.

    Half of the two cells' reach together (the root of the sum of squares) is the scale; from three of it on it is
    nought. Chosen on development people from 0.5, 0.7, 1 and 1.5.
    """
    from scipy.sparse import csr_matrix
    from scipy.spatial import cKDTree

    at = points(places.lat, places.lon)
    far = reach(at, places.operator)
    if not len(at):
        return csr_matrix((0, 0))
    pairs = cKDTree(at).query_pairs(_ENDS * _SCALE * MOST * np.sqrt(2), output_type="ndarray")
    i, j = pairs[:, 0], pairs[:, 1]
    away = np.linalg.norm(at[i] - at[j], axis=-1) / (_SCALE * np.sqrt(far[i] ** 2 + far[j] ** 2))
    close = away < _ENDS
    i, j, weight = i[close], j[close], np.exp(-0.5 * away[close] ** 2)
    every = np.arange(len(at))
    where = (np.r_[i, j, every], np.r_[j, i, every])
    return csr_matrix((np.r_[weight, weight, np.ones(len(at))], where), shape=(len(at), len(at)))
