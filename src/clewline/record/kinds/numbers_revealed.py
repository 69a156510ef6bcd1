"""Numbers of other people were shown to someone, for a reason that they gave."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class NumbersRevealed(Facts):
    """Numbers of other people were shown to someone, for a reason that they gave. None of them stands in the entry.

    Without it a line's contacts are shown under pseudonyms. Who and when are those of the entry.
    """

    title: ClassVar[str] = "Numbers revealed"
    supersedes: ClassVar[bool] = False

    reason: str
    """Why, in the words of who asked."""
    shown: str
    """What was shown, as `summary`, `page`, `data`, `page and data` or `rows of contact:c3`."""
    contacts: int
    """Other parties that the line's records name in that period: as many numbers could be shown."""
    asked: tuple[str, ...] = ()
    """Identifiers of the line that was asked about."""
    first_day: date | None = None
    """First local day asked about; none: from the first record."""
    last_day: date | None = None
    """Last local day asked about; none: to the last record."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: that somebody gave a reason in which no word stands."""
        if not any(mark.isalnum() for mark in self.reason):
            yield "reason", "The reason says nothing."
