"""A file of phone records was taken in: under which authority, from which exhibit, and what became of each record."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class PhoneRecords(Facts):
    """A file of phone records was taken in. Its rows are not entries: they lie in a file of their own.

    A row is known as the file's SHA-256 and its line.
    """

    title: ClassVar[str] = "Phone records received"
    supersedes: ClassVar[bool] = False

    sha256: str
    """SHA-256 of the bytes of the file."""
    file: str
    """Name of the file as received, without its folder."""
    size: int
    """Bytes."""
    layout: str
    """Format or layout that read it."""
    authority: str
    """Reference of the authority that covers it."""
    exhibit: str
    """Reference of the exhibit that it is."""
    whole: bool
    """Whether the file is kept. One with records outside the authority is not: only its hash and rows are."""
    records: int = 0
    """Records in the file."""
    taken: int = 0
    """Records of which rows are kept."""
    known: int = 0
    """Records that an earlier file of the case gave already, field by field."""
    problems: int = 0
    """Records refused with a reason."""
    other_identifiers: int = 0
    """Records of numbers and devices that the authority does not name: counted and dropped."""
    other_dates: int = 0
    """Records of days that the authority does not cover: counted and dropped."""
    blank: int = 0
    """Blank records."""
    events: int = 0
    """Rows kept: a record of a call between two numbers of the case gives two."""
    rows_sha256: str | None = None
    """SHA-256 of the file of rows; none where nothing was taken."""
    identifiers: tuple[str, ...] = ()
    """Identifiers of the authority that the rows are of."""
    first_day: date | None = None
    """Day (UTC) of the first row."""
    last_day: date | None = None
    """Day (UTC) of the last row."""

    @property
    def out_of_scope(self) -> int:
        """Records that the authority does not cover."""
        return self.other_identifiers + self.other_dates

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: records that are not accounted for."""
        if self.records != self.taken + self.known + self.problems + self.out_of_scope + self.blank:
            yield "records", "Records in are not records taken, known, refused, out of scope and blank."
