"""The Parquet files say what the entries say, at every instant, however they were brought up to date."""

import json
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from clewline.analysis import of_entries
from clewline.analysis.projection import SEGMENTS, Projection
from clewline.analysis.tables import of_parquet
from clewline.record import Entry, FileLine, Statement
from clewline.record.kinds.arrest import Arrest
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.received import Received
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.tables import as_known

START = datetime(2023, 3, 6, tzinfo=UTC)
ARRESTS = "select entry_id, subject, age, source_line, batch from arrest order by entry_id"


def story(seed: int) -> list[Entry]:
    """A random record: batches of arrests, corrections, withdrawals, reversals, an hour apart."""
    chance = random.Random(seed)
    entries: list[Entry] = []
    known: list[str] = []
    batches: list[str] = []
    for hour in range(25):
        at = START + timedelta(hours=hour)
        shared = {"case": "K1", "day": at.date(), "recorded_at": at, "recorded_by": "Moss"}
        move = chance.random()
        if move < 0.5 or not known:
            batch, sha = f"b{hour}", f"{hour:064d}"
            facts = Received(sha256=sha, file="f", size=1, mapping="m")
            receipt = Entry(
                id=batch, subject=sha, facts=facts, source=Statement("Moss"), batch=batch, **shared
            )  # type: ignore[arg-type]  # the shared fields are a dict
            entries.append(receipt)
            batches.append(batch)
            for line in range(chance.randrange(1, 4)):
                entry = f"{batch}:{line}"
                replaced = chance.choice(known) if known and chance.random() < 0.3 else None
                entries.append(
                    Entry(
                        id=entry,
                        subject=f"C{line}",
                        facts=Arrest(force="kent", person="kent/1", age=chance.randrange(10, 60)),
                        source=FileLine(sha, line),
                        batch=batch,
                        corrects=replaced,
                        because=replaced and "seen",
                        **shared,  # type: ignore[arg-type]  # the shared fields are a dict
                    )
                )
                known.append(entry)
        elif move < 0.8:
            gone = chance.choice(known)
            withdrawal = Correction(withdraws=gone)
            entries.append(
                Entry(id=f"w{hour}", subject=gone, facts=withdrawal, source=Statement("Moss"), **shared)
            )  # type: ignore[arg-type]  # the shared fields are a dict
        elif batches:
            batch = batches.pop(chance.randrange(len(batches)))
            reversal = BatchReversed(batch=batch)
            entries.append(
                Entry(id=f"r{hour}", subject=batch, facts=reversal, source=Statement("Moss"), **shared)
            )  # type: ignore[arg-type]  # the shared fields are a dict
    return entries


@pytest.mark.parametrize("seed", range(4))
def test_files_and_entries_say_the_same_at_every_instant(embedded: str, seed: int) -> None:
    entries = story(seed)
    chance = random.Random(seed)
    done = 0
    while done < len(entries):
        step = chance.randrange(1, 9)
        ledger.append(entries[done : done + step])
        done += step
        so_far = list(ledger.read("K1"))
        for hour in range(0, 26, 5):
            at = START + timedelta(hours=hour, minutes=1)
            expected = of_entries(so_far, as_of=at).execute(ARRESTS).fetchall()
            assert as_known(at).execute(ARRESTS).fetchall() == expected


def test_a_record_on_either_database_gives_the_same_tables(record: str) -> None:
    entries = story(3)
    ledger.append(entries)
    at = START + timedelta(days=2)
    expected = of_entries(entries, as_of=at).execute(ARRESTS).fetchall()
    assert expected
    assert as_known(at).execute(ARRESTS).fetchall() == expected


def test_a_column_may_be_a_word_of_sql(embedded: str) -> None:
    """A consent is *to* something: withdrawn, or among others of which one is, it is read like any entry."""
    shared = {"case": "K1", "source": Statement("Moss"), "day": START.date(), "recorded_by": "Moss"}
    for n in range(3):
        facts = Consent(force="kent", person="kent/1", to="support", answer="given", taken_by="Ash")
        one = Entry(
            id=f"c{n}", subject=f"C{n}", facts=facts, recorded_at=START + timedelta(hours=n), **shared
        )  # type: ignore[arg-type]  # the shared fields are a dict
        ledger.append([one])
        as_known(START + timedelta(hours=n))
    gone = Entry(
        id="w",
        subject="C0",
        facts=Correction(withdraws="c0"),
        recorded_at=START + timedelta(hours=5),
        **shared,  # type: ignore[arg-type]  # the shared fields are a dict
    )
    ledger.append([gone])
    asked = 'select entry_id, "to" from consent order by entry_id'
    now = as_known(START + timedelta(hours=6)).execute(asked).fetchall()
    assert now == [("c1", "support"), ("c2", "support")]
    assert len(as_known(START + timedelta(hours=4)).execute(asked).fetchall()) == 3


