"""What the case's phone records say of a line was shown to someone."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class LineShown(Facts):
    """What the case's phone records say of a line was shown to someone. Who and when are those of the entry.

    Other people stand in it under pseudonyms; where their numbers were shown, `numbers_revealed` says so too.
    """

    title: ClassVar[str] = "Line shown"
    supersedes: ClassVar[bool] = False

    shown: str
    """What was shown, as `summary`, `page`, `data`, `page and data` or `rows of journey:3`."""
    asked: tuple[str, ...] = ()
    """Identifiers of the line that was asked about."""
    first_day: date | None = None
    """First local day asked about; none: from the first record."""
    last_day: date | None = None
    """Last local day asked about; none: to the last record."""
    compared: int | None = None
    """Other numbers of the case with which it was compared, as those that it may have moved to or come from."""
    proposed: tuple[str, ...] = ()
    """Those of them that were proposed."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it begins, more numbers proposed than compared."""
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            yield "last_day", "The period ends before it begins."
        if len(self.proposed) > (self.compared or 0):
            yield "compared", "More numbers were proposed than were compared."
