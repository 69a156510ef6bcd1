"""Entries to rows of the table: each linked to the one before it, its facts sealed, its instant in order."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from clewline.errors import BadInput, NotAllowed
from clewline.record import Entry, Statement
from clewline.record.codec import to_bytes
from clewline.store.chain import head_bytes, link
from clewline.store.seal import sealer

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DRIFT = timedelta(minutes=5)
"""How far a clock may be behind the last entry before an append is refused, not set to its instant."""


class Linker:
    """Turns entries into rows of the table, each linked to the one before it."""

    def __init__(self, case: str, head: bytes, last_us: int) -> None:
        self.case = case
        self.head = head
        self.last_us = last_us

    def rows(self, entries: Iterable[Entry]) -> Iterator[tuple[Any, ...]]:
        """Yield a row for each entry, in their order."""
        salts = sealer()
        for entry in entries:
            yield self._row(entry, salts)

    def _row(self, entry: Entry, salts: Iterator[bytes]) -> tuple[Any, ...]:
        if entry.case != self.case:
            raise BadInput(f"Entry {entry.id} belongs to case {entry.case}, not {self.case}.")
        source = entry.source
        if isinstance(source, Statement):
            sheet = line = None
            stated_by = source.by
        else:
            sheet, line, stated_by = source.sheet, source.line, None
            if entry.batch is None:
                raise BadInput(f"Entry {entry.id} names a file but no batch that received it.")
        head = (
            self.case,
            entry.id,
            entry.kind,
            entry.subject,
            entry.day.isoformat(),
            self._instant(entry.recorded_at),
            entry.recorded_by,
            entry.batch,
            sheet,
            line,
            stated_by,
            entry.corrects,
        )
        sealed = next(salts) + to_bytes(entry.facts, entry.because)
        prev, self.head = self.head, link(self.head, head_bytes(head), sealed)
        return (*head, sealed, prev, self.head)

    def _instant(self, at: datetime) -> int:
        us = (at - EPOCH) // timedelta(microseconds=1)
        if us < self.last_us:
            if timedelta(microseconds=self.last_us - us) > DRIFT:
                raise NotAllowed(
                    "The clock is behind the last entry of the case; set it right and try again."
                )
            us = self.last_us
        self.last_us = us
        return us
