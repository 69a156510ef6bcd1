"""The phone records of one case, open to questions: the files that stand, as one view of rows."""

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

from django.conf import settings

from clewline.analysis.phones.compared import Covered
from clewline.analysis.phones.rows import Connection, Kept, view
from clewline.analysis.tables import connect
from clewline.case import scope
from clewline.errors import NotFound
from clewline.record import Entry
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store.numbers_of_kinds import entries_of
from clewline.workflow.phones import authorities


def folder() -> Path:
    """Return where files of rows lie."""
    home: Path = settings.HOME
    return home / "phones"


def place(rows_sha256: str) -> Path:
    """Return where the file of rows of that hash lies."""
    return folder() / rows_sha256[:2] / f"{rows_sha256}.parquet"


def received(case: str) -> list[Entry]:
    """Return the receipts of phone records of a case that were not undone, in their order."""
    found = entries_of(case, "batch_reversed", "phone_records")
    undone = {e.facts.batch for e in found if isinstance(e.facts, BatchReversed)}
    return [e for e in found if isinstance(e.facts, PhoneRecords) and e.id not in undone]


def kept(case: str, under: str | None = None) -> list[Kept]:
    """Return the files of rows of a case, in the order in which they came; only those taken in `under` an authority, by
    its reference, where one is named.

    :raises NotFound: one is not kept here.
    """
    found = []
    for entry in received(case):
        if (
            isinstance(entry.facts, PhoneRecords)
            and entry.facts.rows_sha256 is not None
            and under in (None, entry.facts.authority)
        ):
            path = place(entry.facts.rows_sha256)
            if not path.exists():
                raise NotFound(f"The rows of the phone records {entry.id} are not kept here.")
            found.append(Kept(path, entry.facts.sha256, entry.facts.exhibit))
    return found


def open_case(case: str, under: str | None = None) -> Connection:
    """Return a connection with the view `events`: the rows of every phone record that the case holds, or that it took
    in `under` one authority.

    :raises NotFound: the case holds none.
    """
    files = kept(case, under)
    if not files and under is not None:
        raise NotFound(f"The case {case} holds no phone records that were taken in under {under}.")
    if not files:
        raise NotFound(f"The case {case} holds no phone records; take them in with `clewline intake`.")
    connection = connect(folder() / "spill")
    view(connection, files)
    return connection


def covered(case: str) -> Covered:
    """Return the first and the last instant (UTC) of which the case's records of each number can tell.

    They begin where the authorities that name it begin, and end where these end, or with the last row of its files.
    """
    spans: dict[str, tuple[datetime, datetime]] = {}
    for entry in authorities.standing(case):
        said = entry.facts
        if isinstance(said, Authority) and said.identifiers and said.covers_from and said.covers_to:
            found = scope.scope(said)
            begins, ends = (at.astimezone(UTC).replace(tzinfo=None) for at in (found.begins, found.ends))
            for number in found.identifiers.numbers:
                first, last = spans.get(number, (begins, ends))
                spans[number] = min(first, begins), max(last, ends)
    for number, day in _last_days(case).items():
        if number in spans:
            first, last = spans[number]
            spans[number] = first, min(last, datetime.combine(day, time()) + timedelta(days=1))
    return spans


def _last_days(case: str) -> dict[str, date]:
    """Return for each number the last day (UTC) of which any of its files holds a row, of whichever number."""
    days: dict[str, date] = {}
    for entry in received(case):
        if isinstance(entry.facts, PhoneRecords) and entry.facts.last_day is not None:
            for identifier in entry.facts.identifiers:
                days[identifier] = max(entry.facts.last_day, days.get(identifier, date.min))
    return days
