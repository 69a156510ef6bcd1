"""The table of duties and what is owed in a case, at the command line."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
import typer
from typer.testing import CliRunner, Result

from clewline.cli.duties import duties
from clewline.errors import Misused, NotFound
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log

RECORD = """
p1: on 2023-03-01 person metropolitan/17, force metropolitan, number 17, family name Nightjar, born 2008-06-01
m1: on 2023-03-02 missing episode M-1, force metropolitan, person metropolitan/17, found yes
n1: on 2023-03-01 nrm referral N-1, force metropolitan, person metropolitan/17
d1: on 2023-03-03 nrm decision D-1, force metropolitan, person metropolitan/17, stage reasonable grounds, \
outcome positive
"""


def run(*words: str) -> Result:
    app = typer.Typer()
    app.command()(duties)
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def case(embedded: str) -> str:
    ledger.append(
        replace(entry, case="nightjar", source=Statement("Moss"), batch=None, recorded_at=datetime.now(UTC))
        for entry in read_notation(RECORD)
    )
    return "nightjar"


def test_the_table_in_force_on_a_day_is_printed_with_its_authorities(embedded: str) -> None:
    text = run("--on", "2022-12-12").stdout
    assert "Not before 45 days" in text and "Not before 30 days" not in text
    text = run().stdout
    assert "Not before 30 days" in text and "Not before 45 days" not in text
    assert "Modern Slavery Act 2015, s.52" in text and "from a day that no source gave" in text
    assert "only at a devolved panel site (not set here)" in text


def test_the_table_is_data(embedded: str, settings_here: None) -> None:
    rows = json.loads(run("--json").stdout)
    panel = next(row for row in rows if row["duty"] == "child_decision_panel")
    assert (panel["amount"], panel["unit"], panel["where"], panel["here"]) == (
        45,
        "days",
        "devolved panel site",
        True,
    )
    assert all(row["authority"] and row["source"] and row["starts"] for row in rows)
    interview = next(row for row in rows if row["duty"] == "return_interview")
    assert (interview["amount"], interview["unit"], interview["here"]) == (72, "hours", True)


@pytest.fixture
def settings_here():  # type: ignore[no-untyped-def]  # a fixture
    from django.test import override_settings

    with override_settings(DUTIES_WHERE=("devolved panel site",)):
        yield


def test_what_is_owed_in_a_case_is_listed_by_ids_alone_the_overdue_first(case: str) -> None:
    lines = run("--case", case).stdout.splitlines()
    assert lines[0].startswith("metropolitan/17: Independent return interview: overdue by ")
    assert lines[0].endswith("(from 2023-03-02, m1)")
    assert "done on" not in "".join(lines) and "Nightjar" not in "".join(lines)
    assert "Reasonable-grounds decision: done on 3 March 2023, in time" in run("--case", case, "--all").stdout
    (look, *_) = log.looks(case=case, most=5)
    assert look.act == "see duties" and look.subject is None


def test_what_is_owed_in_a_case_is_data(case: str) -> None:
    first, *rest = json.loads(run("--case", case, "--json").stdout)
    assert (first["person"], first["duty"], first["state"]) == (
        "metropolitan/17",
        "return_interview",
        "overdue",
    )
    assert (first["due"], first["due_day"]) == ("2023-03-05T00:00:00+00:00", "2023-03-04")
    assert first["at_the_latest"] is True and first["started_by"] == "m1" and first["by"] is None
    assert {one["duty"] for one in rest} == {"child_welfare_form", "conclusive_grounds"}


def test_a_case_in_which_nothing_is_owed_says_so(embedded: str) -> None:
    ledger.append(
        replace(entry, case="still", source=Statement("Moss"), batch=None)
        for entry in read_notation("a: on 2023-03-01 line L-1, name Nightjar, force metropolitan")
    )
    assert (
        "Nothing that the table of duties asks for is left to be done in still."
        in run("--case", "still").stdout
    )
    assert run("--case", "still", "--json").stdout.strip() == "[]"


def test_what_cannot_be_asked_is_refused(embedded: str) -> None:
    assert isinstance(run("--case", "x", "--on", "2023-03-01").exception, Misused)
    assert isinstance(run("--all").exception, Misused)
    assert isinstance(run("--on", "March").exception, Misused)
    assert isinstance(run("--case", "no-such-case").exception, NotFound)
    assert "No duty of the table" not in run("--on", "1900-01-01").stdout
