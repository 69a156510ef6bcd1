"""Take in a file of phone records: into a case, under an authority that covers it, and nothing beyond that.

A record outside the authority is counted and dropped before anything is written. A file that holds such records is
not kept itself: its hash, its account and the rows that are covered are.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import file_digest, sha256
from pathlib import Path

from clewline.analysis.phones.bulk import Bulk, Piece
from clewline.analysis.phones.read import ColumnReader
from clewline.analysis.phones.rows import Placed, Writer, without_known
from clewline.analysis.tables import connect
from clewline.case.scope import Outside, Scope, scope
from clewline.errors import BadInput, NotAllowed
from clewline.formats.phones.event import Event, Part
from clewline.formats.phones.row import PhoneRows
from clewline.formats.phones.table import Item, PhoneSheet, judged
from clewline.formats.tables.table import Blank, Row
from clewline.record import Entry, Problem, Statement
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store import files, ledger
from clewline.workflow.phones import authorities, exhibits, opened
from clewline.workflow.phones.reading import LargeText, OpenedPhones

AT_ONCE = 50_000
"""Rows written together."""

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


def take_in_phones(
    path: Path,
    *,
    case: str,
    authority: str,
    exhibit: Exhibit,
    by: str,
    at: datetime,
    opens: Callable[[], OpenedPhones],
    dry_run: bool = False,
    told: Told = lambda records: None,
) -> PhoneOutcome:
    """Append the receipt of the file to the case and keep the rows that the authority covers; on a dry run, neither.

    `exhibit` says what the file is; its hash is filled in here.

    :raises NotFound: the case has no such authority.
    :raises NotAllowed: the authority has lapsed, does not cover the file, or the exhibit is another file.
    :raises BadInput: the file cannot be read.
    """
    covers = authorities.find(case, authority)
    authorities.in_force(covers, at.date())
    outcome = PhoneOutcome(file=path.name, sha256="")
    size = path.stat().st_size
    source = opens()
    _may(covers, source)
    if source.large is None or dry_run or _sizes(case, size):
        # Otherwise it is hashed as it is read: a second time through a large file costs as much as a third of it.
        outcome.sha256 = _digest(path)
        outcome.already = _already(case, outcome.sha256, authority)
        if outcome.already is not None:
            return outcome
    outcome.layout = source.layout
    reading = _Reading(outcome, scope(covers), told)
    if dry_run:
        for _ in reading.events(source.sheets):
            pass
        reading.finish()
        _covered(outcome, covers)
        return outcome
    earlier = len(list(ledger.of_kinds(case, "phone_records")))
    batch = sha256(f"phones\0{case}\0{path.name}\0{earlier}".encode()).hexdigest()[:12]
    staged = _stage(reading, path, source, batch)
    try:
        _covered(outcome, covers)
        exhibits.same(case, exhibit.reference, outcome.sha256)
        rows_sha256 = _settle(reading, staged, case)
    finally:
        staged.unlink(missing_ok=True)
    outcome.whole = not outcome.account.out_of_scope and not source.handset
    if outcome.whole:
        files.keep_file(path, outcome.sha256)
    on = at.date()
    held = Exhibit(
        reference=exhibit.reference,
        sha256=outcome.sha256,
        handed_over_by=exhibit.handed_over_by,
        received_by=exhibit.received_by or by,
        description=exhibit.description,
    )
    exhibits.record(held, case=case, day=on, by=by, at=at)
    ledger.append([_receipt(outcome, authority, exhibit.reference, size, rows_sha256, case, batch, by, at)])
    outcome.batch = batch
    return outcome


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _sizes(case: str, size: int) -> bool:
    """Return whether the case received a file of that size before."""
    return any(isinstance(e.facts, PhoneRecords) and e.facts.size == size for e in opened.received(case))


def _already(case: str, digest: str, authority: str) -> str | None:
    for entry in opened.received(case):
        facts = entry.facts
        if isinstance(facts, PhoneRecords) and facts.sha256 == digest and facts.authority == authority:
            return entry.id
    return None


def _may(authority: Authority, source: OpenedPhones) -> None:
    """Refuse what an authority of this kind cannot give.

    :raises NotAllowed: an operator holds no report of a handset's examination.
    """
    if source.handset and authority.nature == "communications data authorisation":
        raise NotAllowed(
            f"The authority {authority.reference} is a communications data authorisation, which is for what an "
            "operator holds; a handset's report needs a device examination, consent or a court order."
        )
    needed = "handset data" if source.handset else "events data"
    if authority.data and needed not in authority.data:
        covered = ", ".join(authority.data)
        raise NotAllowed(f"The authority {authority.reference} covers {covered}, and not {needed}.")


def _covered(outcome: PhoneOutcome, authority: Authority) -> None:
    """Refuse a file of which the authority covers nothing: it is of another case, or the authority was misread.

    :raises NotAllowed: every record that could be read is outside it.
    """
    account = outcome.account
    if account.out_of_scope and not account.taken + account.known:
        why = (
            "of numbers and devices that it does not name"
            if account.other_identifiers >= account.other_dates
            else "of days that it does not cover"
        )
        raise NotAllowed(
            f"None of the {account.out_of_scope:,} records of {outcome.file} is covered by the authority "
            f"{authority.reference}: they are {why}. Is it a file of another case? Nothing was kept."
        )


class _Reading:
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


def _stage(reading: _Reading, path: Path, source: OpenedPhones, batch: str) -> Path:
    """Write the rows that are covered to a file that is not in force yet."""
    staged = opened.folder() / f"{batch}.staged"
    writer = Writer(staged)
    try:
        if source.large is None:
            _row_by_row(reading, source, writer)
        else:
            _by_columns(reading, path, source.large, writer)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    reading.finish()
    return staged


def _row_by_row(reading: _Reading, source: OpenedPhones, writer: Writer) -> None:
    waiting: list[Placed] = []
    for row in reading.events(source.sheets):
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            writer.add(waiting)
            waiting = []
    writer.add(waiting)


def _by_columns(reading: _Reading, path: Path, large: LargeText, writer: Writer) -> None:
    """Read a text by columns; records that no column can speak for go to the reader of rows."""
    columns = ColumnReader(large.layout, large.head.header, number=large.number, scope=reading.covers)
    bulk = Bulk(path, large.head, columns, writer)
    slow: list[Placed] = []
    # The thread that writes has the writer to itself until the last piece.
    for piece in bulk.pieces():
        slow += reading.piece(piece, columns.wanted, large)
    for at in range(0, len(slow), AT_ONCE):
        writer.add(slow[at : at + AT_ONCE])
    if not reading.hashed(bulk.sha256):
        raise BadInput("The file changed while it was being read; take it in again.")


def _settle(reading: _Reading, staged: Path, case: str) -> str | None:
    """Put the rows in force, less those that the case holds already; return the hash of their file."""
    account = reading.account
    if not account.events:
        return None
    ready = staged
    earlier = opened.kept(case)
    if earlier:
        ready = staged.with_suffix(".new")
        connection = connect(opened.folder() / "spill")
        account.known, account.events = without_known(connection, staged, earlier, ready)
        account.taken -= account.known
    try:
        if not account.events:
            return None
        digest = _digest(ready)
        place = opened.place(digest)
        place.parent.mkdir(parents=True, exist_ok=True)
        ready.replace(place)
    finally:
        ready.unlink(missing_ok=True)
    return digest


def _receipt(
    outcome: PhoneOutcome,
    authority: str,
    exhibit: str,
    size: int,
    rows_sha256: str | None,
    case: str,
    batch: str,
    by: str,
    at: datetime,
) -> Entry:
    account = outcome.account
    facts = PhoneRecords(
        sha256=outcome.sha256,
        file=outcome.file,
        size=size,
        layout=outcome.layout,
        authority=authority,
        exhibit=exhibit,
        whole=outcome.whole,
        records=account.records,
        taken=account.taken,
        known=account.known,
        problems=account.problems,
        other_identifiers=account.other_identifiers,
        other_dates=account.other_dates,
        blank=account.blank,
        events=account.events,
        rows_sha256=rows_sha256,
        identifiers=tuple(sorted(outcome.identifiers)),
        first_day=_day(outcome.first),
        last_day=_day(outcome.last),
    )
    for _, sentence in facts.objections(at.date()):
        raise BadInput(f"{sentence} Nothing was taken in; please report this with the file's layout.")
    return Entry(
        id=batch,
        case=case,
        subject=outcome.sha256,
        day=at.date(),
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=by,
        batch=batch,
    )


def _day(instant: datetime | None) -> date | None:
    return None if instant is None else instant.date()
