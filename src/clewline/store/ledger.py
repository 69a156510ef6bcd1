"""Append to the record and read it back.

An append is one transaction: the head of the case's chain is locked, entries are linked and written, the
head moves. Killed at any moment, it leaves all of them or none.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain
from typing import Any

from django.db import connection

from clewline.errors import ChainBroken, NotFound
from clewline.record import Entry, FileLine, Statement
from clewline.record.codec import from_bytes
from clewline.store import bulk
from clewline.store.chain import COLUMNS, GENESIS, HEAD, head_bytes
from clewline.store.linking import EPOCH, Linker
from clewline.store.models import LOOKED_UP, Chain
from clewline.store.seal import unseal

_LISTED = ", ".join(COLUMNS[:-2])
_LOOKED_UP = ", ".join(repr(kind) for kind in LOOKED_UP)
# SQLite uses a partial index only where the query says the index's own condition.
INDEXED_AT_ONCE = 500
"""Entries of an append that are indexed with it. Of a larger one they are indexed when somebody looks, in short
transactions, so that others can write in between.
"""
Ask = Callable[[str, Sequence[Any]], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class StoredRow:
    """An entry as stored, its facts as bytes: what a table is built from without opening each entry."""

    seq: int
    case_id: str
    entry_id: str
    kind: str
    subject: str
    day: date
    recorded_us: int
    recorded_by: str
    batch: str | None
    sheet: str | None
    line: int | None
    stated_by: str | None
    corrects: str | None
    payload: bytes | None
    """Facts as JSON; none where they were lawfully destroyed."""


def append(entries: Iterable[Entry]) -> int:
    """Append the entries, all of one case, to the record and return how many there were.

    :raises NotAllowed: the clock is behind the case's last entry, so that "as known on" would change; or the entries
        hold what the watch holds back (see `watch`): nothing is appended then.
    :raises BadInput: an entry is already in the record, belongs to another case, or names a file not received.
    """
    from clewline.store import mentions, watch  # which read the record through this module

    waiting = iter(entries)
    first = next(waiting, None)
    if first is None:
        return 0
    mentions.catch_up([first.case])
    try:
        with bulk.whole() as session:
            length, head, last_us = _lock(session, first.case)
            # Nothing is left to do here, unless somebody else wrote since.
            mentions.catch_up([first.case])
            writer, added = Linker(first.case, head, last_us), 0
            for part in watch.parts(first.case, chain([first], waiting), empty=length == 0):
                added += session.insert(writer.rows(part))
                session.execute(
                    "update store_chain set length = %s, head = %s, last_us = %s where case_id = %s",
                    [length + added, writer.head, writer.last_us, first.case],
                )
            if added <= INDEXED_AT_ONCE:
                # Whoever looks next need not write, and the disk need not wait twice.
                mentions.catch_up([first.case])
    except watch.HeldBack as wrong:
        # After what was begun is undone, or it would be undone with it.
        watch.log_held_back(wrong.entry)
        raise
    return added


def read(case: str) -> Iterator[Entry]:
    """Yield the case's entries in the order in which they were recorded; destroyed ones are left out."""
    yield from _entries("case_id = %s", [case])


def find(ids: Iterable[str]) -> dict[str, Entry]:
    """Return the entries of those ids; ids that are not in the record are left out."""
    wanted = list(ids)
    found = {}
    for i in range(0, len(wanted), 500):
        some = wanted[i : i + 500]
        marks = ", ".join(["%s"] * len(some))
        found.update({e.id: e for e in _entries(f"entry_id in ({marks})", some)})
    return found


def numbered(numbers: Sequence[int]) -> list[tuple[int, Entry]]:
    """Return the entries of these rows of the record, in the order asked for; destroyed ones are left out."""
    found: dict[int, Entry] = {}
    for i in range(0, len(numbers), 500):
        some = numbers[i : i + 500]
        marks = ", ".join(["%s"] * len(some))
        rows = list(_rows(f"seq in ({marks})", some, ask=bulk.few))
        files = _files_of({row.batch for row in rows if row.batch is not None})
        found.update(_opened(rows, files))
    return [(seq, found[seq]) for seq in numbers if seq in found]


def about(case: str, subjects: Sequence[str], *, besides: str | None = None) -> Iterator[Entry]:
    """Yield the case's entries about the subjects, in order; those of the batch `besides` are left out."""
    rest = "" if besides is None else " and (batch is null or batch <> %s)"
    last_value = [] if besides is None else [besides]
    for i in range(0, len(subjects), 500):
        some = subjects[i : i + 500]
        marks = ", ".join(["%s"] * len(some))
        yield from _entries(f"case_id = %s and subject in ({marks}){rest}", [case, *some, *last_value])


def of_kinds(case: str | None, *kinds: str) -> Iterator[Entry]:
    """Yield the entries of those kinds, of one case or of all, in order."""
    marks = ", ".join(["%s"] * len(kinds))
    where, values = f"kind in ({marks})", list(kinds)
    if set(kinds) <= set(LOOKED_UP):
        where = f"kind in ({_LOOKED_UP}) and {where}"
    if case is not None:
        where, values = f"{where} and case_id = %s", [*values, case]
    yield from _entries(where, values)