def test_many_small_additions_end_in_few_files(embedded: str) -> None:
    for n in range(SEGMENTS + 4):
        at = START + timedelta(hours=n)
        facts = Arrest(force="kent", person="kent/1")
        entry = Entry(
            id=f"e{n}",
            case="K1",
            subject=f"C{n}",
            day=at.date(),
            facts=facts,
            source=Statement("Moss"),
            recorded_at=at,
            recorded_by="Moss",
        )
        ledger.append([entry])
        as_known(at)
    folder: Path = settings.HOME / "tables"
    assert len(list(folder.glob("arrest-*.parquet"))) <= SEGMENTS
    assert as_known(START + timedelta(days=9)).execute("select count(*) from arrest").fetchall() == [
        (SEGMENTS + 4,)
    ]


def test_files_of_another_record_are_built_again(embedded: str) -> None:
    ledger.append(story(1))
    at = START + timedelta(days=2)
    before = as_known(at).execute(ARRESTS).fetchall()
    folder: Path = settings.HOME / "tables"
    manifest = folder / "manifest.json"
    manifest.write_text(manifest.read_text().replace('"hash": "', '"hash": "00'))
    assert as_known(at).execute(ARRESTS).fetchall() == before
    manifest.write_text("not a manifest")
    assert Projection(folder).files() == {}
    assert as_known(at).execute(ARRESTS).fetchall() == before


def test_only_the_cases_asked_for_are_read(embedded: str) -> None:
    ledger.append(story(1))
    at = START + timedelta(days=2)
    assert as_known(at, ["K1"]).execute(ARRESTS).fetchall() == as_known(at).execute(ARRESTS).fetchall()
    assert as_known(at, ["K9"]).execute(ARRESTS).fetchall() == []
    assert of_parquet({}, as_of=at).execute(ARRESTS).fetchall() == []


def test_files_of_before_a_kind_grew_a_field_are_built_again(embedded: str) -> None:
    entries = story(2)
    ledger.append(entries)
    before = as_known(START + timedelta(hours=48)).execute(ARRESTS).fetchall()
    manifest = settings.HOME / "tables" / "manifest.json"
    said = json.loads(manifest.read_text())
    said["columns"]["arrest"].remove("age")
    manifest.write_text(json.dumps(said))
    assert as_known(START + timedelta(hours=48)).execute(ARRESTS).fetchall() == before
    assert "age" in json.loads(manifest.read_text())["columns"]["arrest"]
    # A manifest of before columns were written down says nothing about its files.
    del said["columns"]
    manifest.write_text(json.dumps(said))
    assert as_known(START + timedelta(hours=48)).execute(ARRESTS).fetchall() == before
    assert "age" in json.loads(manifest.read_text())["columns"]["arrest"]


def test_a_kind_whose_field_is_a_word_of_sql_is_written_anew_where_one_is_withdrawn(embedded: str) -> None:
    asked = (
        "o{}: on 2023-03-01 consent O{}, force kent, person kent/1, to support, answer given, taken by Moss"
    )
    for n in (1, 2):
        (entry,) = read_notation(asked.format(n, n))
        ledger.append([replace(entry, case="K1", source=Statement("Moss"), recorded_at=START)])
        as_known(START)
    at = START + timedelta(hours=1)
    (gone,) = read_notation("w: on 2023-03-02 correction o1, withdraws o1")
    ledger.append([replace(gone, case="K1", source=Statement("Moss"), recorded_at=at)])
    told = 'select entry_id, "to" from consent order by entry_id'
    assert as_known(START).execute(told).fetchall() == [("o1", "support"), ("o2", "support")]
    assert as_known(at).execute(told).fetchall() == [("o2", "support")]


def test_all_that_was_ever_known_of_a_kind_stands_in_a_table_of_its_own(embedded: str) -> None:
    considered = (
        "{}: on 2023-03-01 section 45 considered kent/1, force kent, person kent/1, considered by Moss, test child, "
        "outcome not settled, reason asked"
    )
    some = [considered.format("a"), f"{considered.format('b')}; corrects a because put right"]
    for n, line in enumerate(some):
        (entry,) = read_notation(line)
        at = START + timedelta(hours=n)
        ledger.append([replace(entry, case="K1", source=Statement("Moss"), recorded_at=at)])
    ever = (
        "select entry_id, known_to < timestamp '9999-01-01' from section_45_considered_ever order by entry_id"
    )
    for tables in (as_known(START), of_entries(list(ledger.read("K1")), as_of=START)):
        assert [row[0] for row in tables.execute(ever).fetchall()] == ["a"]
    later = START + timedelta(hours=1)
    for tables in (as_known(later), of_entries(list(ledger.read("K1")), as_of=later)):
        assert tables.execute(ever).fetchall() == [("a", True), ("b", False)]
        assert tables.execute("select entry_id from section_45_considered").fetchall() == [("b",)]
