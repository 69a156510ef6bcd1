"""One file was taken in: the batch that its entries belong to, and the account of its records."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Received(Facts):
    """One file was taken in: the batch that its entries belong to, and the account of its records."""

    title: ClassVar[str] = "File received"
    supersedes: ClassVar[bool] = False

    sha256: str
    """SHA-256 of the bytes."""
    file: str
    """Name of the file as received, without its folder."""
    size: int
    """Bytes."""
    mapping: str
    """Mapping that read it."""
    force: str | None = None
    """Force whose system it came from."""
    records: int = 0
    """Records in the file."""
    taken: int = 0
    """Records that gave entries."""
    known: int = 0
    """Records that the case held already, word for word."""
    problems: int = 0
    """Records refused with a reason."""
    blank: int = 0
    """Blank records."""
    entries: int = 0
    """Entries that the taken records gave."""
    set_aside: int | None = None
    """Numbers of a text that state no result; a table has none."""
    withheld: int | None = None
    """Entries that were held back, as a charge of a child of whom nobody considered section 45, though the rest of
    their records was taken or refused: taking the file in again adds those that may be recorded by then.
    """

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: records that are not accounted for."""
        if self.records != self.taken + self.known + self.problems + self.blank + (self.set_aside or 0):
            yield "records", "Records in are not records taken, known, refused, set aside and blank."
