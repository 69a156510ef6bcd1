"""A bulletin was drafted: its text and the rows that its numbers stand on, each kept under its SHA-256."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class BulletinWritten(Facts):
    """A bulletin was drafted: its text and the rows that its numbers stand on, each kept under its SHA-256."""

    title: ClassVar[str] = "Bulletin drafted"
    supersedes: ClassVar[bool] = False

    style: Literal["release", "table", "thread"]
    """Form in which it was written."""
    body: str
    """Who is to publish it, as the text says."""
    drafted_by: str
    """Who drafted it."""
    period_start: date
    """First day of its period."""
    period_end: date
    """Last day of its period."""
    as_of: str
    """Instant of knowledge (ISO 8601, UTC): everything recorded later is left out."""
    text_sha256: str
    """SHA-256 of the text."""
    rows_sha256: str
    """SHA-256 of the frozen rows: selections, rows of each number, and what was held back."""
    engine: str
    """Engine that counted it, with its version."""
    numbers: int
    """Numbers that it tells; each is an entry of kind `bulletin_number`."""
    held_back: int = 0
    """Counts that it does not tell, by the rule for small numbers."""
    force: str | None = None
    """Force that was counted; none for all."""
    since: date | None = None
    """First day of the programme, where the bulletin reports it."""
    cases: tuple[str, ...] = ()
    """Cases that were counted, where not all."""
    corrections: tuple[str, ...] = ()
    """Ids of the `bulletin_corrected` entries that it tells."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it starts, or a programme that starts after it."""
        if self.period_end < self.period_start:
            yield "period_end", "The period ends before it starts."
        if self.since is not None and self.since > self.period_start:
            yield "since", "The programme begins after the period."
