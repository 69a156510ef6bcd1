"""Many rows in and out of the table of entries, past Django's layer that would cost more than the database."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any

from django.db import IntegrityError, connection

from clewline.errors import BadInput
from clewline.store.chain import COLUMNS

_AT_ONCE = 2000
_names = count(1)


def insert(rows: Iterable[tuple[Any, ...]]) -> int:
    """Write the rows in their order and return how many there were.

    :raises BadInput: an entry with the same id is already in the record.
    """
    counted = _Counted(rows)
    names = ", ".join(COLUMNS)
    try:
        if connection.vendor == "sqlite":
            marks = ", ".join("?" * len(COLUMNS))
            with connection.wrap_database_errors:
                connection.connection.executemany(
                    f"insert into store_storedentry ({names}) values ({marks})", counted
                )
        else:
            with (
                connection.wrap_database_errors,
                connection.connection.cursor() as cursor,
                cursor.copy(f"copy store_storedentry ({names}) from stdin") as copy,
            ):
                for row in counted:
                    copy.write_row(row)
    except IntegrityError as wrong:
        raise BadInput("An entry of the same id is already in the record; nothing was appended.") from wrong
    return counted.seen


class _Counted:
    """An iterable that knows how many rows it gave."""

    def __init__(self, rows: Iterable[tuple[Any, ...]]) -> None:
        self._rows = rows
        self.seen = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for row in self._rows:
            self.seen += 1
            yield row


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
