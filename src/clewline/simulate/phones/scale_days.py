"""Where many phones are on each of many days, at once: what makes any number of rows fast.

A day is a home and up to two outings from it, so that eight instants say where a phone is at any time.
"""

import numpy as np
import numpy.typing as npt

from clewline.simulate.phones.cells import OPERATORS, network
from clewline.simulate.phones.geography import CITY, TOWNS, Floats, Ints
from clewline.simulate.phones.period import DAY

ANCHORS, SAMPLES = 6, 8
"""Places of each phone (home, work, three haunts, a town), and cells drawn for each of them."""
PACE = 14.0
"""Metres a second of a trip, as the crow flies."""


class Days:
    """Where each of some phones is on each day: at home, out twice, or on the way."""

    def __init__(self, rng: np.random.Generator, *, many: int, days: int, first_phone: int) -> None:
        self._days, self._operator = days, (np.arange(many) + first_phone) % len(OPERATORS)
        radius = CITY.radius * 0.85 * np.sqrt(rng.random((many, ANCHORS, 1)))
        angle = rng.uniform(0, 2 * np.pi, (many, ANCHORS, 1))
        self._at = np.concatenate([radius * np.cos(angle), radius * np.sin(angle)], axis=2)
        towns = np.array([town.middle for town in TOWNS])[rng.integers(0, len(TOWNS), many)]
        self._at[:, -1] = towns + rng.normal(0, 900, (many, 2))
        self._cells = self._palette(rng)
        day = np.arange(days)
        kind = rng.random((many, days))
        # Monday to Friday at work; at weekends a haunt; some days in a town.
        first = np.where(day % 7 < 5, 1, rng.integers(2, 5, (many, days)))
        self._first = np.where(kind > 0.97, ANCHORS - 1, first)
        self._second = rng.integers(2, 5, (many, days))
        stays_in, out_late = kind < 0.12, rng.random((many, days)) < 0.3
        leave = rng.normal(8.2, 0.5, (many, days)) * 3_600
        home = np.broadcast_to(self._at[:, None, 0], (many, days, 2))
        knots = np.full((many, days, 8), 2.0 * DAY, dtype=np.float32)
        for place, column, begin, stay, on in (
            (self._first, 0, leave, rng.normal(8.5, 0.5, (many, days)) * 3_600, ~stays_in),
            (self._second, 4, leave + rng.normal(11.4, 0.4, (many, days)) * 3_600,
             rng.uniform(0.7, 2.5, (many, days)) * 3_600, ~stays_in & out_late),
        ):  # fmt: skip
            gone = np.hypot(*np.moveaxis(self._at[np.arange(many)[:, None], place] - home, -1, 0)) / PACE + 60
            times = np.stack([begin, begin + gone, begin + gone + stay, begin + 2 * gone + stay], axis=2)
            knots[:, :, column : column + 4] = np.where(on[..., None], times, 2.0 * DAY)
        # An evening out begins after the day out has ended.
        knots[:, :, 4:] += np.maximum(knots[:, :, 3] - knots[:, :, 4], 0)[..., None] * (
            knots[:, :, 3:4] < DAY
        )
        self._knots = knots.reshape(-1, 8)

    def cells(
        self,
        rng: np.random.Generator,
        phone: Ints,
        day: Ints,
        second: npt.NDArray[np.float32],
    ) -> Ints:
        """Return the cell of each row."""
        plan = phone * self._days + day
        knots = self._knots[plan]
        part = (second[:, None] >= knots).sum(1)
        first, late = self._first.reshape(-1)[plan], self._second.reshape(-1)[plan]
        place = np.where(part == 2, first, np.where(part == 6, late, 0))
        sample = rng.integers(0, SAMPLES, len(phone), dtype=np.int64)
        found: Ints = self._cells.reshape(-1)[(phone * ANCHORS + place) * SAMPLES + sample]
        away = np.flatnonzero(part % 2)
        if len(away):
            found[away] = self._on_the_way(
                rng, away, phone, part, knots, second, np.where(part < 4, first, late)
            )
        return found

    def _on_the_way(
        self,
        rng: np.random.Generator,
        rows: Ints,
        phone: Ints,
        part: Ints,
        knots: npt.NDArray[np.float32],
        second: npt.NDArray[np.float32],
        place: Ints,
    ) -> Ints:
        who, leg = phone[rows], part[rows]
        leave, arrive = knots[rows, leg - 1], knots[rows, leg]
        share = ((second[rows] - leave) / (arrive - leave))[:, None]
        share = np.where((leg % 4 == 1)[:, None], share, 1 - share)
        home, there = self._at[who, 0], self._at[who, place[rows]]
        return _served(rng, home + share * (there - home), self._operator[who])

    def _palette(self, rng: np.random.Generator) -> Ints:
        """Return cells that serve each place of each phone, as often as they do."""
        points = np.repeat(self._at.reshape(-1, 2), SAMPLES, axis=0)
        return _served(rng, points, np.repeat(self._operator, ANCHORS * SAMPLES))


def _served(rng: np.random.Generator, points: Floats, operator: Ints) -> Ints:
    found = np.empty(len(points), dtype=np.int64)
    before = 0
    for n, net in enumerate(map(network, OPERATORS)):
        here = operator == n
        found[here] = net.serve(points[here], rng) + before
        before += len(net.cells)
    return found
