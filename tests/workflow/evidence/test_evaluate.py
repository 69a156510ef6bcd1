"""What the evidence types say of two phones of a case, asked of rows that were taken in under an authority."""

from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clewline.errors import Misused, NotAllowed, NotFound
from clewline.evidence.types import all_types
from clewline.record.kinds.custody_move import CustodyMove
from clewline.record.kinds.phones_compared import PhonesCompared
from clewline.record.kinds.rows_written import RowsWritten
from clewline.record.kinds.statement_written import StatementWritten
from clewline.store import ledger
from clewline.workflow.evidence.evaluate import Evaluation, local_day, start_of
from clewline.workflow.evidence.evaluate import evaluate as asked_by
from clewline.workflow.evidence.statement import statement
from clewline.workflow.evidence.written import Files, record_files
from clewline.workflow.phones import authorities, exhibits
from workflow.phones.phone_files import AT, HOLDER, LINE, authority, generic, intake, recorded

FRIENDS = ("07700 900701", "07700 900702", "07700 900703")


def evaluate(case: str, **asked: Any) -> Evaluation:
    return asked_by(case, by="Moss", at=asked.pop("at", AT), **asked)


@pytest.fixture
def case(embedded: str, tmp_path: Path) -> str:
    """A line and a phone that share three contacts, the phone also in a second file that repeats two of its rows."""
    return taken_in(tmp_path)


def taken_in(tmp_path: Path) -> str:
    recorded()
    line = [{"start": f"2026-03-0{n}T10:0{n}:00", "other": o} for n in range(1, 6) for o in FRIENDS]
    own = [{**row, "phone": "07700 900002", "start": row["start"].replace("T10", "T11")} for row in line]
    (tmp_path / "a.csv").write_text(generic(*line, *own))
    (tmp_path / "b.csv").write_text(
        generic({"phone": "07700 900002", "start": "2026-03-06T12:00:00", "other": FRIENDS[0]}, *own[:2])
    )
    intake(tmp_path / "a.csv")
    intake(tmp_path / "b.csv", exhibit="KM/2")
    return "K1"


def test_every_type_is_asked_and_two_files_of_one_event_are_one_use(case: str) -> None:
    found = evaluate(case, line=LINE, phone=HOLDER)
    assert [a.type.name for a in found.answers] == list(all_types())
    assert (found.first_day, found.last_day) == (date(2026, 3, 1), date(2026, 3, 6))
    assert (len(found.used(LINE)), len(found.used(HOLDER))) == (15, 16)
    contacts = next(a for a in found.answers if a.type.name == "contacts_in_common")
    (one,) = contacts.asked
    assert one.finding.ratio is not None and one.finding.ratio.log10_lr > 0
    assert contacts.middle == one and (contacts.for_first, contacts.for_second) == (1, 0)


def test_a_period_and_types_may_be_named(case: str) -> None:
    found = evaluate(
        case,
        line=LINE,
        phone=HOLDER,
        first_day=date(2026, 3, 2),
        last_day=date(2026, 3, 3),
        types=["device_continuity"],
    )
    assert [a.type.name for a in found.answers] == ["device_continuity"]
    assert len(found.used(LINE)) == 6
    assert found.answers[0].middle is None


def test_what_cannot_be_asked_is_refused(case: str) -> None:
    with pytest.raises(Misused, match="name two"):
        evaluate(case, line=LINE, phone=LINE)
    with pytest.raises(NotFound, match="holds no record of a use"):
        evaluate(case, line=LINE, phone="+447700900555")
    with pytest.raises(NotFound, match="no evidence type 'palmistry'"):
        evaluate(case, line=LINE, phone=HOLDER, types=["palmistry"])
    with pytest.raises(Misused, match="before the first"):
        evaluate(case, line=LINE, phone=HOLDER, first_day=date(2026, 3, 4), last_day=date(2026, 3, 3))


def test_each_comparison_is_an_entry_whichever_way_it_speaks(record: str, tmp_path: Path) -> None:
    case = taken_in(tmp_path)
    found = evaluate(case, line=LINE, phone=HOLDER)
    again = AT + timedelta(minutes=5)
    evaluate(case, line=LINE, phone=HOLDER, types=["device_continuity"], shown="data", at=again)
    whole, some = ledger.of_kinds(case, "phones_compared")
    assert whole.facts == PhonesCompared(
        line=LINE,
        phone=HOLDER,
        first_day=date(2026, 3, 1),
        last_day=date(2026, 3, 6),
        shown="summary",
        findings=tuple(answer.said for answer in found.answers),
    )
    assert (whole.recorded_by, whole.recorded_at, whole.subject) == ("Moss", AT, LINE)
    said = dict(finding.split(": ", 1) for finding in whole.facts.findings)
    assert list(said) == list(all_types())
    models = {a.type.name: a.model.card for a in found.answers if a.model is not None}
    assert models and all(said[name].endswith(f"{card.name} {card.version}") for name, card in models.items())
    assert isinstance(some.facts, PhonesCompared) and some.facts.shown == "data"
    assert some.facts.findings == ("device_continuity: no ratio",)


