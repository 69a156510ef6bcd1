"""All that is drawn anew for some hundred made-up pairs: the networks, and how the phones are used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from clewline.evidence.fitting.made_up.network import MadeUpNetwork
from clewline.evidence.fitting.made_up.tracks import Tracks, Ways, ways_of, with_stays
from clewline.evidence.travel.places import F64, I64

STRETCHED = (0.7, 3.0)
"""All ways of a setting are made longer by one factor, from the first to the second."""
DENSITY = (0.05, 1.5)
"""Sites of the first operator per square kilometre of suburb."""
OTHER_DENSITY = 0.3
"""Standard deviation of the log of the second operator's density by the first's."""
ONE_OPERATOR = (0.3, 1.0)
"""Chance that both phones of a pair are of one operator."""
BACKGROUND = (3, 9)
"""Days of background of each phone: the fewest and the most."""
RATE = (7.0, 80.0)
"""Uses a day."""
BURSTS = (0.0, 1.0, 2.0)
"""How uneven uses are over the day: 0 evenly, 2 nearly all in a few stretches."""
STRETCH_S, STRETCHES = 600, 300
"""A stretch is as busy as it is for ten minutes."""
FEWEST_USES = 3
KINDS = {"same": 0.4, "other": 0.4, "habit": 0.2}
"""What is made up, and how often: one person's day dealt to two phones; two people's days; two days of one person."""


@dataclass(frozen=True, kw_only=True)
class Setting:
    """What the pairs of one setting share, and the chance that all of it is drawn by."""

    ways: Ways
    networks: tuple[MadeUpNetwork, MadeUpNetwork]
    chance: np.random.Generator
    stretched: float
    density: float
    one_operator: float
    background: int
    rate: float
    bursts: float

    def busy(self) -> F64:
        """Draw how busy each stretch of a day is, as logs."""
        drawn: F64 = self.bursts * self.chance.normal(size=STRETCHES)
        return drawn

    def uses(self, rows: I64, rate: float, busy: F64 | None = None) -> I64:
        """Draw at which of the fixes the phone is used."""
        if not len(rows):
            return rows
        mood = self.busy() if busy is None else busy
        weight = np.exp(mood[(self.ways.tracks.t[rows].astype(np.int64) // STRETCH_S) % STRETCHES])
        many = min(len(rows), max(FEWEST_USES, int(self.chance.poisson(rate))))
        drawn: I64 = np.sort(self.chance.choice(rows, many, replace=False, p=weight / weight.sum()))
        return drawn

    def one_of(self, some: Sequence[Any] | dict[int, I64] | NDArray[Any]) -> int:
        """Draw one of some whole numbers."""
        return int(self.chance.choice(list(some)))


def both_ways(tracks: Tracks) -> tuple[Ways, Ways]:
    """Return the tracks as they are and with stays filled in, by days; a setting is made of either."""
    return ways_of(tracks), ways_of(with_stays(tracks))


def setting(
    ways: tuple[Ways, Ways], chance: np.random.Generator, sites: Sequence[np.random.Generator]
) -> Setting:
    """Draw a setting; `sites` are the chances that the sites of the two operators are drawn by."""
    some = ways[int(chance.random() < 0.5)]
    stretched, density = (float(np.exp(chance.uniform(*np.log(ends)))) for ends in (STRETCHED, DENSITY))
    first = MadeUpNetwork(density, sites[0])
    second = MadeUpNetwork(density * float(np.exp(chance.normal(0, OTHER_DENSITY))), sites[1])
    one_operator, background = (
        float(chance.choice(ONE_OPERATOR)),
        int(chance.integers(BACKGROUND[0], BACKGROUND[1] + 1)),
    )
    return Setting(
        ways=some,
        networks=(first, second),
        chance=chance,
        stretched=stretched,
        density=density,
        one_operator=one_operator,
        background=background,
        rate=float(np.exp(chance.uniform(*np.log(RATE)))),
        bursts=float(chance.choice(BURSTS)),
    )
