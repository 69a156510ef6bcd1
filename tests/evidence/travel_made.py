"""Made-up movement for the tests of co-travel: people on a strip of sites, and phones that they carry."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from clewline.evidence.travel.places import F64, I32, I64, Sites, make_sites
from clewline.evidence.travel.ratio import Ratios, TravelModel, compare
from clewline.evidence.travel.timelines import Pairs, Timelines, make_timelines

DAY = 86_400.0
MODEL: dict[str, Any] = {
    "version": "test 1",
    "kernel": {
        "stay_reaches": 1.65,
        "speed_m_s": 0.9,
        "far_m": 20_500,
        "move_level": -1.3,
        "move_slope": -0.9,
        "far_level": -5.1,
        "far_slope": -0.7,
        "usual_level": -3.6,
        "usual_slope": 1.1,
    },
    "cap_fit": 1.5,
    "cap_clash": 3,
    "coefficients": {"constant": 0.1, "fits": 1.8, "clashes": -2.9, "meetings": 1.1},
    "covariance": np.diag([0.006, 0.03, 0.04, 0.013]).tolist(),
    "lower": -3,
    "upper": 2.5,
    "together": {"within": 0.7, "pairs": 4},
}
FITTED = TravelModel.read(MODEL)
GRID = make_sites(
    50 + 0.02 * np.repeat(np.arange(10), 10),
    0.03 * np.tile(np.arange(10), 10),
    np.zeros(100, np.int64),
)
"""A hundred sites about 2.2 km apart."""


@dataclass(frozen=True, kw_only=True)
class Rows:
    """Records in any order: which phone, when, and which site."""

    phone: I64
    t: F64
    place: I32
    phones: int

    def take(self, some: Any) -> "Rows":
        return Rows(phone=self.phone[some], t=self.t[some], place=self.place[some], phones=self.phones)

    def lines(self, sites: Sites = GRID) -> Timelines:
        return make_timelines(self.phone, self.t, self.place, sites, phones=self.phones)


def rows(*records: tuple[int, float, int], phones: int = 2) -> Rows:
    """Return records written as phone, second, site."""
    columns = np.array(records, np.float64).reshape(-1, 3)
    return Rows(
        phone=columns[:, 0].astype(np.int64),
        t=columns[:, 1],
        place=columns[:, 2].astype(np.int32),
        phones=phones,
    )


def people(
    *, pairs: int = 12, rate: int = 24, days: int = 4, same: bool = False, seed: int = 0
) -> tuple[Rows, Pairs]:
    """Return phones 2k and 2k + 1 of each pair, carried for some days, and the question about the last day.

    Everyone walks from site to site; one person carries both phones, or two people carry one each.
    """
    chance = np.random.default_rng(seed)
    made = []
    for pair in range(pairs):
        walks = [_walk(chance, days) for _ in range(2)]
        for side in (0, 1):
            walk = walks[0 if same else side]
            t = np.sort(np.floor(chance.uniform(0, days * DAY, rate * days)))
            made.append(
                np.column_stack((np.full(len(t), 2 * pair + side), t, walk[(t // 1_800).astype(int)]))
            )
    whole = np.concatenate(made)
    return rows(*map(tuple, whole), phones=2 * pairs), last_day(pairs, days)


def last_day(pairs: int, days: int) -> Pairs:
    a = np.arange(0, 2 * pairs, 2)
    return Pairs(a=a, b=a + 1, start=np.full(pairs, (days - 1) * DAY), end=np.full(pairs, days * DAY))


def one_day(a: int = 0, b: int = 1, start: float = 0.0, end: float = DAY) -> Pairs:
    return Pairs(a=np.array([a]), b=np.array([b]), start=np.array([start]), end=np.array([end]))


def told(made: Rows, pairs: Pairs, sites: Sites = GRID) -> Ratios:
    return compare(FITTED, made.lines(sites), pairs)


def _walk(chance: np.random.Generator, days: int) -> I64:
    """Return the site of each half hour: one that is near the last, or home."""
    x, y, home = *chance.integers(2, 8, 2), chance.integers(0, 100)
    out = []
    for step in range(days * 48):
        x, y = np.clip(np.array([x, y]) + chance.integers(-1, 2, 2), 0, 9)
        out.append(home if step % 48 < 14 else x * 10 + y)
    return np.array(out, np.int64)