def test_nothing_is_told_of_two_phones_where_it_cannot_be_recorded(case: str) -> None:
    with pytest.raises(NotAllowed, match="clock"):
        evaluate(case, line=LINE, phone=HOLDER, at=AT - timedelta(days=30))
    assert not list(ledger.of_kinds(case, "phones_compared"))


def test_what_is_refused_is_no_comparison(case: str) -> None:
    with pytest.raises(NotFound):
        evaluate(case, line=LINE, phone="+447700900555")
    assert not list(ledger.of_kinds(case, "phones_compared"))


def test_each_file_that_is_written_out_is_an_entry_with_its_hash(record: str, tmp_path: Path) -> None:
    found = evaluate(taken_in(tmp_path), line=LINE, phone=HOLDER)
    alone = Files(rows=b"rows", schedule=b"schedule", rows_written=True)
    schedule, rows = record_files(found, alone, prepared_by="Poe", by="Moss", at=AT)
    assert schedule.facts == RowsWritten(
        what="schedule of facts",
        sha256=sha256(b"schedule").hexdigest(),
        asked=(LINE, HOLDER),
        first_day=date(2026, 3, 1),
        last_day=date(2026, 3, 6),
        prepared_by="Poe",
        revealed=False,
    )
    assert isinstance(rows.facts, RowsWritten) and rows.facts.what == "file of rows"
    assert (rows.facts.sha256, rows.facts.prepared_by) == (sha256(b"rows").hexdigest(), None)
    with_statement = Files(rows=b"rows", statement=b"page", pdf=b"pdf", rows_written=True)
    later = AT + timedelta(minutes=5)
    written, rows = record_files(found, with_statement, prepared_by="Poe", by="Moss", at=later)
    assert isinstance(written.facts, StatementWritten) and written.subject == sha256(b"page").hexdigest()[:12]
    assert written.facts.pdf_sha256 == sha256(b"pdf").hexdigest()
    assert written.facts.rows_sha256 == sha256(b"rows").hexdigest()
    latest = AT + timedelta(minutes=10)
    (rows,) = record_files(found, with_statement, prepared_by="Poe", by="Moss", at=latest)
    assert isinstance(rows.facts, RowsWritten)
    assert len(list(ledger.of_kinds("K1", "rows_written"))) == 4


def test_days_are_those_of_the_countrys_clocks() -> None:
    summer = date(2026, 7, 1)
    assert local_day(start_of(summer)) == summer
    assert local_day(start_of(summer) - 1) == date(2026, 6, 30)
    assert start_of(date(2026, 3, 30)) - start_of(date(2026, 3, 29)) == 23 * 3_600_000_000


def test_days_and_hours_are_by_the_clocks_asked_for(case: str) -> None:
    zone = "Pacific/Auckland"
    day = date(2026, 7, 1)
    assert start_of(day) - start_of(day, zone) == 11 * 3_600_000_000
    assert local_day(start_of(day), zone) == day and local_day(start_of(day, zone) - 1, zone) == date(
        2026, 6, 30
    )
    here, there = (evaluate(case, line=LINE, phone=HOLDER, zone=z) for z in ("Europe/London", zone))
    assert (here.zone, there.zone) == ("Europe/London", zone)
    for found in (here, there):
        assert found.first_day == local_day(
            min(int(found.uses.phones[n].earliest[0]) for n in (LINE, HOLDER)), found.zone
        )
    days = [
        [a.day for answer in e.answers if answer.type.period == "day" for a in answer.asked]
        for e in (here, there)
    ]
    assert days[0] and days[0] != days[1]
    with pytest.raises(Misused, match="'Mars' is not a time zone"):
        evaluate(case, line=LINE, phone=HOLDER, zone="Mars")


def test_each_fact_of_a_statement_opens_to_rows_of_an_exhibit(case: str) -> None:
    exhibits.move(
        CustodyMove(exhibit="KM/2", moved_from="store", moved_to="laboratory"),
        case=case,
        day=date(2026, 4, 11),
        by="Moss",
        at=AT,
    )
    found = statement(evaluate(case, line=LINE, phone=HOLDER))
    assert [item.number for item in found.items] == list(range(1, len(found.items) + 1))
    assert {ref for item in found.items for ref in item.rows} == set(found.rows)
    assert {row.exhibit for row in found.rows.values()} == {"KM/1", "KM/2"}
    assert [len(item.rows) for item, _ in found.uses] == [15, 16]
    first, second = found.received
    assert (first.records.exhibit, first.used, second.used) == ("KM/1", 30, 1)
    assert second.moves[0][1].moved_to == "laboratory" and not first.moves
    assert first.authority == authority() == authorities.find("K1", "CD/1")
    told = [t for part in found.parts for d in part.dwelt for t in (*d.fors, *d.againsts)]
    assert told and all(set(t.item.rows if t.item else ()) == set(t.weight.rows) for t in told)


def test_a_file_that_serves_as_reference_alone_is_listed_too(case: str) -> None:
    found = statement(evaluate(case, line=LINE, phone=HOLDER, last_day=date(2026, 3, 5)))
    assert [(r.records.exhibit, r.used) for r in found.received] == [("KM/1", 30), ("KM/2", 0)]
