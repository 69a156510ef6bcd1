"""Many rows in and out of the table of entries, past Django's layer that would cost more than the database."""

from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import Any

from django.db import IntegrityError, connection

from clewline.errors import BadInput
from clewline.store.chain import COLUMNS

_AT_ONCE = 2000
_names = count(1)


def insert(rows: Iterator[tuple[Any, ...]]) -> int:
    """Write the rows in their order and return how many there were.

    :raises BadInput: an entry with the same id is already in the record.
    """
    names = ", ".join(COLUMNS)
    written = 0
    try:
        with connection.wrap_database_errors:
            # In parts, so that whoever makes the rows may look things up in between: a COPY under way
            # holds the connection.
            while part := list(islice(rows, _AT_ONCE)):
                _write(names, part)
                written += len(part)
    except IntegrityError as wrong:
        raise BadInput("An entry of the same id is already in the record; nothing was appended.") from wrong
    return written


def _write(names: str, rows: list[tuple[Any, ...]]) -> None:
    if connection.vendor == "sqlite":
        marks = ", ".join("?" * len(COLUMNS))
        connection.connection.executemany(f"insert into store_storedentry ({names}) values ({marks})", rows)
        return
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f"copy store_storedentry ({names}) from stdin") as copy,
    ):
        for row in rows:
            copy.write_row(row)


def select(sql: str, values: Sequence[Any]) -> Iterator[Any]:
    """Return the rows of a query without holding them all: `sql` has `%s` marks on both databases."""
    connection.ensure_connection()
    if connection.vendor == "sqlite":
        found: Iterator[Any] = connection.connection.execute(sql.replace("%s", "?"), values)
        return found
    return _from_server(sql, values)


def _from_server(sql: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    # Without a server-side cursor the driver would hold the whole answer. It outlives its transaction
    # (`withhold`), so that a reader who stops half-way leaves no transaction open behind other writes.
    with connection.connection.cursor(name=f"rows_{next(_names)}", withhold=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(sql, values)
        yield from cursor
