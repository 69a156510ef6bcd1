"""A made-up operator's sites, and which of them serves a phone."""

import numpy as np

from clewline.evidence.travel.places import F64, I64

SIDE_M = 70_000.0
"""The network reaches so far from the middle to each side."""
TOWN_M, SUBURB_M = 10_000.0, 20_000.0
"""In the town sites stand twice as dense as in the suburbs."""
COUNTRY = (0.2, 0.5, 0.05)
"""Beyond, they stand at one of these parts of the suburbs' density."""
THINNEST = 0.02
"""Sites per square kilometre of suburb below which no network is made."""
NEAREST = 6
"""A phone is served by one of so many nearest sites."""
SOFT = (1.5, 3.0, 6.0)
"""How strongly the nearest is preferred; at the highest others hardly ever serve."""
CLOSEST_M = 100.0
"""Under a mast all distances count as this."""


class MadeUpNetwork:
    """Sites drawn at random: `density` is of the suburbs, in sites per square kilometre."""

    def __init__(self, density: float, chance: np.random.Generator) -> None:
        from scipy.spatial import cKDTree

        top = 2 * max(density, THINNEST)
        points = chance.uniform(-SIDE_M, SIDE_M, (int(top * (2 * SIDE_M / 1000) ** 2), 2))
        radius = np.hypot(*points.T)
        country = chance.choice(COUNTRY)
        share = np.where(radius < TOWN_M, 2.0, np.where(radius < SUBURB_M, 1.0, country)) / 2
        self.sites: F64 = points[chance.random(len(points)) < share]
        """Metres east and north of the middle, sites by 2."""
        self._tree = cKDTree(self.sites)
        self._soft = float(chance.choice(SOFT))

    def serve(self, x: F64, y: F64, chance: np.random.Generator) -> I64:
        """Return which site serves a phone at each place: a near one, the nearest most often."""
        far, site = self._tree.query(np.column_stack((x, y)), k=NEAREST)
        far = np.maximum(far, CLOSEST_M)
        weight = np.exp(-self._soft * (far / far[:, :1] - 1))
        weight /= weight.sum(axis=1, keepdims=True)
        pick = (weight.cumsum(axis=1) > chance.random((len(x), 1))).argmax(axis=1)
        found: I64 = site[np.arange(len(x)), pick].astype(np.int64)
        return found
