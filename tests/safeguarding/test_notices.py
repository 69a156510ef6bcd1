"""What the record notices is told to a person with the entries behind it, until somebody has answered."""

from datetime import date

import pytest

from clewline.record.notation import read_notation
from clewline.safeguarding.notice import notices, raised

TODAY = date(2023, 3, 31)
CHILD = "p: on 2023-03-01 person kent/1, force kent, number 1, born 2008-05-01, home area Lewisham"
MISSING = "{}: on 2023-03-{} missing episode M{}, force kent, person kent/1, found yes, found in {}"


def told(*notation: str) -> list[tuple[str, list[str]]]:
    some = raised(read_notation("\n".join(notation)), TODAY)
    return [(one.notice.name, [each.id for each in one.noticed.entries]) for one in some]


def test_missing_more_than_once_is_noticed() -> None:
    one, two = MISSING.format("m", "05", 1, "Lewisham"), MISSING.format("n", "09", 2, "Lewisham")
    assert told(CHILD, one) == []
    assert told(CHILD, two, one) == [("repeatedly_missing", ["m", "n"])]


def test_found_in_another_area_than_home_is_noticed() -> None:
    assert told(CHILD, MISSING.format("m", "05", 1, " LEWISHAM.")) == []
    assert told(CHILD, MISSING.format("m", "05", 1, "Thanet")) == [("found_elsewhere", ["m", "p"])]
    assert told(CHILD.replace(", home area Lewisham", ""), MISSING.format("m", "05", 1, "Thanet")) == []
    assert told(CHILD, "m: on 2023-03-05 missing episode M1, force kent, person kent/1") == []


@pytest.mark.parametrize(
    ("place", "found"),
    [("Lewisham", []), ("Thanet", [("arrested_elsewhere", ["a", "p"])]), ("", [])],
)
def test_arrested_in_another_area_than_home_is_noticed(place: str, found: list[object]) -> None:
    arrest = "a: on 2023-03-05 arrest C1, force kent, person kent/1"
    assert told(CHILD, f"{arrest}, place {place}" if place else arrest) == found
    without = CHILD.replace(", home area Lewisham", "")
    assert told(without, f"{arrest}, place {place}" if place else arrest) == []


def test_of_an_adult_nothing_is_noticed_and_of_who_may_be_a_child_it_is() -> None:
    arrest = "a: on 2023-03-05 arrest C1, force kent, person kent/1, place Thanet"
    assert told(CHILD.replace("2008", "1988"), arrest) == []
    assert told(CHILD.replace(", born 2008-05-01", ""), arrest) == [("arrested_elsewhere", ["a", "p"])]


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("indicator observed I1, indicator arrested_out_of_area, observed by Lane, basis read", 0),
        ("indicator observed I1, indicator drug_debt, observed by Lane, basis read", 1),
        ("protection status kent/1, status possible victim, said by Lane, reason ...", 0),
        ("safety plan S1", 1),
    ],
)
def test_it_is_answered_by_what_somebody_recorded_after(answer: str, left: int) -> None:
    arrest = "a: on 2023-03-05 arrest C1, force kent, person kent/1, place Thanet; known from {}"
    said = f"i: on 2023-03-06 {answer}, force kent, person kent/1; known from 2023-03-06T10:00:00+00:00"
    before, after = "2023-03-05T10:00:00+00:00", "2023-03-07T10:00:00+00:00"
    home = f"{CHILD}; known from {before}"
    assert len(told(home, arrest.format(before), said)) == left
    # What is recorded later is noticed anew.
    assert len(told(home, arrest.format(after), said)) == 1


def test_each_notice_points_to_an_indicator_of_the_guide() -> None:
    from clewline.safeguarding.guide import all_indicators

    assert {one.indicator for one in notices().values()} <= set(all_indicators())


USED = "u: on 2023-03-01 number used kent/1, force kent, person kent/1, number +447700900111, basis returned to her"
CONTACTS = (
    "{}: on 2023-03-{} contacts noticed kent/1, force kent, person kent/1, line {}, number +447700900111, "
    "first day 2023-03-06, last day 2023-03-10, school days 3, uses 4, to line 1, rule weekdays, authority CD/1, "
    "purpose safeguarding, reason asked, said in [{}], rows [B1:2]"
)


def test_a_notice_says_that_some_rows_behind_it_were_withdrawn() -> None:
    whole, part = (
        CONTACTS.format("c", "20", "L1", "u"),
        CONTACTS.format("c", "20", "L1", "u") + ", rows withdrawn 3",
    )
    said = [
        raised(read_notation("\n".join((CHILD, USED, one))), date(2023, 3, 21))[0].noticed.sentence
        for one in (whole, part)
    ]
    assert "withdrawn" not in said[0]
    assert "3 of the 4 rows behind it were withdrawn since, so that the days may be fewer" in said[1]


def test_what_was_noticed_in_a_line_s_records_stands_until_it_is_answered() -> None:
    found = CONTACTS.format("c", "20", "L1", "u")
    assert told(CHILD, USED) == []
    assert told(CHILD, USED, found) == [("touched_in_school_hours", ["u", "c"])]
    status = "protection status kent/1, status possible victim, said by Lane, reason seen, force kent, person kent/1"
    answered = f"i: on 2023-03-21 {status}; known from 2023-03-21"
    assert told(CHILD, USED, found, answered) == []


def test_where_nobody_says_any_more_that_the_number_is_theirs_nothing_is_noticed() -> None:
    assert told(CHILD, CONTACTS.format("c", "20", "L1", "u")) == []
    assert told(CHILD, USED, CONTACTS.format("c", "20", "L1", "other|u")) != []


def test_of_one_line_the_last_word_is_told_and_of_two_lines_both() -> None:
    first, again = CONTACTS.format("c", "20", "L1", "u"), CONTACTS.format("d", "21", "L1", "u")
    assert told(CHILD, USED, first, again) == [("touched_in_school_hours", ["u", "d"])]
    other = CONTACTS.format("e", "22", "L2", "u")
    (one,) = raised(read_notation("\n".join([CHILD, USED, first, other])), TODAY)
    assert "line L1" in one.noticed.sentence and "line L2" in one.noticed.sentence
    assert "may have been in touch" in one.noticed.sentence and "who held the phone" in one.noticed.sentence
