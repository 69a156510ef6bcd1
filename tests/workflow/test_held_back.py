"""A charge of a child whom nobody considered is held back from a file; all else is taken, and the file comes again."""

import csv
import io
from collections import Counter
from datetime import timedelta

import pytest

from clewline.errors import NotAllowed
from clewline.store import ledger
from clewline.store.news import not_taken
from clewline.store.verify import verify
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.taking import Outcome
from workflow.files import AT

DISPOSAL = (
    *("Charge No", "Custody No", "Disposed On", "Disposal", "Force", "OIC Unit", "Person No", "DOB", "Sex"),
    *("Offence (CJS)", "Line Ref", "Op Name"),
)
CONSIDERED = (
    *(
        "Considered On",
        "Force",
        "Person No",
        "DOB",
        "Sex",
        "Custody No",
        "Test",
        "Outcome",
        "Direct Consequence",
    ),
    *("Schedule 4", "Reason", "Considered By"),
)
CHILD = {"Person No": "P1", "DOB": "02/03/2008"}
ADULT = {"Person No": "P2", "DOB": "02/03/1988"}
USUAL = {
    "Force": "Kent Police",
    "Sex": "M",
    "OIC Unit": "CID",
    "Line Ref": "L1",
    "Op Name": "Orochi",
    "Disposed On": "01/03/2023",
    "Disposal": "CHGD",
    "Offence (CJS)": "MD71170",
    "Considered On": "28/02/2023",
    "Test": "CHILD",
    "Outcome": "NONE",
    "Reason": "Nothing says that it follows from being a victim.",
    "Considered By": "Moss",
}
WHEN = iter(range(1, 10_000))


def sent(columns: tuple[str, ...], *rows: dict[str, str]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\r\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows({**USUAL, **row} for row in rows)
    return text.getvalue().encode()


CHARGES = sent(
    DISPOSAL,
    CHILD | {"Charge No": "H1", "Custody No": "C1"},
    ADULT | {"Charge No": "H2", "Custody No": "C2"},
    CHILD | {"Charge No": "H3", "Custody No": "C3"},
    CHILD | {"Custody No": "C4", "Disposal": "NFA"},
)


def intake(content: bytes, **more: object) -> Outcome:
    at = AT + timedelta(minutes=next(WHEN))
    return take_in(content, file="custodian.csv", case="K1", by="Moss", at=at, **more)  # type: ignore[arg-type]  # options


def kinds() -> Counter[str]:
    return Counter(one.kind for one in ledger.read("K1"))


def accounted(outcome: Outcome) -> bool:
    a = outcome.account
    refused = sum(one.records for one in outcome.problems)
    return a.records == a.taken + a.known + a.problems + a.blank and a.problems == refused


def test_it_is_told_with_its_line_and_the_rest_is_taken(record: str) -> None:
    dry = intake(CHARGES, dry_run=True)
    outcome = intake(CHARGES)
    assert dry.account == outcome.account and accounted(outcome)
    assert (outcome.account.taken, outcome.account.problems, outcome.account.withheld) == (2, 2, 2)
    assert [(one.rule, one.line) for one in outcome.problems] == [("section-45", 2), ("section-45", 4)]
    assert "kent/P1" in outcome.problems[0].what and "take the same file in again" in outcome.problems[0].do
    assert kinds() == {"charge": 1, "release": 1, "received": 1}


def test_the_same_file_again_adds_what_may_be_recorded_by_then_and_nothing_twice(record: str) -> None:
    first = intake(CHARGES)
    again = intake(CHARGES)
    assert again.batch is None and again.already == first.batch and again.account.withheld == 2
    assert kinds() == {"charge": 1, "release": 1, "received": 1}
    intake(sent(CONSIDERED, CHILD | {"Custody No": "C1"}))
    then = intake(CHARGES)
    assert then.batch and accounted(then)
    assert (then.account.known, then.account.taken, then.account.withheld) == (2, 1, 1)
    assert [one.line for one in then.problems] == [4]
    intake(sent(CONSIDERED, CHILD | {"Custody No": "C3"}))
    last = intake(CHARGES)
    assert (last.account.taken, last.account.withheld) == (1, 0)
    assert sorted(one.subject for one in ledger.of_kinds("K1", "charge")) == ["H1", "H2", "H3"]
    assert intake(CHARGES).already == last.batch
    assert [one.case for one in verify()] == ["K1"]


def test_what_is_considered_in_an_earlier_line_of_a_case_counts_and_its_batch_stays(record: str) -> None:
    considered = intake(sent(CONSIDERED, CHILD))
    outcome = intake(CHARGES)
    assert outcome.account.withheld == 0 and kinds()["charge"] == 3
    assert considered.batch and outcome.batch
    with pytest.raises(NotAllowed, match="rests on"):
        reverse(considered.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=next(WHEN)))
    reverse(outcome.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=next(WHEN)))
    reverse(considered.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=next(WHEN)))


def test_a_record_of_a_person_keeps_what_else_it_says(record: str) -> None:
    mapping = """
name = "one"
title = "One row, two entries"
dates = "dd/mm/yyyy"
delimiter = ","
[[record]]
name = "disposal"
[[record.entry]]
kind = "person"
day = "Disposed On"
subject = "{Force}/{Person No}"
[record.entry.fields]
force = "Force"
number = "Person No"
born = "DOB"
[[record.entry]]
kind = "charge"
day = "Disposed On"
subject = "Charge No"
[record.entry.fields]
force = "Force"
person = "Person No"
offence = "Offence (CJS)"
"""
    outcome = intake(sent(DISPOSAL, CHILD | {"Charge No": "H1"}), mapping=mapping)
    assert accounted(outcome) and (outcome.account.taken, outcome.account.withheld) == (1, 1)
    (held,) = (one for one in outcome.problems if one.rule == "section-45")
    (receipt,) = ledger.of_kinds("K1", "received")
    assert not_taken(receipt) == 1
    assert held.records == 0 and "What else the record says was taken" in held.do
    assert kinds() == {"person": 1, "received": 1}
