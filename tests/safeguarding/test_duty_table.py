"""The table of duties is read whole, or refused with what is wrong on which line."""

import csv
import io
import re
from datetime import date

import pytest
from people_owed import TABLE, owed_to, told

from clewline import reference
from clewline.errors import BadDeclaration
from clewline.record import all_kinds
from clewline.safeguarding.conditions import CONDITIONS, Happening
from clewline.safeguarding.duty import How, Unit, kinds_of
from clewline.safeguarding.duty_table import COLUMNS, read_duties

GOOD = dict(
    zip(
        COLUMNS,
        (
            *(
                "strip_search",
                "Strip search",
                "the force",
                "child",
                "arrest: on a line",
                "need_seen_to",
                "",
                "",
            ),
            *("for each", "within", "2", "days", "the arrest", "A rule", "A page", "2020-01-01", "", "", ""),
        ),
        strict=True,
    )
)


def table(*rows: dict[str, str]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_the_table_that_comes_with_clewline_is_read() -> None:
    assert len(TABLE) == len(reference.duties().splitlines()) - 1
    assert {"return_interview", "duty_to_notify", "appropriate_adult"} <= {one.duty for one in TABLE}


def test_each_row_names_its_authority_and_where_it_was_read() -> None:
    assert all(one.authority and one.source and one.counted_from for one in TABLE)


def test_limits_are_those_that_a_source_gives_and_no_others() -> None:
    limits = {(one.duty, one.how, one.amount, one.unit) for one in TABLE if one.how is not How.NO_LIMIT}
    assert limits == {
        ("reasonable_grounds", How.WITHIN, 5, Unit.WORKING_DAYS),
        ("conclusive_grounds", How.NOT_BEFORE, 45, Unit.DAYS),
        ("conclusive_grounds", How.NOT_BEFORE, 30, Unit.DAYS),
        ("child_decision_panel", How.WITHIN, 45, Unit.DAYS),
        ("strategy_discussion", How.BEFORE, None, None),
        ("assessment", How.WITHIN, 45, Unit.WORKING_DAYS),
        ("child_protection_conference", How.WITHIN, 15, Unit.WORKING_DAYS),
        ("return_interview", How.WITHIN, 72, Unit.HOURS),
    }


def test_a_limit_is_told_in_words() -> None:
    told = {one.duty: one.limit for one in TABLE}
    assert told["return_interview"] == "within 72 hours of the time at which the child was found"
    assert told["conclusive_grounds"].startswith("not before 30 days after the day of")
    assert told["strategy_discussion"] == "before the section 47 enquiry"
    assert told["nrm_referral"] == "as soon as possible; no target"


def test_rows_of_one_duty_share_its_name_in_words() -> None:
    assert {one.words for one in TABLE if one.duty == "nrm_referral"} == {"NRM referral"}
    assert {one.words for one in TABLE if one.duty == "return_interview"} == {"Return interview"}


@pytest.mark.parametrize(
    ("change", "entries", "expected"),
    [
        (
            {},
            "a: on 2023-03-01 arrest C-1, WHO\nb: on 2023-03-02 arrest C-2, WHO, line L-1",
            ["b due by 2023-03-04"],
        ),
        (
            {"how": "not before", "amount": "48", "unit": "hours"},
            "a: on 2023-03-01 arrest C-1, WHO, line L-1",
            ["a not yet from 2023-03-03"],
        ),
        (
            {"how": "not before", "unit": "working days", "fulfils": "need_seen_to: medical"},
            "a: on 2023-03-02 arrest C-1, WHO, line L-1\nb: on 2023-03-02 need seen to N-1, WHO, need legal advice",
            ["a not yet from 2023-03-06"],
        ),
        (
            {"starts": "return_interview: offered", "fulfils": "return_interview: declined"},
            "a: on 2023-03-01 return interview R-1, WHO, outcome offered\n"
            "b: on 2023-03-02 return interview R-2, WHO, outcome declined",
            ["a done by 2023-03-03 with b in time"],
        ),
        (
            {"unless": "safety_plan"},
            "b: on 2023-02-01 safety plan P-1, WHO\na: on 2023-03-01 arrest C-1, WHO, line L-1",
            ["a due by 2023-03-03"],
        ),
        (
            {"unless": "safety_plan"},
            "b: on 2023-03-02 safety plan P-1, WHO\na: on 2023-03-01 arrest C-1, WHO, line L-1",
            ["a not needed by 2023-03-03 with b"],
        ),
    ],
)
def test_a_force_s_own_table_is_followed(change: dict[str, str], entries: str, expected: list[str]) -> None:
    own = read_duties(table(GOOD | change), name="ours.csv")
    assert told(owed_to(entries, "2023-03-02 12:00", table=own), "strip_search") == expected


def test_every_condition_is_of_a_kind_that_there_is_and_reads_back() -> None:
    for kind, words in CONDITIONS:
        assert kind in all_kinds()
        assert Happening(kind=kind, condition=words).text == f"{kind}: {words}"
    assert Happening(kind="arrest").text == "arrest"


def test_a_rule_changes_by_a_new_row() -> None:
    old, new = GOOD | {"valid_to": "2021-12-31"}, GOOD | {"valid_from": "2022-01-01", "amount": "1"}
    rows = read_duties(table(old, new), name="ours.csv")
    assert [one.amount for one in rows if one.holds(date(2021, 12, 31))] == [2]
    assert [one.amount for one in rows if one.holds(date(2022, 1, 1))] == [1]
    assert [one for one in rows if one.holds(date(2019, 12, 31))] == []
    assert kinds_of(rows) >= {"arrest", "need_seen_to", "person", "age_assessed"}


def test_where_is_a_condition_of_the_force() -> None:
    (row,) = read_duties(table(GOOD | {"where": "a pilot"}), name="ours.csv")
    assert row.is_here(("another", "a pilot")) and not row.is_here(()) and row.line == 2


@pytest.mark.parametrize(
    ("column", "value", "reason"),
    [
        ("duty", "", "Line 3: duty is empty"),
        ("authority", " ", "Line 3: authority is empty"),
        ("source", "", "Line 3: source is empty"),
        ("starts", "", "Line 3: starts is empty"),
        ("about", "boy", "about: 'boy' is none of child, adult, either"),
        ("counts", "twice", "counts: 'twice' is none of once for a person"),
        ("how", "soon", "how: 'soon' is none of within"),
        ("unit", "weeks", "unit: 'weeks' is none of hours, days, working days"),
        ("amount", "0", "amount: '0' is no whole number"),
        ("amount", "1.5", "amount: '1.5' is no whole number"),
        ("amount", "5000", "amount: '5000' is no whole number"),
        ("amount", "", "a duty within has amount and unit"),
        ("unit", "", "a duty within has amount and unit"),
        ("how", "no limit", "a duty no limit has no amount and unit"),
        ("how", "before", "a duty before has no amount and unit"),
        ("valid_from", "1 March 2020", "valid_from: '1 March 2020' is no day"),
        ("valid_from", "20200101", "valid_from: '20200101' is no day"),
        ("valid_to", "2019-01-01", "valid_to is before valid_from"),
        ("starts", "arest", "starts: there is no kind of entry 'arest'"),
        ("fulfils", "line", "fulfils: an entry of the kind 'line' names no person"),
        ("starts", "arrest: of a boy", "is no condition of 'arrest'; there are: on a line"),
        ("needs", "strategy_meeting: today", "there are: before a section 47 enquiry"),
        ("unless", "safety_plan: good", "there are: none"),
    ],
)
def test_a_wrong_row_is_refused_by_line_and_reason_and_the_table_with_it(
    column: str, value: str, reason: str
) -> None:
    bad = GOOD | {"duty": "other", column: value}
    with pytest.raises(BadDeclaration, match=re.escape(reason)) as refused:
        read_duties(table(GOOD, bad), name="ours.csv")
    assert "Line 3" in str(refused.value) and "Line 2" not in str(refused.value)
    assert "ours.csv is not used" in str(refused.value)


def test_all_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(BadDeclaration) as refused:
        read_duties(table(GOOD | {"duty": ""}, GOOD | {"about": "boy", "amount": "x"}), name="ours.csv")
    assert "Line 2: duty is empty. Line 3: about:" in str(refused.value)
    assert "; amount:" in str(refused.value)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({}, True),
        ({"about": "either"}, True),
        ({"about": "adult"}, False),
        ({"where": "a pilot"}, False),
        ({"valid_from": "", "valid_to": "2019-12-31"}, False),
        ({"valid_from": "", "valid_to": "2020-01-01"}, True),
        ({"about": "adult", "counts": "one for one"}, True),
    ],
)
def test_two_rows_do_not_hold_for_one_person_on_one_day(change: dict[str, str], refused: bool) -> None:
    text = table(GOOD, GOOD | change)
    if not refused:
        assert len(read_duties(text, name="ours.csv")) == 2
        return
    with pytest.raises(BadDeclaration, match=r"Line 3: strip_search (holds on days|counts)"):
        read_duties(text, name="ours.csv")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Line 1: the table is empty."),
        ("duty,title\n", "Line 1: the columns are not duty, title,"),
        (table(GOOD) + "a,b\n", "Line 3: it has 2 cells and not 19."),
        (table(GOOD) + 'x,"a"b\n', "Line 3: "),
        (table(GOOD | {"notes": "two\nlines"}) + "a,b\n", "Line 4: it has 2 cells"),
    ],
)
def test_a_table_that_is_none_is_refused(text: str, reason: str) -> None:
    with pytest.raises(BadDeclaration, match=re.escape(reason)):
        read_duties(text, name="ours.csv")
