"""The phone records of one case, open to questions: the files that stand, as one view of rows."""

from datetime import UTC, datetime
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
from clewline.store import ledger
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
    undone = {
        e.facts.batch for e in ledger.of_kinds(case, "batch_reversed") if isinstance(e.facts, BatchReversed)
    }
    return [e for e in ledger.of_kinds(case, "phone_records") if e.id not in undone]


def kept(case: str) -> list[Kept]:
    """Return the files of rows of a case, in the order in which they came.

    :raises NotFound: one is not kept here.
    """
    found = []
    for entry in received(case):
        if isinstance(entry.facts, PhoneRecords) and entry.facts.rows_sha256 is not None:
            path = place(entry.facts.rows_sha256)
            if not path.exists():
                raise NotFound(f"The rows of the phone records {entry.id} are not kept here.")
            found.append(Kept(path, entry.facts.sha256, entry.facts.exhibit))
    return found


def open_case(case: str) -> Connection:
    """Return a connection with the view `events`: the rows of every phone record that the case holds.

    :raises NotFound: the case holds none.
    """
    files = kept(case)
    if not files:
        raise NotFound(f"The case {case} holds no phone records; take them in with `clewline intake`.")
    connection = connect(folder() / "spill")
    view(connection, files)
    return connection


def covered(case: str) -> Covered:
    """Return the first and the last instant (UTC) that the case's authorities name for each number."""
    spans: dict[str, tuple[datetime, datetime]] = {}
    for entry in authorities.standing(case):
        said = entry.facts
        if isinstance(said, Authority) and said.identifiers and said.covers_from and said.covers_to:
            found = scope.scope(said)
            begins, ends = (at.astimezone(UTC).replace(tzinfo=None) for at in (found.begins, found.ends))
            for number in found.identifiers.numbers:
                first, last = spans.get(number, (begins, ends))
                spans[number] = min(first, begins), max(last, ends)
    return spans
