"""What a comparison is told of one phone: days, contacts, handsets, SIMs, bulk texts, cells of its nights."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One row: when (UTC), and where it was received."""

    at: datetime
    sha256: str
    line: int
    part: int
    sheet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacted:
    """A phone's uses with one other party."""

    uses: int
    days: int
    first: Seen
    last: Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class NightCell:
    """A cell that served the phone between midnight and six."""

    nights: int
    """Local days on which it did."""
    last: Seen


USUAL = 3
"""Nights that make a cell a usual one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another phone of the case, of which is only asked what it shares with the two that are compared."""

    number: str
    contacts: frozenset[str] = frozenset()
    usual: frozenset[str] = frozenset()
    """Cells that served it on `USUAL` nights or more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One number of the case. Mappings name their rows, so that each statement can be opened."""

    number: str
    first: Seen
    """Its first use in the records."""
    last: Seen
    days: frozenset[date]
    """Local days with a use."""
    contacts: Mapping[str, Contacted] = field(default_factory=dict)
    """By the other party's number; short codes and names of services are left out."""
    handsets: Mapping[str, Seen] = field(default_factory=dict)
    """By IMEI, each with the first row that names it."""
    sims: Mapping[str, Seen] = field(default_factory=dict)
    """By IMSI."""
    bulk: Mapping[str, Seen] = field(default_factory=dict)
    """Recipients of its bursts of texts, each with one such row."""
    operators: frozenset[str] = frozenset()
    """Operators whose cells served it."""
    nights: Mapping[str, NightCell] = field(default_factory=dict)
    """By cell, or by site where the cell is not named."""
    records_start: datetime | None = None
    """Start (UTC) of the time of which its records can tell; none where it is not known."""
    records_end: datetime | None = None

    @property
    def usual(self) -> frozenset[str]:
        """Cells that served it on `USUAL` nights or more."""
        return frozenset(cell for cell, found in self.nights.items() if found.nights >= USUAL)

    @property
    def other(self) -> Other:
        """The phone as one of the others, where two of them are compared."""
        return Other(number=self.number, contacts=frozenset(self.contacts), usual=self.usual)
