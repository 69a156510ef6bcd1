"""What is appended is read back, in order, exactly; what should not be appended is refused whole."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from clewline.errors import BadInput, ChainBroken, NotAllowed
from clewline.record import Statement
from clewline.record.kinds.disposal import Disposal
from clewline.store import ledger
from clewline.store.disposal import dispose
from clewline.store.verify import verify
from store.story import AT, FILE, arrest, receipt


def test_what_was_appended_is_read_back_exactly(record: str) -> None:
    entries = [
        receipt(),
        arrest(2),
        replace(arrest(3), corrects="abababababab:2", because='age, "checked" ü'),
    ]
    assert ledger.append(entries) == 3
    assert list(ledger.read("K1")) == entries
    assert ledger.find(["abababababab:3", "none"]) == {"abababababab:3": entries[2]}
    assert list(ledger.about("K1", ["C/2", "C/9"])) == [entries[1]]
    assert ledger.cases() == ["K1"]


def test_an_append_is_all_or_nothing(record: str) -> None:
    ledger.append([receipt(), arrest(2)])
    with pytest.raises(BadInput, match="already in the record"):
        ledger.append([arrest(5), arrest(2)])
    assert [e.id for e in ledger.read("K1")] == ["abababababab", "abababababab:2"]
    assert verify()[0].entries == 2


def test_entries_of_another_case_or_without_a_batch_are_refused(record: str) -> None:
    with pytest.raises(BadInput, match="belongs to case K2"):
        ledger.append([receipt(), arrest(2, case="K2")])
    with pytest.raises(BadInput, match="no batch"):
        ledger.append([replace(arrest(2), batch=None)])
    assert ledger.cases() == []


def test_a_clock_that_runs_behind_the_record_is_refused(record: str) -> None:
    ledger.append([receipt()])
    ledger.append([arrest(2, at=AT - timedelta(minutes=2))])
    assert [e.recorded_at for e in ledger.read("K1")] == [AT, AT]
    with pytest.raises(NotAllowed, match="clock"):
        ledger.append([arrest(3, at=AT - timedelta(hours=2))])


def test_a_control_character_in_a_subject_is_refused(record: str) -> None:
    with pytest.raises(BadInput, match="control character"):
        ledger.append([receipt(), replace(arrest(2), subject="C\x002")])
    ledger.append([receipt(), replace(arrest(2), subject='C"\\2')])
    assert [v.entries for v in verify()] == [2]


@pytest.mark.parametrize(
    "change",
    [
        "update store_storedentry set kind = 'charge'",
        "update store_storedentry set sealed = sealed",
        "update store_storedentry set sealed = ''",
        "delete from store_storedentry",
        "delete from store_chain",
        "update store_chain set length = 1",
    ],
)
def test_the_database_refuses_change(record: str, change: str) -> None:
    ledger.append([receipt(), arrest(2)])
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)
    assert verify()[0].entries == 2


def test_sqlite_refuses_to_replace_and_postgres_to_truncate(record: str) -> None:
    ledger.append([receipt(), arrest(2)])
    change = (
        "insert or replace into store_storedentry select * from store_storedentry limit 1"
        if record == "sqlite"
        else "truncate store_storedentry"
    )
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change)


def _disposal(of: str) -> object:
    import hashlib

    head = hashlib.sha256(ledger.head_of(of)).hexdigest()
    return replace(
        receipt(),
        id=f"{of}:disposed",
        subject=of,
        facts=Disposal(disposed=of, authority="retention rule", head=head),
        source=Statement("Moss"),
        batch=None,
    )


def test_lawful_disposal_destroys_the_facts_and_keeps_the_chain(record: str) -> None:
    ledger.append([receipt(), arrest(2), arrest(3)])
    dispose(_disposal("abababababab:2"))  # type: ignore[arg-type]  # the entry is a plain object here
    assert [e.id for e in ledger.read("K1")] == ["abababababab", "abababababab:3", "abababababab:2:disposed"]
    assert verify()[0].entries == 4
    stored = b"".join(bytes(r[0]) for r in _all("select sealed from store_storedentry"))
    assert b"metropolitan/P2" not in stored and b"metropolitan/P3" in stored


def test_facts_cannot_be_emptied_without_a_disposal_nor_verify_with_a_wrong_one(record: str) -> None:
    ledger.append([receipt(), arrest(2)])
    wrong = _disposal("abababababab:2")
    wrong = replace(wrong, facts=replace(wrong.facts, head="0" * 64))  # type: ignore[type-var,attr-defined]  # the entry is a plain object here
    dispose(wrong)
    with pytest.raises(ChainBroken, match="lost its facts"):
        verify()


def test_each_row_names_its_file_through_its_batch(record: str) -> None:
    ledger.append([receipt(), arrest(2)])
    assert ledger.batch_files() == {"abababababab": FILE}
    assert [row.kind for row in ledger.rows()] == ["received", "arrest"]
    seq, head = ledger.last()
    assert ledger.hash_of(seq) == head


def _all(sql: str) -> list[tuple[bytes]]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return list(cursor.fetchall())


def test_kinds_that_are_looked_up_are_found_by_their_index(embedded: str) -> None:
    ledger.append([receipt(), arrest(2)])
    asked = []
    connection.connection.set_trace_callback(asked.append)
    assert [e.id for e in ledger.of_kinds(None, "received")] == ["abababababab"]
    connection.connection.set_trace_callback(None)
    (query, *_) = [q for q in asked if "kind in" in q]
    (plan,) = [
        row[3] for row in _all(f"explain query plan {query}") if "SEARCH" in row[3] or "SCAN" in row[3]
    ]  # type: ignore[misc,index] # a plan has four columns
    assert "entry_looked_up" in plan
