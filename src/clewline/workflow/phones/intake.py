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

from clewline.analysis.phones.rows import Placed, Writer, without_known
from clewline.analysis.tables import connect
from clewline.case.scope import Outside, Scope, scope
from clewline.errors import BadInput, NotAllowed
from clewline.formats.phones.event import Event, Part
from clewline.formats.phones.table import PhoneSheet
from clewline.formats.tables.table import Blank
from clewline.record import Entry, Problem, Statement
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store import files, ledger
from clewline.workflow.phones import authorities, exhibits, opened
from clewline.workflow.phones.reading import OpenedPhones

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
    digest, size = _digest(path)
    outcome = PhoneOutcome(file=path.name, sha256=digest)
    outcome.already = _already(case, digest, authority)
    if outcome.already is not None:
        return outcome
    source = opens()
    _may(covers, source)
    outcome.layout = source.layout
    reading = _Reading(outcome, scope(covers), told)
    if dry_run:
        for _ in reading.events(source.sheets):
            pass
        reading.finish()
        _covered(outcome, covers)
        return outcome
    batch = sha256(f"{case}\0{digest}\0{authority}\0{at.isoformat()}".encode()).hexdigest()[:12]
    rows_sha256 = _write(reading, source, case, batch)
    _covered(outcome, covers)
    outcome.whole = not outcome.account.out_of_scope and not source.handset
    if outcome.whole:
        files.keep_file(path, digest)
    on = at.date()
    held = Exhibit(
        reference=exhibit.reference,
        sha256=digest,
        handed_over_by=exhibit.handed_over_by,
        received_by=exhibit.received_by or by,
        description=exhibit.description,
    )
    exhibits.record(held, case=case, day=on, by=by, at=at)
    ledger.append([_receipt(outcome, authority, exhibit.reference, size, rows_sha256, case, batch, by, at)])
    outcome.batch = batch
    return outcome


def _digest(path: Path) -> tuple[str, int]:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest(), path.stat().st_size


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
        self._outcome, self._covers, self._told = outcome, covers, told

    @property
    def account(self) -> PhoneAccount:
        """What became of the records read so far."""
        return self._outcome.account

    def events(self, sheets: Sequence[PhoneSheet]) -> Iterator[Placed]:
        """Yield the rows that are covered, each with its sheet, line and place in the record."""
        account, outcome = self._outcome.account, self._outcome
        for sheet in sheets:
            for item in sheet.items:
                if isinstance(item, Problem):
                    account.records += item.records
                    account.problems += item.records
                    outcome.problems.append(item)
                elif isinstance(item, Blank):
                    account.records += item.records
                    account.blank += item.records
                else:
                    account.records += 1
                    yield from self._record(sheet.name, *item)
                if account.records % 10_000 == 0:
                    self._told(account.records)
        self._told(account.records)

    def _record(self, sheet: str | None, line: int, part: Part) -> Iterator[Placed]:
        account, outside = self._outcome.account, self._covers.outside
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
        if named := self._covers.identifiers.of(event):
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


def _write(reading: _Reading, source: OpenedPhones, case: str, batch: str) -> str | None:
    """Write the rows that are covered, less those that the case holds; return the hash of their file."""
    staged = opened.folder() / f"{batch}.staged"
    writer = Writer(staged)
    waiting: list[Placed] = []
    try:
        for row in reading.events(source.sheets):
            waiting.append(row)
            if len(waiting) == AT_ONCE:
                writer.add(waiting)
                waiting = []
        writer.add(waiting)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    reading.finish()
    try:
        return _settle(reading, staged, case)
    finally:
        staged.unlink(missing_ok=True)


def _settle(reading: _Reading, staged: Path, case: str) -> str | None:
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
        digest = _digest(ready)[0]
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
