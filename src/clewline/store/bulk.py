"""Rows in and out of the record, past Django's layer where that would cost more than the database."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count, islice
from typing import Any

from django.db import DEFAULT_DB_ALIAS, IntegrityError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from clewline.errors import BadInput
from clewline.store.chain import COLUMNS

_AT_ONCE = 2000
_NAMES = ", ".join(COLUMNS)
_INSERT = f"insert into store_storedentry ({_NAMES}) values ({', '.join('?' * len(COLUMNS))})"
_COPY = f"copy store_storedentry ({_NAMES}) from stdin"
_cursors = count(1)


class Session:
    """Statements within one transaction; the connection is looked up once, not at each."""

    def __init__(self, database: BaseDatabaseWrapper) -> None:
        self.embedded = database.vendor == "sqlite"
        self._database = database

    def execute(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Run a statement with `%s` marks and return its rows."""
        if self.embedded:
            rows: list[tuple[Any, ...]] = self._database.connection.execute(
                sql.replace("%s", "?"), values
            ).fetchall()
            return rows
        with self._database.cursor() as cursor:
            cursor.execute(sql, values)
            return list(cursor.fetchall()) if cursor.description else []

    def many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run a statement with `%s` marks once for each row."""
        if self.embedded:
            self._database.connection.executemany(sql.replace("%s", "?"), rows)
            return
        with self._database.cursor() as cursor:
            cursor.executemany(sql, rows)

    def insert(self, rows: Iterator[tuple[Any, ...]]) -> int:
        """Write entries in their order and return how many there were.

        They go in parts, so that whoever makes the rows may look things up in between: a COPY under way holds
        the connection.

        :raises BadInput: an entry with the same id is already in the record.
        """
        written = 0
        try:
            with self._database.wrap_database_errors:
                while part := list(islice(rows, _AT_ONCE)):
                    self._write(part)
                    written += len(part)
        except IntegrityError as wrong:
            raise BadInput(
                "An entry of the same id is already in the record; nothing was appended."
            ) from wrong
        return written

    def _write(self, rows: list[tuple[Any, ...]]) -> None:
        if self.embedded:
            self._database.connection.executemany(_INSERT, rows)
            return
        with self._database.connection.cursor() as cursor, cursor.copy(_COPY) as copy:
            for row in rows:
                copy.write_row(row)


@contextmanager
def whole() -> Iterator[Session]:
    """Do all of the body in one transaction, or none of it; within another it is a part of that.

    On SQLite it is begun and ended here: Django's own way costs as much again as a durable insert.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if database.vendor != "sqlite" or database.in_atomic_block:
        with transaction.atomic():
            yield Session(database)
        return
    database.ensure_connection()
    if database.connection.in_transaction:
        yield Session(database)
        return
    run = database.connection.execute
    with database.wrap_database_errors:
        run("begin immediate")
        try:
            yield Session(database)
        except BaseException:
            run("rollback")
            raise
        run("commit")


def select(sql: str, values: Sequence[Any]) -> Iterator[Any]:
    """Return the rows of a query without holding them all: `sql` has `%s` marks on both databases."""
    database = connections[DEFAULT_DB_ALIAS]
    database.ensure_connection()
    if database.vendor == "sqlite":
        found: Iterator[Any] = database.connection.execute(sql.replace("%s", "?"), values)
        return found
    return _from_server(database, sql, values)


def few(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a query that gives few of them: on a server in one message, where `select` needs several."""
    database = connections[DEFAULT_DB_ALIAS]
    database.ensure_connection()
    return Session(database).execute(sql, values)


def _from_server(database: BaseDatabaseWrapper, sql: str, values: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    # Without a server-side cursor the driver would hold the whole answer. It outlives its transaction
    # (`withhold`), so that a reader who stops half-way leaves no transaction open behind other writes.
    with database.connection.cursor(name=f"rows_{next(_cursors)}", withhold=True) as cursor:
        cursor.itersize = _AT_ONCE
        cursor.execute(sql, values)
        yield from cursor
