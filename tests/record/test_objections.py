"""What cannot be true of an entry is said, whoever writes it down: by intake and by hand alike."""

import pytest

from clewline.record import FileLine, Statement
from clewline.record.notation import read_notation
from clewline.record.problem import value_class

CONTACTS = (
    "contacts noticed kent/1, force kent, person kent/1, line L1, number +441, rule weekdays, authority A, purpose p, "
    "reason r"
)
BEHIND = "said in [a], rows [B1:2]"
CONSIDERED = (
    "section 45 considered kent/1, force kent, person kent/1, considered by Moss, outcome not settled, "
    "reason open"
)


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        (
            "age assessed kent/1, force kent, person kent/1, outcome under 18, assessed by Moss, basis passport, "
            "born 2023-03-02",
            "born",
        ),
        ("arrest C1, force kent, person kent/1, age 130", "age"),
        ("asset seizure E1, force kent, item watch, value gbp -1", "value_gbp"),
        (
            "authority A1, nature consent, reference R1, covers from 2023-03-02, covers to 2023-03-01",
            "covers_to",
        ),
        ("cash seizure E1, force kent, currency GBP, amount -1", "amount"),
        ("charge H1, force kent, person kent/1, offence X, act on 2023-03-02", "act_on"),
        ("charge H1, force kent, person kent/1, offence X, age at act 130", "age_at_act"),
        (
            "court result H1, force kent, person kent/1, charge H1, result convicted, sentence months -1",
            "sentence_months",
        ),
        (
            "court result H1, force kent, person kent/1, charge H1, result acquitted, sentence months 3",
            "sentence_months",
        ),
        (
            f"{CONTACTS}, first day 2023-03-02, last day 2023-03-01, school days 3, uses 3, to line 0, {BEHIND}",
            "last_day",
        ),
        (
            f"{CONTACTS}, first day 2023-03-01, last day 2023-03-02, school days 0, uses 3, to line 0, {BEHIND}",
            "uses",
        ),
        (
            f"{CONTACTS}, first day 2023-03-01, last day 2023-03-02, school days 3, uses 2, to line 0, {BEHIND}",
            "uses",
        ),
        (
            f"{CONTACTS}, first day 2023-03-01, last day 2023-03-02, school days 3, uses 3, to line 4, {BEHIND}",
            "uses",
        ),
        (
            f"{CONTACTS}, first day 2023-03-01, last day 2023-03-02, school days 3, uses 3, to line 0, said in [a]",
            "rows",
        ),
        (
            f"{CONTACTS}, first day 2023-03-01, last day 2023-03-02, school days 3, uses 3, to line 0, rows [B1:2]",
            "rows",
        ),
        ("drug seizure E1, force kent, drug heroin, grams -1", "grams"),
        ("drug seizure E1, force kent, drug heroin, count -1", "count"),
        ("drug seizure E1, force kent, drug heroin, value gbp -1", "value_gbp"),
        ("engagement N1, force kent, nature session, people -1", "people"),
        ("firearm seizure E1, force kent, firearm shotgun, count -1", "count"),
        (
            "information shared I1, force kent, person kent/1, recipient Harbour Trust, fields [name], "
            "reason to ring, shared by Moss, basis consent, until 2023-02-01",
            "until",
        ),
        (
            "information shared I1, force kent, person kent/1, recipient Harbour Trust, fields [], "
            "reason to ring, shared by Moss, basis consent",
            "fields",
        ),
        ("line number L1/1, line L1, number 1, used from 2023-03-02, used to 2023-03-01", "used_to"),
        ("line shown +441, shown page, first day 2023-03-02, last day 2023-03-01", "last_day"),
        ("line shown +441, shown page, proposed +442", "compared"),
        ("numbers revealed +441, reason ..., shown page, contacts 3", "reason"),
        ("missing episode M1, force kent, person kent/1, missing from 2023-03-02", "missing_from"),
        ("missing episode M1, force kent, person kent/1, found at 24:00", "found_at"),
        (
            "number used kent/1, force kent, person kent/1, number 1, basis seen, used from 2023-03-02, "
            "used to 2023-03-01",
            "used_to",
        ),
        ("operation O1, name O1, first day 2023-03-02, last day 2023-03-01", "last_day"),
        ("other seizure E1, force kent, item vapes, count -1", "count"),
        ("patrol T1, force kent, hours -1", "hours"),
        (
            "phone records B1, sha256 x, file f, size 1, layout generic, authority A, exhibit E, whole yes, records 2, "
            "taken 1",
            "records",
        ),
        ("person kent/1, force kent, number 1, born 2023-03-02", "born"),
        ("phone seizure E1, force kent, count -1", "count"),
        (
            "phones compared +441, line +441, phone +441, first day 2023-03-01, last day 2023-03-01, shown data",
            "phone",
        ),
        ("received B1, sha256 x, file f, size 1, mapping m, records 2, taken 1", "records"),
        ("return interview R1, force kent, person kent/1, outcome held, held at 9:15", "held_at"),
        (
            "rows written +441, what file of rows, sha256 x, first day 2023-03-02, last day 2023-03-01",
            "last_day",
        ),
        (f"{CONSIDERED}, test child, age at act 130", "age_at_act"),
        (f"{CONSIDERED}, test child, act on 2023-03-02", "act_on"),
        (f"{CONSIDERED}, test adult, age at act 17", "test"),
        (
            "statement written S1, line +441, phone +442, first day 2023-03-02, last day 2023-03-01, prepared by Moss, "
            "page sha256 x, rows sha256 y",
            "last_day",
        ),
        (
            "statement written S1, line +441, phone +441, first day 2023-03-01, last day 2023-03-01, prepared by Moss, "
            "page sha256 x, rows sha256 y",
            "phone",
        ),
        ("vehicle seizure E1, force kent, vehicle car, count -1", "count"),
        ("weapon seizure E1, force kent, weapon knife, bladed yes, count -1", "count"),
    ],
)
def test_what_cannot_be_true_is_said(entry: str, field: str) -> None:
    (read,) = read_notation(f"a: on 2023-03-01 {entry}")
    ((at_fault, sentence),) = read.facts.objections(read.day)
    assert at_fault == field
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "entry",
    [
        "arrest C1, force kent, person kent/1, age 0",
        "asset seizure E1, force kent, item watch, value gbp 0",
        "authority A1, nature consent, reference R1, covers from 2023-03-01, covers to 2023-03-01",
        "cash seizure E1, force kent, currency GBP, amount 0",
        f"{CONTACTS}, first day 2023-03-01, last day 2023-03-01, school days 3, uses 3, to line 3, {BEHIND}",
        "court result H1, force kent, person kent/1, charge H1, result convicted, sentence months 3",
        "drug seizure E1, force kent, drug heroin, grams 0, count 0, value gbp 0",
        "drug seizure E1, force kent, drug heroin",
        "engagement N1, force kent, nature session, people 0",
        "firearm seizure E1, force kent, firearm shotgun",
        "line number L1/1, line L1, number 1, used from 2023-03-02",
        "line shown +441, shown page, compared 1, proposed +442, first day 2023-03-01, last day 2023-03-01",
        "numbers revealed +441, reason action 41, shown page, contacts 3",
        "operation O1, name O1, first day 2023-03-01, last day 2023-03-01",
        "other seizure E1, force kent, item vapes",
        "patrol T1, force kent, hours 0.5",
        "person kent/1, force kent, number 1, born 2023-03-01",
        "phone seizure E1, force kent",
        "received B1, sha256 x, file f, size 1, mapping m, records 2, taken 1, blank 1",
        "rows written +441, what file of rows, sha256 x, first day 2023-03-01, last day 2023-03-01",
        "vehicle seizure E1, force kent, vehicle car",
        "weapon seizure E1, force kent, weapon knife, bladed yes",
    ],
)
def test_what_can_be_true_passes(entry: str) -> None:
    (read,) = read_notation(f"a: on 2023-03-01 {entry}")
    assert list(read.facts.objections(read.day)) == []


@pytest.mark.parametrize(
    ("value", "sort"),
    [
        (None, "empty"),
        ("  ", "empty"),
        ("-1,200.50", "number"),
        ("£5", "number"),
        ("31/02/2023", "date-like"),
        ("Quillfeather", "text of 12 characters"),
        ("?", "text of 1 character"),
    ],
)
def test_a_problem_tells_the_sort_of_a_value_and_never_the_value(value: str | None, sort: str) -> None:
    assert value_class(value) == sort


def test_a_source_reads_as_people_say_it() -> None:
    sha = "ab" * 32
    assert str(FileLine(sha, 7)) == "file abababababab line 7"
    assert str(FileLine(sha, 7, "drugs register")) == "file abababababab sheet 'drugs register' line 7"
    assert str(Statement("Moss")) == "statement of Moss"
