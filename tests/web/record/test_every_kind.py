"""Every kind that people record by hand has a form, made from its declaration; intake's reader judges the answers."""

from datetime import date
from decimal import Decimal
from html import unescape
from types import NoneType
from typing import Any, get_args, get_origin

import pytest
from django.test import Client
from site_made import CASE, add, logged_in

from clewline.access import Relation, Role
from clewline.formats.by_hand import DAY, GROUPS, NOT_BY_HAND, Column, columns_of, reference_of
from clewline.record import Entry, Statement, all_kinds
from clewline.record.notation import read_notation
from clewline.store import ledger

BY_HAND = [kind for some in GROUPS.values() for kind in some]
GOOD = {
    "force": "kent",
    "origin": "kent",
    "joint_with": "essex",
    "offence": "MD71170",
    "drug": "heroin",
    "age": "30",
    "basis": "legal duty",
    "age_at_act": "30",
    "indicator": "drug_debt",
    "found_at": "23:40",
    "held_at": "09:15",
    "identifiers": "07700 900123",
    "exhibit": "KM/1",
}
"""Answers that a list or a rule must know."""
OF_TYPE: dict[Any, str] = {int: "3", Decimal: "2.5", bool: "yes", str: "Nightjar 7"}


def good(column: Column) -> dict[str, str]:
    """Return an answer to one question of a form, as a browser sends it."""
    hint = next((h for h in get_args(column.hint) if h is not NoneType), column.hint)
    hint = hint if NoneType in get_args(column.hint) else column.hint
    if hint is date:
        return {f"{column.name}_day": "3", f"{column.name}_month": "3", f"{column.name}_year": "2023"}
    if column.name in GOOD:
        return {column.name: GOOD[column.name]}
    words = () if get_origin(hint) is tuple else get_args(hint)
    return {column.name: words[0] if words else OF_TYPE[str if get_origin(hint) is tuple else hint]}


def answers(kind: str) -> dict[str, str]:
    """Return answers to every question of the form of a kind."""
    said = {name: value for column in columns_of(kind) for name, value in good(column).items()}
    # A person each: one of whom another entry says that they may be a victim is not charged.
    return {name: f"P-{kind}" if name == "person" else value for name, value in said.items()}


def post(client: Client, kind: str, said: dict[str, str], step: str = "check") -> Any:
    """Send the form of a kind."""
    return client.post(f"/case/{CASE}/record/{kind}/", said | {"step": step, "press": f"press-{kind}"})


@pytest.fixture(scope="module")
def officer(embedded_once: str) -> Client:
    """An officer of a case that has one exhibit, an adult who consents to be referred, and somebody on a programme."""
    told = (
        "x1: on 2023-03-01 exhibit KM/1, reference KM/1",
        "x2: on 2023-03-01 consent O1, force kent, person kent/P-nrm_referral, to NRM referral, answer given, "
        "taken by Moss",
        "x3: on 2023-03-03 programme offered O2, force kent, person kent/P-programme_outcome, "
        "programme Nightjar 7, offered by Moss, accepted yes",
    )
    ledger.append(read_notation("\n".join(f"{one}; case {CASE}; stated by Moss" for one in told)))
    return logged_in(add(Role.OFFICER, Relation.OWN))


def test_every_kind_is_recorded_by_hand_or_says_how_it_comes_about() -> None:
    assert sorted([*BY_HAND, *NOT_BY_HAND]) == sorted(all_kinds())


def test_the_page_of_kinds_tells_each_in_a_sentence(officer: Client) -> None:
    page = unescape(officer.get(f"/case/{CASE}/record/").content.decode())
    for kind in BY_HAND:
        assert f"/record/{kind}/" in page and all_kinds()[kind].title in page
    for kind in NOT_BY_HAND:
        assert f"/record/{kind}/" not in page
        assert officer.get(f"/case/{CASE}/record/{kind}/").status_code == 404


@pytest.mark.parametrize("kind", BY_HAND)
def test_the_form_asks_for_all_that_the_kind_declares(officer: Client, kind: str) -> None:
    page = unescape(officer.get(f"/case/{CASE}/record/{kind}/").content.decode())
    for column in columns_of(kind):
        assert all(f'name="{name}"' in page for name in good(column)), column.name


@pytest.mark.parametrize("kind", BY_HAND)
def test_a_good_example_is_checked_and_then_an_entry(officer: Client, kind: str) -> None:
    said = answers(kind)
    before = len(list(ledger.of_kinds(CASE, kind)))
    check = post(officer, kind, said)
    assert check.status_code == 200, unescape(check.content.decode())
    assert "Nothing is recorded yet" in check.content.decode()
    assert len(list(ledger.of_kinds(CASE, kind))) == before
    done = post(officer, kind, said, "record")
    assert done.status_code == 302
    entry: Entry = list(ledger.of_kinds(CASE, kind))[-1]
    assert done.url == f"/case/{CASE}/entry/{entry.id}/"
    assert entry.day == date(2023, 3, 3) and entry.source == Statement("officer-own-nightjar-7")
    reference = reference_of(kind)
    assert reference is None or entry.subject == "Nightjar 7"
    # A second press of the same button adds nothing.
    assert post(officer, kind, said, "record").url == done.url
    assert len(list(ledger.of_kinds(CASE, kind))) == before + 1


@pytest.mark.parametrize("kind", BY_HAND)
def test_a_bad_day_is_told_at_its_field_in_the_words_of_intake(officer: Client, kind: str) -> None:
    for parts, words in {
        ("31", "2", "2023"): "There is no such day in the calendar.",
        ("1", "2", "23"): "The year has two digits.",
        ("1", "2", "2999"): "The day is after the day on which the file came in.",
    }.items():
        said = answers(kind) | dict(zip(("day_day", "day_month", "day_year"), parts, strict=True))
        answer = post(officer, kind, said)
        page = unescape(answer.content.decode())
        assert answer.status_code == 422 and 'href="#id_day_day"' in page and words in page


@pytest.mark.parametrize("kind", BY_HAND)
def test_what_is_needed_and_missed_is_asked_for(officer: Client, kind: str) -> None:
    page = unescape(post(officer, kind, {}).content.decode())
    for column in columns_of(kind):
        first = next(iter(good(column)))
        assert (f'href="#id_{first}"' in page) == column.needed, column.name


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ("arrest C9, force kent, person kent/1, age 130", "age"),
        ("cash seizure E9, force kent, currency GBP, amount -1", "amount"),
        (
            "court result H9, force kent, person kent/1, charge H9, result acquitted, sentence months 3",
            "sentence_months",
        ),
        ("line number L9/1, line L9, number 1, used from 2023-03-04, used to 2023-03-01", "used_to"),
        ("person kent/9, force kent, number 9, born 2023-03-05", "born"),
        ("drug seizure E9, force kent, drug heroin, grams -1", "grams"),
    ],
)
def test_what_cannot_be_true_is_told_at_its_field(officer: Client, entry: str, field: str) -> None:
    (read,) = read_notation(f"a: on 2023-03-03 {entry}")
    ((at, sentence),) = read.facts.objections(read.day)
    said = answers(read.kind)
    for column in columns_of(read.kind):
        value = getattr(read.facts, column.name, None)
        if isinstance(value, date):
            said |= {f"{column.name}_{part}": str(getattr(value, part)) for part in ("day", "month", "year")}
        elif value is not None and column.name != DAY:
            said[column.name] = str(value)
    answer = post(officer, read.kind, said)
    page = unescape(answer.content.decode())
    assert at == field and answer.status_code == 422
    assert sentence in page and f'href="#id_{field}' in page
