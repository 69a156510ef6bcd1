"""An officer who would skip the protecting path, by every way into the record: refused with the reason, logged, and
nothing lost.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from sent_files import sent, take
from site_made import CASE, Site, add, as_program, logged_in

from clewline.access import Relation, Role
from clewline.errors import NotAllowed
from clewline.record import Statement
from clewline.record.kinds.charge import Charge
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log, people
from clewline.store.verify import verify
from clewline.web.addresses import address
from clewline.web.api.v1.routes import ENDPOINTS
from cli.test_commands import run
from workflow.test_held_back import ADULT, CHILD, CONSIDERED, DISPOSAL
from workflow.test_held_back import sent as rows

FORM = {
    "its_reference": "H-1",
    "day_day": "1",
    "day_month": "3",
    "day_year": "2023",
    "force": "kent",
    "person": "P1",
    "offence": "MD71170",
    "step": "record",
    "press": "p1",
}
CHARGES = rows(
    DISPOSAL,
    CHILD | {"Charge No": "H-1", "Custody No": "C1"},
    ADULT | {"Charge No": "H-2", "Custody No": "C2"},
    CHILD | {"Custody No": "C3", "Disposal": "NFA"},
)
"""A child's charge among an adult's and a child's release."""
CONSIDERED_FIRST = rows(CONSIDERED, CHILD | {"Custody No": "C1"})


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What became of a try."""

    said: str
    """What the officer reads."""
    kept: str = ""
    """What of their work is still there for them to see, where nothing was to be recorded."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """An officer, what they log in with, and a folder of theirs."""

    officer: Client
    program: Client
    folder: Path


@pytest.fixture
def desk(site: Site, tmp_path: Path) -> Desk:
    """An officer of a case in which a child is recorded."""
    some = read_notation("p1: on 2023-02-28 person kent/P1, force kent, number P1, born 2008-03-02")
    ledger.append(
        [replace(one, case=CASE, source=Statement("Moss"), recorded_at=datetime.now(UTC)) for one in some]
    )
    person = add(Role.OFFICER, Relation.OWN)
    return Desk(officer=logged_in(person), program=as_program(person), folder=tmp_path)


def read(answer: Any) -> str:
    return unescape(answer.content.decode())


def by_form(desk: Desk) -> Tried:
    answer = desk.officer.post(f"/case/{CASE}/record/charge/", FORM)
    assert answer.status_code == 422
    return Tried(said=read(answer), kept='value="H-1"')


def by_correcting_another_s_charge(desk: Desk) -> Tried:
    adult = FORM | {"person": "P2", "age": "31", "its_reference": "H-2"}
    assert desk.officer.post(f"/case/{CASE}/record/charge/", adult).status_code == 302
    (charge,) = ledger.of_kinds(CASE, "charge")
    said = FORM | {"its_reference": "H-2", "because": "The other one", "press": "p2"}
    answer = desk.officer.post(address("correct", case=CASE, subject=charge.id), said)
    assert answer.status_code == 422
    return Tried(said=read(answer), kept="The other one")


def by_taking_the_consideration_away(desk: Desk) -> Tried:
    at_the_desk(desk, CONSIDERED_FIRST), at_the_desk(desk, CHARGES)
    (considered,) = ledger.of_kinds(CASE, "section_45_considered")
    said = {"because": "It was not needed", "press": "p3", "step": "record"}
    answer = desk.officer.post(address("withdraw", case=CASE, subject=considered.id), said)
    assert answer.status_code == 422
    return Tried(said=read(answer))


def by_correcting_the_consideration_to_be_another_s(desk: Desk) -> Tried:
    at_the_desk(desk, CONSIDERED_FIRST), at_the_desk(desk, CHARGES)
    (considered,) = ledger.of_kinds(CASE, "section_45_considered")
    day = {name: value for name, value in FORM.items() if name.startswith("day")}
    said = day | {
        "force": "kent",
        "person": "P2",
        "considered_by": "Moss",
        "test": "child",
        "outcome": "the defence does not apply",
        "reason": "It was about the other one",
        "because": "Another number",
        "press": "p4",
        "step": "record",
    }
    answer = desk.officer.post(address("correct", case=CASE, subject=considered.id), said)
    assert answer.status_code == 422
    return Tried(said=read(answer), kept="Another number")


def by_bringing_a_withdrawn_charge_back(desk: Desk) -> Tried:
    at_the_desk(desk, CONSIDERED_FIRST), at_the_desk(desk, CHARGES)
    (charge,) = [one for one in ledger.of_kinds(CASE, "charge") if one.subject == "H-1"]
    (considered,) = ledger.of_kinds(CASE, "section_45_considered")
    for n, one in enumerate((charge.id, considered.id)):
        said = {"because": "It was a mistake", "press": f"p5{n}", "step": "record"}
        assert desk.officer.post(address("withdraw", case=CASE, subject=one), said).status_code == 302
    withdrawal = next(one for one in ledger.of_kinds(CASE, "correction") if one.facts.withdraws == charge.id)
    said = {"because": "It was none", "press": "p6", "step": "record"}
    answer = desk.officer.post(address("withdraw", case=CASE, subject=withdrawal.id), said)
    assert answer.status_code == 422
    return Tried(said=read(answer))


def by_a_file_on_the_site(desk: Desk) -> Tried:
    page = sent(desk.officer, CHARGES, "charges.csv")
    assert desk.officer.post(page, {"sort": "records", "mapping": "custodian"}).status_code == 302
    taken = take(desk.officer, page)
    return Tried(said=read(desk.officer.get(taken.url)))


def at_the_desk(desk: Desk, content: bytes, *more: str) -> Any:
    path = desk.folder / "charges.csv"
    path.write_bytes(content)
    return run("intake", path, "--case", CASE, *more)


def by_a_file_at_the_command_line(desk: Desk) -> Tried:
    result = at_the_desk(desk, CHARGES)
    assert result.exit_code == 5
    return Tried(said=result.output)


def by_the_same_file_again(desk: Desk) -> Tried:
    at_the_desk(desk, CHARGES)
    result = at_the_desk(desk, CHARGES)
    assert result.exit_code == 5
    return Tried(said=result.output)


def by_undoing_the_batch_at_the_command_line(desk: Desk) -> Tried:
    at_the_desk(desk, CONSIDERED_FIRST), at_the_desk(desk, CHARGES)
    (considered,) = ledger.of_kinds(CASE, "section_45_considered")
    result = run("undo", str(considered.batch), "--because", "It was not needed")
    assert isinstance(result.exception, NotAllowed)
    return Tried(said=str(result.exception))


def by_undoing_the_batch_on_the_site(desk: Desk) -> Tried:
    at_the_desk(desk, CONSIDERED_FIRST), at_the_desk(desk, CHARGES)
    (considered,) = ledger.of_kinds(CASE, "section_45_considered")
    answer = desk.officer.post(f"/case/{CASE}/file/{considered.batch}/undo/", {"reason": "It was not needed"})
    assert answer.status_code >= 400
    return Tried(said=read(answer))


def by_a_program_with_a_token(desk: Desk) -> Tried:
    told = set()
    for one in ENDPOINTS:
        path = f"/api/v1/{one.pattern}".replace("<str:case>", CASE).replace("<str:subject>", "H-1")
        for send in (desk.program.post, desk.program.put, desk.program.patch, desk.program.delete):
            answer = send(path.partition("<")[0], FORM, content_type="application/json")
            assert answer.status_code in (404, 405), path
            if answer.status_code == 405:
                told.add(answer.json()["detail"])
    return Tried(said=" ".join(told))


def by_a_line_of_python(desk: Desk) -> Tried:
    text = "h1: on 2023-03-01 charge H-1, force kent, person kent/P1, offence MD71170"
    some = [
        replace(one, case=CASE, source=Statement("Moss"), recorded_at=datetime.now(UTC), recorded_by="moss")
        for one in read_notation(text)
    ]
    with pytest.raises(NotAllowed) as wrong:
        ledger.append(some)
    return Tried(said=str(wrong.value))


REASON = "section 45"
WAYS: list[tuple[Callable[[Desk], Tried], str, str, dict[str, int]]] = [
    # the way, what the officer reads, as what it is logged, what the case holds then besides
    (by_form, REASON, "record", {}),
    (by_correcting_another_s_charge, REASON, "correct", {"charge": 1}),
    (
        by_taking_the_consideration_away,
        "rests on",
        "withdraw",
        {"charge": 2, "release": 1, "section_45_considered": 1},
    ),
    (
        by_correcting_the_consideration_to_be_another_s,
        "rests on",
        "correct",
        {"charge": 2, "release": 1, "section_45_considered": 1},
    ),
    (
        by_bringing_a_withdrawn_charge_back,
        "The charge H-1 would stand again",
        "withdraw",
        {"charge": 2, "release": 1, "section_45_considered": 1, "correction": 2},
    ),
    (by_a_file_on_the_site, REASON, "charge held back", {"charge": 1, "release": 1}),
    (by_a_file_at_the_command_line, REASON, "charge held back", {"charge": 1, "release": 1}),
    (by_the_same_file_again, REASON, "charge held back", {"charge": 1, "release": 1}),
    (
        by_undoing_the_batch_at_the_command_line,
        "rests on",
        "charge held back",
        {"charge": 2, "release": 1, "section_45_considered": 1},
    ),
    (
        by_undoing_the_batch_on_the_site,
        "rests on",
        "undo",
        {"charge": 2, "release": 1, "section_45_considered": 1},
    ),
    (by_a_program_with_a_token, "The API is only read", "see case", {}),
    (by_a_line_of_python, REASON, "charge held back", {}),
]
LOOKED_AT = ("charge", "release", "section_45_considered", "batch_reversed", "correction")


@pytest.mark.parametrize(("way", "reason", "logged", "holds"), WAYS, ids=[one[0].__name__ for one in WAYS])
def test_who_would_skip_the_path_is_refused_with_the_reason_logged_and_nothing_is_lost(
    desk: Desk, way: Callable[[Desk], Tried], reason: str, logged: str, holds: dict[str, int]
) -> None:
    tried = way(desk)
    assert reason in tried.said and tried.kept in tried.said
    there = Counter(one.kind for one in ledger.read(CASE) if one.kind in LOOKED_AT)
    assert there == holds
    charged = [one.facts for one in ledger.of_kinds(CASE, "charge")]
    skipped = [one.person for one in charged if isinstance(one, Charge) and one.person == "kent/P1"]
    assert skipped == (["kent/P1"] if "section_45_considered" in holds else [])
    looks = log.looks(case=CASE, outcome=log.REFUSED, act=logged)
    assert looks and log.verify()
    assert verify()


def test_what_was_held_back_is_logged_by_whoever_did_it_and_by_numbers_alone(desk: Desk) -> None:
    by_a_file_at_the_command_line(desk), by_a_line_of_python(desk)
    by_python, by_file = log.looks(act="charge held back", outcome=log.REFUSED)
    (batch,) = [one for one in ledger.read(CASE) if one.kind == "received"]
    assert (by_file.subject, by_file.said.shown) == (batch.id, 1) and by_file.said.by
    assert (by_python.subject, by_python.said.by, by_python.said.shown) == ("H-1", "moss", None)


def test_a_file_that_is_only_looked_at_holds_nobody_back(desk: Desk) -> None:
    assert at_the_desk(desk, CHARGES, "--dry-run").exit_code == 5
    assert not log.looks(act="charge held back")


def test_nobody_is_held_back_who_does_not_skip_it(desk: Desk) -> None:
    at_the_desk(desk, CONSIDERED_FIRST)
    assert desk.officer.post(f"/case/{CASE}/record/charge/", FORM).status_code == 302
    assert not log.looks(act="charge held back")
    assert people.find_person("officer-own-nightjar-7").role is Role.OFFICER
