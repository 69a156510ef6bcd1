"""A statement on a line and a phone was written from the case's phone records: what it said, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class StatementWritten(Facts):
    """A statement on a line and a phone was written. It is a draft until a competent person has adopted it."""

    title: ClassVar[str] = "Statement written"
    supersedes: ClassVar[bool] = False

    line: str
    """Identifier of the line."""
    phone: str
    """Identifier of the other phone."""
    first_day: date
    """First local day of the records weighed."""
    last_day: date
    """Last local day of them."""
    prepared_by: str
    """Who prepared it, as the statement says."""
    page_sha256: str
    """SHA-256 of the statement as a page; the PDF is set from it."""
    rows_sha256: str
    """SHA-256 of the file of rows that its numbers open to."""
    findings: tuple[str, ...] = ()
    """What each evidence type said, with its ratio in log10, its interval and its model."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it begins, or a phone compared with itself."""
        if self.last_day < self.first_day:
            yield "last_day", "The period ends before it begins."
        if self.line == self.phone:
            yield "phone", "A phone is not compared with itself."
