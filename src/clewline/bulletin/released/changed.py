"""What changed a number since it was told: the rows that came, went or read otherwise, and the entries behind them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from clewline.bulletin.released.frozen import FrozenNumber
from clewline.bulletin.released.rows import canonical, entries_of
from clewline.bulletin.week import fits
from clewline.figures import Row
from clewline.formats.stated import Relation
from clewline.record.kinds.published import Published

Reason = Literal[
    "late entry",
    "correction",
    "withdrawal",
    "batch reversed",
    "disposal",
    "known again",
    "other",
]

REASONS: Mapping[Reason, str] = {
    "late entry": "an entry came in after the bulletin was counted",
    "correction": "an entry was replaced by a later one",
    "withdrawal": "an entry was withdrawn",
    "batch reversed": "a file was withdrawn with all its entries",
    "disposal": "an entry was lawfully destroyed",
    "known again": "an earlier correction was itself withdrawn",
    "other": "what it is counted with changed, as a list of codes",
}
"""Why a number changed, with what that means."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What differs between two countings of one number, by the ids of entries."""

    came: tuple[str, ...]
    went: tuple[str, ...]
    altered: tuple[str, ...]
    """Entries in both, of which some row reads otherwise: another amount, unit or dimension."""

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.altered)


@dataclass(frozen=True, kw_only=True)
class Cause:
    """One entry through which a number changed."""

    reason: Reason
    entry: str
    """Id of the entry that the number stands on now, or stood on then."""
    by: str
    """Id of the entry that made the change: a late entry itself, or the correction, withdrawal or reversal."""
    recorded_at: datetime | None
    """When that entry was recorded; none where no entry was found that did it, as for a new list of codes."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A number of a released bulletin that is counted otherwise now."""

    number: str
    """Id of the `bulletin_number` that told it."""
    frozen: FrozenNumber
    told: Decimal
    relation: Relation
    was: Decimal
    """What was counted then, or what an earlier correction gave."""
    now: Decimal | None
    """What is counted now; none for a rate that has nothing to divide by any more."""
    stays_true: bool
    """Whether the words told are still true of it, as `over 1,800` of 1,820."""
    causes: tuple[Cause, ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return the reasons, each once, in the order in which they are explained."""
        return tuple(reason for reason in REASONS if any(cause.reason == reason for cause in self.causes))


def difference(then: Iterable[Row], now: Iterable[Row]) -> Difference:
    """Return what differs between the rows of two countings."""
    before, after = ({canonical(row): row for row in rows} for rows in (then, now))
    had, has = set(entries_of(before.values())), set(entries_of(after.values()))
    touched = entries_of(
        [row for line, row in before.items() if line not in after]
        + [row for line, row in after.items() if line not in before]
    )
    return Difference(
        came=tuple(sorted(has - had)),
        went=tuple(sorted(had - has)),
        altered=tuple(i for i in touched if i in had and i in has),
    )


def fits_words(told: Decimal, relation: Relation, count: Decimal) -> bool:
    """Return whether a number as told is true of a count, by the rule that published values are held to."""
    stated = Published(
        release="",
        publisher="",
        scope="force",
        indicator="",
        value=told,
        unit="",
        relation=relation,
        as_stated="",
    )
    return fits(stated, count)