def rows(*, after: int = 0) -> Iterator[StoredRow]:
    """Yield all rows with a number above `after`, in order, their facts still bytes."""
    yield from _rows("seq > %s", [after])


def rows_of(case: str, *, after: int, most: int) -> Iterator[StoredRow]:
    """Yield a case's next rows with a number above `after`, at most so many, in order."""
    yield from _rows("case_id = %s and seq > %s", [case, after], limit=most)


def last() -> tuple[int, bytes]:
    """Return the number and hash of the last row of the record; 0 and the genesis hash where there is none."""
    with connection.cursor() as cursor:
        cursor.execute("select seq, hash from store_storedentry order by seq desc limit 1")
        found = cursor.fetchone()
    return (found[0], bytes(found[1])) if found else (0, GENESIS)


def hash_of(seq: int) -> bytes | None:
    """Return the hash of the row of that number."""
    with connection.cursor() as cursor:
        cursor.execute("select hash from store_storedentry where seq = %s", [seq])
        found = cursor.fetchone()
    return bytes(found[0]) if found else None


def cases() -> list[str]:
    """Return the names of the cases, in order."""
    return list(Chain.objects.order_by("case_id").values_list("case_id", flat=True))


def head_of(entry_id: str) -> bytes:
    """Return the head of an entry, as the chain covers it.

    :raises NotFound: there is no such entry.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"select {', '.join(HEAD)} from store_storedentry where entry_id = %s", [entry_id])
        found = cursor.fetchone()
    if found is None:
        raise NotFound(f"There is no entry {entry_id}.")
    return head_bytes([str(v) if isinstance(v, date) else v for v in found])


def _lock(session: bulk.Session, case: str) -> tuple[int, bytes, int]:
    """Return length, head and last instant of the case's chain, held until the transaction ends."""
    lock = "" if connection.vendor == "sqlite" else " for update"
    asked = f"select length, head, last_us from store_chain where case_id = %s{lock}"
    found = session.execute(asked, [case])
    if not found:
        session.execute(
            "insert into store_chain (case_id, length, head, last_us) values (%s, 0, %s, 0) "
            "on conflict (case_id) do nothing",
            [case, GENESIS],
        )
        found = session.execute(asked, [case])
    length, head, last_us = found[0]
    return length, bytes(head), last_us


def _rows(
    where: str, values: Sequence[Any], limit: int | None = None, *, ask: Ask = bulk.select
) -> Iterator[StoredRow]:
    most = "" if limit is None else f" limit {limit}"
    for row in ask(f"select seq, {_LISTED} from store_storedentry where {where} order by seq{most}", values):
        (
            seq,
            case_id,
            entry_id,
            kind,
            subject,
            day,
            us,
            by,
            batch,
            sheet,
            line,
            stated_by,
            corrects,
            sealed,
        ) = row
        yield StoredRow(
            seq,
            case_id,
            entry_id,
            kind,
            subject,
            date.fromisoformat(day) if isinstance(day, str) else day,
            us,
            by,
            batch,
            sheet,
            line,
            stated_by,
            corrects,
            unseal(sealed) if sealed else None,
        )


def _entries(where: str, values: Sequence[Any]) -> Iterator[Entry]:
    for _, entry in _opened(_rows(where, values), {}):
        yield entry


def _opened(rows: Iterable[StoredRow], files: dict[str, str]) -> Iterator[tuple[int, Entry]]:
    """Yield the entries of rows, each with its number; `files` says which file a batch received."""
    for row in rows:
        if row.payload is None:
            continue
        facts, because = from_bytes(row.kind, row.payload)
        yield (
            row.seq,
            Entry(
                id=row.entry_id,
                case=row.case_id,
                subject=row.subject,
                day=row.day,
                facts=facts,
                source=_source(row, files),
                recorded_at=EPOCH + timedelta(microseconds=row.recorded_us),
                recorded_by=row.recorded_by,
                batch=row.batch,
                corrects=row.corrects,
                because=because,
            ),
        )


def _source(row: StoredRow, files: dict[str, str]) -> FileLine | Statement:
    if row.stated_by is not None:
        return Statement(row.stated_by)
    if row.batch is None or row.line is None:
        raise ChainBroken(f"Entry {row.entry_id} has no source.")
    if row.batch not in files:
        files.update(batch_files())
    return FileLine(files[row.batch], row.line, row.sheet)


def batch_files() -> dict[str, str]:
    """Return the SHA-256 of the file that each batch received, by the batch's id."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select entry_id, subject from store_storedentry "
            f"where kind in ({_LOOKED_UP}) and kind = 'received'"
        )
        return dict(cursor.fetchall())


def _files_of(batches: Collection[str]) -> dict[str, str]:
    """Return the SHA-256 of the file that each of some batches received: few of many, for a page."""
    if not batches:
        return {}
    marks = ", ".join(["%s"] * len(batches))
    asked = (
        f"select entry_id, subject from store_storedentry where entry_id in ({marks}) and kind = 'received'"
    )
    return dict(bulk.few(asked, list(batches)))
