"""The account of a file of phone records: what became of each record, and the rows that its authority covers."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from clewline.analysis.phones.bulk import Piece
from clewline.analysis.phones.rows import Placed
from clewline.case.scope import Outside, Scope
from clewline.formats.phones.event import Event, Part
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.table import Item, PhoneSheet, judged
from clewline.formats.tables.table import Blank, Row
from clewline.record import Problem
from clewline.workflow.phones.reading import LargeText

SHOWN = 5
Told = Callable[[int], None]
"""Hears how many records have been read."""


@dataclass
class PhoneAccount:
    """What became of each record: records = taken + known + problems + out of scope + blank."""

    records: int = 0
    taken: int = 0
    known: int = 0
    problems: int = 0
    other_identifiers: int = 0
    other_dates: int = 0
    blank: int = 0
    events: int = 0

    @property
    def out_of_scope(self) -> int:
        return self.other_identifiers + self.other_dates


@dataclass
class PhoneOutcome:
    """What intake of phone records did, or would do."""

    file: str
    sha256: str
    layout: str = ""
    batch: str | None = None
    already: str | None = None
    """Batch that received the same file under the same authority before."""
    whole: bool = False
    """Whether the file itself is kept."""
    account: PhoneAccount = field(default_factory=PhoneAccount)
    problems: list[Problem] = field(default_factory=list)
    services: Counter[str] = field(default_factory=Counter)
    identifiers: set[str] = field(default_factory=set)
    first: datetime | None = None
    last: datetime | None = None
    ambiguous: int = 0
    """Rows whose local time names two instants."""
    without_place: int = 0
    """Rows with a cell of which no coordinates are given."""
    sample: list[Placed] = field(default_factory=list)
    """Rows kept to show in a preview; all are covered."""


class Reading:
    """The rows of one file that are covered, and the account of all its records."""

    def __init__(self, outcome: PhoneOutcome, covers: Scope, told: Told) -> None:
        self._outcome, self.covers, self._told = outcome, covers, told
        self._rows: PhoneRows | None = None

    def hashed(self, sha256: str) -> bool:
        """Take note of the file's hash; return whether it is the one that was known, if one was."""
        self._outcome.sha256 = self._outcome.sha256 or sha256
        return self._outcome.sha256 == sha256

    def piece(self, piece: Piece, columns: Sequence[str], large: LargeText) -> list[Placed]:
        """Add a piece that was read by columns to the account; return the rows of records read one by one."""
        account, outcome, counted = self.account, self._outcome, piece.counted
        account.records += piece.records - len(piece.slow)
        account.taken += counted.taken
        account.events += counted.taken
        account.other_identifiers += counted.other_identifiers
        account.other_dates += counted.other_dates
        outcome.services += counted.services
        outcome.identifiers |= counted.identifiers
        outcome.without_place += counted.without_place
        if counted.first is not None and counted.last is not None:
            outcome.first = min(counted.first, outcome.first or counted.first)
            outcome.last = max(counted.last, outcome.last or counted.last)
        if self._rows is None:
            self._rows = PhoneRows(large.layout, columns, number=large.number)
        found: list[Placed] = []
        for line, cells in piece.slow:
            found += self._item(None, judged(Row(line, cells), self._rows))
        for item in piece.others:
            found += self._item(None, item)
        self._told(account.records)
        return found

    @property
    def account(self) -> PhoneAccount:
        """What became of the records read so far."""
        return self._outcome.account

    def events(self, sheets: Sequence[PhoneSheet]) -> Iterator[Placed]:
        """Yield the rows that are covered, each with its sheet, line and place in the record."""
        account = self.account
        for sheet in sheets:
            for item in sheet.items:
                yield from self._item(sheet.name, item)
                if account.records % 10_000 == 0:
                    self._told(account.records)
        self._told(account.records)

    def _item(self, sheet: str | None, item: Item) -> Iterator[Placed]:
        account = self.account
        if isinstance(item, Problem):
            account.records += item.records
            account.problems += item.records
            self._outcome.problems.append(item)
        elif isinstance(item, Blank):
            account.records += item.records
            account.blank += item.records
        else:
            account.records += 1
            yield from self._record(sheet, *item)

    def _record(self, sheet: str | None, line: int, part: Part) -> Iterator[Placed]:
        account, outside = self._outcome.account, self.covers.outside
        why: set[Outside] = set()
        kept = 0
        for at, event in enumerate(part, start=1):
            if reason := outside(event):
                why.add(reason)
                continue
            kept += 1
            self._notice(event)
            if len(self._outcome.sample) < SHOWN:
                self._outcome.sample.append((sheet, line, at, event))
            yield sheet, line, at, event
        if kept:
            account.taken += 1
            account.events += kept
        elif "dates" in why:
            account.other_dates += 1
        else:
            account.other_identifiers += 1

    def _notice(self, event: Event) -> None:
        outcome = self._outcome
        outcome.services[event.service] += 1
        if named := self.covers.identifiers.of(event):
            outcome.identifiers.add(named)
        outcome.without_place += event.cell is not None and event.lat is None
        if event.earliest is not None and event.latest is not None:
            outcome.ambiguous += event.earliest != event.latest
            outcome.first = event.earliest if outcome.first is None else min(outcome.first, event.earliest)
            outcome.last = event.latest if outcome.last is None else max(outcome.last, event.latest)

    def repeated(self, rows: int) -> None:
        """Say that rows of the file stand in it again: two equal rows are two events until somebody says otherwise."""
        if rows:
            self._outcome.problems.append(
                Problem(
                    line=1,
                    rule="rows-repeated",
                    what=f"{rows:,} rows stand in the file again, word for word; each is kept as an event of its own.",
                    do="Ask the operator whether these are one event or several.",
                    records=0,
                )
            )

    def not_compared(self) -> None:
        """Say that a file is so large that equal rows in it were not looked for."""
        self._outcome.problems.append(
            Problem(
                line=1,
                rule="repeats-not-looked-for",
                what="The file is so large that rows that stand in it twice were not looked for.",
                do="Nothing, unless the operator's files are known to repeat rows.",
                records=0,
            )
        )

    def finish(self) -> None:
        """Say what should be known of the rows as a whole."""
        outcome = self._outcome
        if outcome.ambiguous:
            outcome.problems.append(
                Problem(
                    line=1,
                    rule="hour-that-occurred-twice",
                    what=f"{outcome.ambiguous:,} rows are of the hour that occurred twice when the clocks went back; "
                    "each is kept with both instants.",
                    do="Nothing; ask the operator for times in UTC if one of them matters.",
                    records=0,
                )
            )
        if outcome.without_place:
            outcome.problems.append(
                Problem(
                    line=1,
                    rule="cell-without-coordinates",
                    what=f"{outcome.without_place:,} rows name a cell of which no coordinates are given.",
                    do="Ask the operator where these cells were; such rows say nothing of where the phone was.",
                    records=0,
                )
            )
