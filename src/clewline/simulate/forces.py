"""The forces: how their systems write their names, units and references."""

from dataclasses import dataclass
from random import Random

from clewline.simulate.chance import weighted


@dataclass(frozen=True, kw_only=True)
class Force:
    """A force as its own clerks write it."""

    id: str
    """Its data.police.uk name."""
    names: tuple[tuple[str, int], ...]
    """Names that its exports use, and how often; all are in the reference list of forces."""
    letters: str
    """What its references begin with."""
    teams: tuple[str, ...]
    suites: tuple[str, ...]
    areas: tuple[str, ...]
    """Areas into which lines sell that this force exports, in its own words."""

    def written(self, rng: Random) -> str:
        """Return the name as one row writes it."""
        return weighted(rng, self.names)

    @property
    def name(self) -> str:
        """The name that others write."""
        return self.names[0][0]

    @property
    def area(self) -> str:
        """The name of its area."""
        return self.id.replace("-", " ").title()


_KNOWN = {
    "metropolitan": Force(
        id="metropolitan",
        names=(("Metropolitan Police Service", 90), ("Metropolitan Police", 7), ("01", 3)),
        letters="MP",
        teams=("Orochi North", "Orochi South", "Orochi East", "Orochi West", "County Lines Proactive"),
        suites=("North suite", "South suite", "East suite", "West suite"),
        areas=("Essex", "Norfolk", "Suffolk", "Thames Valley", "Sussex", "Hampshire", "Bedfordshire"),
    ),
    "kent": Force(
        id="kent",
        names=(("Kent Police", 90), ("Kent", 7), ("46", 3)),
        letters="KP",
        teams=("County Lines and Gangs", "Proactive East", "Proactive West"),
        suites=("Medway suite", "Coast suite"),
        areas=("Sussex", "Essex"),
    ),
    "essex": Force(
        id="essex",
        names=(("Essex Police", 95), ("Essex", 5)),
        letters="EX",
        teams=("County Lines Team", "Gangs Team"),
        suites=("Estuary suite",),
        areas=("Suffolk", "Norfolk"),
    ),
}
NEIGHBOURS = ("essex", "norfolk", "sussex")
"""Forces that may hold a concern about somebody whom the others hold too, the first that is none of them."""


def force_named(force: str) -> Force:
    """Return a force; one that is not described here gets a plain description."""
    return _KNOWN.get(force) or Force(
        id=force,
        names=((force, 1),),
        letters="".join(part[0] for part in force.upper().split("-"))[:3] + "X",
        teams=("County Lines Team",),
        suites=("Main suite",),
        areas=("Norfolk", "Sussex"),
    )


@dataclass
class References:
    """Hands out references of one force, as `MP/23/CU000123`."""

    letters: str
    _last: int = 0

    def next(self, what: str, year: int) -> str:
        """Return the next reference."""
        self._last += 1
        return f"{self.letters}/{year % 100:02}/{what}{self._last:06}"
