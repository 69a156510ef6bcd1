"""One durable append with its chain, against a bare insert of the same row with the same durability.

Ours is `ledger.append` of one arrest: it locks the head of the case's chain, hashes and seals the entry,
writes it under its indexes and triggers, moves the head, adds what it mentions to the index of search, asks the
watch, and commits to the disk. The other is what SQLite
itself needs for one row of the same columns and bytes: the standard library's driver, WAL,
synchronous=FULL, the same page cache, `begin immediate`, one insert, `commit`; no index, trigger or chain. Both
files hold as many rows before the first is timed, lie in the same folder, and are written in turn, so that
the disk is as busy for one as for the other.
"""

import sqlite3
from pathlib import Path
from typing import Any

from bench.arrests import arrests
from bench.measure import Goal, apart, paired

BEFORE = 20_000
"""Rows that both files hold beforehand."""
AT_ONCE = 200
"""Appends in each half of a pair, each its own commit: single ones are too short to time."""
PAIRS = 15


def run() -> dict[str, Any]:
    """Return the rate of appends as a share of the rate of bare inserts."""
    found = apart("append:alternate", pairs=PAIRS)
    share = round(1 / found["ratio"]["median"], 3)
    return {
        "goals": [Goal("durable append, share of a bare insert's rate", share, 0.6, "", False).told()],
        "appends_per_second": round(AT_ONCE / found["ours_seconds"]["median"]),
        "bare_inserts_per_second": round(AT_ONCE / found["other_seconds"]["median"]),
        "detail": {"rows_before": BEFORE, "commits_per_half": AT_ONCE, "pairs": PAIRS, **found},
    }


def alternate(pairs: int) -> dict[str, Any]:
    """Append to a fresh record and insert into a bare table in turn."""
    from django.conf import settings

    from clewline.store import ledger
    from clewline.store.chain import COLUMNS

    ledger.append(arrests(range(BEFORE), case="bench"))
    waiting = [
        arrests(range(start, start + AT_ONCE), case="bench")
        for start in range(BEFORE, BEFORE + (pairs + 1) * AT_ONCE, AT_ONCE)
    ]
    halves = iter([list(entries) for entries in waiting])

    def append() -> None:
        for entry in next(halves):
            ledger.append([entry])

    bare = _bare(settings.HOME / "bare.sqlite3")
    rows = _rows_of(settings.HOME / "record.sqlite3", COLUMNS)
    insert_into = f"insert into entry ({', '.join(COLUMNS)}) values ({', '.join('?' * len(COLUMNS))})"
    bare.execute("begin immediate")
    bare.executemany(insert_into, rows)
    bare.execute("commit")

    def insert() -> None:
        for row in rows[:AT_ONCE]:
            bare.execute("begin immediate")
            bare.execute(insert_into, row)
            bare.execute("commit")

    return paired(append, insert, times=pairs)


def _bare(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=wal", "synchronous=full", "cache_size=-65536"):
        connection.execute(f"pragma {pragma}")
    connection.execute(
        "create table entry (seq integer primary key, case_id text, entry_id text, kind text, subject text, "
        "day text, recorded_us integer, recorded_by text, batch text, sheet text, line integer, "
        "stated_by text, corrects text, sealed blob, prev blob, hash blob)"
    )
    return connection


def _rows_of(record: Path, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    """Return the rows as the record stores them, so that the bare table holds the same bytes."""
    connection = sqlite3.connect(record)
    rows = connection.execute(f"select {', '.join(columns)} from store_storedentry order by seq").fetchall()
    connection.close()
    return rows
