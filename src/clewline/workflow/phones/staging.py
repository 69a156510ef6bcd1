"""Rows of a file of phone records, written beside the record until it is known that they may come into force."""

from contextlib import closing
from hashlib import file_digest
from pathlib import Path

from clewline.analysis.phones.bulk import Bulk
from clewline.analysis.phones.read import ColumnReader
from clewline.analysis.phones.rows import Placed, Writer, repeated, without_known
from clewline.analysis.tables import connect
from clewline.errors import BadInput
from clewline.store import files
from clewline.workflow.phones import opened
from clewline.workflow.phones.account import Reading
from clewline.workflow.phones.reading import LargeText, OpenedPhones

MOST_COMPARED = 2_000_000
"""Rows of one file up to which rows that stand in it twice are looked for; that they are not is said otherwise."""
AT_ONCE = 50_000
"""Rows written together."""


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def stage(
    reading: Reading, path: Path, source: OpenedPhones, batch: str, keeping: files.Keeping | None = None
) -> Path:
    """Write the rows that are covered to a file that is not in force yet.

    `keeping` is given the file's own bytes as long as every record of them is covered.
    """
    staged = opened.folder() / f"{batch}.staged"
    writer = Writer(staged)
    try:
        if source.large is None:
            _row_by_row(reading, source, writer)
        else:
            _by_columns(reading, path, source.large, writer, keeping)
    except BaseException:
        writer.abandon()
        raise
    writer.close()
    reading.finish()
    return staged


def _row_by_row(reading: Reading, source: OpenedPhones, writer: Writer) -> None:
    waiting: list[Placed] = []
    for row in reading.events(source.sheets):
        waiting.append(row)
        if len(waiting) == AT_ONCE:
            writer.add(waiting)
            waiting = []
    writer.add(waiting)


def _by_columns(
    reading: Reading, path: Path, large: LargeText, writer: Writer, keeping: files.Keeping | None
) -> None:
    """Read a text by columns; records that no column can speak for go to the reader of rows."""
    columns = ColumnReader(large.layout, large.head.header, number=large.number, scope=reading.covers)
    bulk = Bulk(path, large.head, columns, writer)
    slow: list[Placed] = []
    # The thread that writes has the writer to itself until the last piece.
    with closing(bulk.pieces()) as pieces:
        for piece in pieces:
            slow += reading.piece(piece, columns.wanted, large)
            # A record that is not covered is written nowhere, so no byte of its piece, and none after it.
            if keeping is not None and piece.content is not None and not reading.account.out_of_scope:
                keeping.add(piece.content)
    for at in range(0, len(slow), AT_ONCE):
        writer.add(slow[at : at + AT_ONCE])
    if not reading.hashed(bulk.sha256) or bulk.size != path.stat().st_size:
        raise BadInput("The file changed while it was being read; take it in again.")


def settle(reading: Reading, staged: Path, case: str) -> str | None:
    """Put the rows in force, less those that the case holds already; return the hash of their file."""
    account = reading.account
    if not account.events:
        return None
    ready = staged
    earlier = opened.kept(case)
    connection = connect(opened.folder() / "spill")
    if account.events <= MOST_COMPARED:
        reading.repeated(repeated(connection, staged))
    else:
        reading.not_compared()
    if earlier:
        ready = staged.with_suffix(".new")
        account.known, account.events = without_known(connection, staged, earlier, ready)
        account.taken -= account.known
    try:
        if not account.events:
            return None
        hashed = digest(ready)
        place = opened.place(hashed)
        place.parent.mkdir(parents=True, exist_ok=True)
        ready.replace(place)
    finally:
        ready.unlink(missing_ok=True)
    return hashed
