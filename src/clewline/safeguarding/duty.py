"""A duty: what starts it, what fulfils it, by when, by whose authority. Each is a row of a dated table."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum

from clewline.record import all_kinds
from clewline.safeguarding.conditions import Happening


class About(StrEnum):
    """Whom a duty is about, by their age on the day of what starts it."""

    CHILD = "child"
    """Under 18; also whose age is unknown or disputed."""
    ADULT = "adult"
    EITHER = "either"


class How(StrEnum):
    """What the limit of a duty says."""

    WITHIN = "within"
    """It is done at the latest so long after what starts it."""
    NOT_BEFORE = "not before"
    """It is done at the earliest so long after what starts it; nothing says when at the latest."""
    BEFORE = "before"
    """It is done before what starts it, or on the same day."""
    NO_LIMIT = "no limit"
    """As soon as possible: the source names no time."""


class Unit(StrEnum):
    """What a limit is counted in."""

    HOURS = "hours"
    """Elapsed hours, whatever the clocks do."""
    DAYS = "days"
    """Calendar days; the day of what starts the duty is day 0."""
    WORKING_DAYS = "working days"
    """Working days of England and Wales, counted in the same way."""


class Counts(StrEnum):
    """How often a duty is owed."""

    ONCE = "once for a person"
    """The earliest thing that starts it starts it; whatever fulfils it, whenever, fulfils it for the person."""
    EACH = "for each"
    """Each thing that starts it starts one, which the first thing after it fulfils; that may fulfil several."""
    ONE_FOR_ONE = "one for one"
    """Each thing that starts it needs its own: what fulfils it names it, or stands between it and the next."""


@dataclass(frozen=True, kw_only=True)
class Duty:
    """A row of the table of duties."""

    duty: str
    """Its name. Rows of one name are one duty: of children and of adults, or from one day and from another."""
    title: str
    owed_by: str
    about: About
    starts: Sequence[Happening]
    """Any of them starts it."""
    fulfils: Sequence[Happening]
    """Any of them fulfils it."""
    needs: Sequence[Happening]
    """Until one of these stands, it cannot be told whether it is owed."""
    unless: Sequence[Happening]
    """Where one of these stands, it is not owed."""
    counts: Counts
    how: How
    amount: int | None
    """How many of the unit; none where there is no limit."""
    unit: Unit | None
    counted_from: str
    """From what it is counted, in words."""
    authority: str
    """Law or guidance, in words."""
    source: str
    """Where it was read."""
    valid_from: date | None
    """First day on which it held; none where no source that was read says so."""
    valid_to: date | None
    """Last day on which it held; none while it holds."""
    where: str
    """Condition of a force under which it holds, as `devolved panel site`; empty: all of England and Wales."""
    notes: str
    line: int
    """Line of the table that it stands on."""

    def holds(self, day: date) -> bool:
        """Return whether it was in force on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )

    def is_here(self, where: Sequence[str]) -> bool:
        """Return whether it holds in a force under these conditions."""
        return not self.where or self.where in where

    @property
    def words(self) -> str:
        """Return its name in words: what rows of one duty have in common."""
        return self.duty.replace("_", " ").capitalize().replace("Nrm", "NRM").replace("Care act", "Care Act")

    @property
    def limit(self) -> str:
        """Return its limit in words."""
        if self.how is How.NO_LIMIT:
            return "as soon as possible; no target"
        if self.how is How.BEFORE:
            return f"before {self.counted_from}"
        if self.how is How.NOT_BEFORE:
            return f"not before {self.amount} {self.unit} after {self.counted_from}"
        return f"within {self.amount} {self.unit} of {self.counted_from}"


def kinds_of(table: Sequence[Duty]) -> frozenset[str]:
    """Return the kinds of entry that tell which duties of a table are owed: what the table names, and all that say how
    old somebody was.
    """
    named = {
        one.kind
        for duty in table
        for some in (duty.starts, duty.fulfils, duty.needs, duty.unless)
        for one in some
    }
    aged = {name for name, kind in all_kinds().items() if {"age", "born"} & {f.name for f in fields(kind)}}
    return frozenset(named | aged)
