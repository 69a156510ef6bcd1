"""Rows of the case's phone records were written out of the case, to a file."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class RowsWritten(Facts):
    """Rows of the case's phone records were written out of it, to a file. Who and when are those of the entry.

    A statement's own page and PDF are in `statement_written`.
    """

    title: ClassVar[str] = "Rows written"
    supersedes: ClassVar[bool] = False

    what: Literal["schedule of facts", "file of rows", "page of a line"]
    """What the file is."""
    sha256: str
    """SHA-256 of the file; its name and place are not recorded."""
    asked: tuple[str, ...] = ()
    """Identifiers of the phones whose rows are in it."""
    first_day: date | None = None
    """First local day of the rows; none: from the first record."""
    last_day: date | None = None
    """Last local day of the rows; none: to the last record."""
    prepared_by: str | None = None
    """Who prepared it, where the file says so."""
    revealed: bool | None = None
    """Whether other people's numbers stand in it."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it begins."""
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            yield "last_day", "The period ends before it begins."
