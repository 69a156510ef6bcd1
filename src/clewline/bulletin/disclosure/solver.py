"""Whole-number linear programmes, handed to HiGHS through scipy. What comes back is a proposal, to be checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

NODES = 2_000
"""Branches that the solver may try: a limit that is the same on every machine, where a limit in seconds is not."""

GAP = 0.0
"""How far above the least cost a solution may be. Hiding one number more of twenty is better than a long search."""


@dataclass
class Programme:
    """A programme under construction: variables with bounds and costs, and rows over them."""

    least: list[float] = field(default_factory=list)
    most: list[float] = field(default_factory=list)
    cost: list[float] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    of: list[int] = field(default_factory=list)
    by: list[float] = field(default_factory=list)
    low: list[float] = field(default_factory=list)
    high: list[float] = field(default_factory=list)

    def variable(self, least: int, most: int, *, cost: int = 0) -> int:
        """Add a whole-number variable and return its number."""
        self.least.append(least)
        self.most.append(most)
        self.cost.append(cost)
        return len(self.cost) - 1

    def row(self, terms: Mapping[int, int], *, low: int | None = None, high: int | None = None) -> None:
        """Add a row: the sum of variables times coefficients lies from `low` to `high`."""
        for variable, coefficient in terms.items():
            self.at.append(len(self.low))
            self.of.append(variable)
            self.by.append(coefficient)
        self.low.append(-np.inf if low is None else low)
        self.high.append(np.inf if high is None else high)

    def proposal(self) -> list[int] | None:
        """Return a cheap assignment of the variables, or none where the solver found none.

        It may be wrong either way: HiGHS has returned assignments that break a row, and has called what is possible
        impossible (scipy issues 22812 and 24141, HiGHS issue 3258). The caller checks an assignment; a missing one
        makes it hide more.
        """
        shape = (len(self.low), len(self.cost))
        rows = csr_array((self.by, (self.at, self.of)), shape=shape)
        found = milp(
            np.array(self.cost),
            integrality=np.ones(len(self.cost)),
            bounds=Bounds(self.least, self.most),
            constraints=LinearConstraint(rows, self.low, self.high),
            options={"node_limit": NODES},
        )
        return None if found.x is None else [round(value) for value in found.x]
