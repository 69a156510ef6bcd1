"""Changing any byte of any stored entry is found, and the first broken entry is named."""

import random

import pytest
from django.db import connection

from clewline.errors import ChainBroken
from clewline.store import ledger
from clewline.store.chain import COLUMNS
from clewline.store.verify import verify
from store.story import arrest, receipt


@pytest.fixture
def tampered(record: str) -> str:
    """A record of two cases whose triggers an administrator has switched off."""
    ledger.append([receipt(), arrest(2), arrest(3)])
    ledger.append([receipt("K2", "cdcdcdcdcdcd"), arrest(2, "K2", "cdcdcdcdcdcd")])
    ledger.append([arrest(4)])
    with connection.cursor() as cursor:
        if record == "sqlite":
            names = (
                "entry_no_update",
                "entry_no_delete",
                "entry_no_replace",
                "chain_no_delete",
                "chain_no_shortening",
            )
            for name in names:
                cursor.execute(f"drop trigger {name}")
        else:
            cursor.execute("alter table store_storedentry disable trigger user")
            cursor.execute("alter table store_chain disable trigger user")
    return record


def test_an_untouched_record_verifies(tampered: str) -> None:
    assert [(v.case, v.entries) for v in verify()] == [("K1", 4), ("K2", 2)]


def test_any_changed_byte_of_any_column_is_found(tampered: str) -> None:
    chance = random.Random(7)
    for column in COLUMNS:
        for seq, entry_id, value in _rows(column):
            changed = _changed(value, column, chance)
            _set(column, seq, changed)
            with pytest.raises(ChainBroken) as broken:
                verify()
            if column not in ("entry_id", "case_id"):
                assert entry_id in str(broken.value) or column in ("hash", "prev")
            _set(column, seq, value)
    assert len(verify()) == 2


def test_a_removed_entry_is_found_wherever_it_stood(tampered: str) -> None:
    for seq, _, _ in _rows("kind"):
        with connection.cursor() as cursor:
            columns = ", ".join(COLUMNS)
            cursor.execute(f"select {columns} from store_storedentry where seq = %s", [seq])
            row = cursor.fetchone()
            cursor.execute("delete from store_storedentry where seq = %s", [seq])
            with pytest.raises(ChainBroken):
                verify()
            marks = ", ".join(["%s"] * (len(COLUMNS) + 1))
            cursor.execute(f"insert into store_storedentry (seq, {columns}) values ({marks})", [seq, *row])
    assert len(verify()) == 2


def test_entries_that_change_places_are_found(tampered: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select seq from store_storedentry where case_id = 'K1' order by seq")
        first, second = [row[0] for row in cursor.fetchall()][1:3]
        for old, new in ((first, 1000), (second, first), (1000, second)):
            cursor.execute("update store_storedentry set seq = %s where seq = %s", [new, old])
    with pytest.raises(ChainBroken, match="abababababab:3 of case K1 does not follow"):
        verify()


def _rows(column: str) -> list[tuple[int, str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(f"select seq, entry_id, {column} from store_storedentry order by seq")
        return list(cursor.fetchall())


def _changed(value: object, column: str, chance: random.Random) -> object:
    """Return the value with one byte or digit changed; nothing becomes something."""
    if value is None:
        return 1 if column == "line" else "x"
    if isinstance(value, int):
        return value + 1
    if isinstance(value, bytes | memoryview):
        raw = bytearray(value)
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        return bytes(raw)
    text = str(value)
    if column == "day":
        return "2023-03-07"
    at = chance.randrange(len(text))
    return text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]


def _set(column: str, seq: int, value: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"update store_storedentry set {column} = %s where seq = %s", [value, seq])
