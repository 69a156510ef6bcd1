"""Regular contact in school hours: whole within them, on school days, near enough together, of a child's number."""

from datetime import UTC, date, datetime, timedelta

import pytest

from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.safeguarding.school_hours import (
    CANNOT_TELL,
    RULE,
    Touch,
    contacts,
    numbers_said,
    regular,
    school_day,
)

CHILD, LINE = "+447700900111", "L1"
TODAY = date(2026, 4, 30)
MONDAY = date(2026, 3, 2)
PERSON = "p: on 2026-03-01 person kent/1, force kent, number 1, born 2010-05-01"
SAID = f"n: on 2026-03-01 number used kent/1, force kent, person kent/1, number {CHILD}, basis told by her mother"


def touch(at: str, *, latest: str | None = None, number: str = CHILD, to_line: bool = False) -> Touch:
    """Return a contact at an instant of UTC."""
    first = datetime.fromisoformat(at).replace(tzinfo=UTC)
    last = first if latest is None else datetime.fromisoformat(latest).replace(tzinfo=UTC)
    return Touch(number=number, earliest=first, latest=last, to_line=to_line, row=f"B1:{at}")


def on(*days: date, number: str = CHILD) -> list[Touch]:
    return [touch(f"{day}T10:00", number=number) for day in days]


def told(*notation: str) -> dict[str, list[Entry]]:
    people: dict[str, list[Entry]] = {}
    for one in read_notation("\n".join(notation)):
        people.setdefault(getattr(one.facts, "person", one.subject), []).append(one)
    return people


@pytest.mark.parametrize(
    ("at", "latest", "day"),
    [
        ("2026-03-02T09:00", None, MONDAY),
        ("2026-03-02T08:59", None, None),
        ("2026-03-02T14:59:59", None, MONDAY),
        ("2026-03-02T15:00", None, None),
        ("2026-03-07T10:00", None, None),  # a Saturday
        ("2026-04-03T10:00", None, None),  # Good Friday, a bank holiday
        ("2026-04-06T10:00", None, None),  # Easter Monday
        ("2026-04-07T10:00", None, date(2026, 4, 7)),
        # The clocks went forward on 29 March: what is 8.30 in UTC is in school hours from then on, and 14.30 is not.
        ("2026-03-27T08:30", None, None),
        ("2026-03-30T08:30", None, date(2026, 3, 30)),
        ("2026-03-27T14:30", None, date(2026, 3, 27)),
        ("2026-03-30T14:30", None, None),
        # A time that is not exact counts where all of it lies within.
        ("2026-03-02T14:00", "2026-03-02T14:59", MONDAY),
        ("2026-03-02T14:00", "2026-03-02T15:00", None),
        ("2026-03-02T08:00", "2026-03-02T09:30", None),
        ("2026-03-02T10:00", "2026-03-03T10:00", None),
    ],
)
def test_a_contact_lies_in_school_hours_as_a_whole(at: str, latest: str | None, day: date | None) -> None:
    assert school_day(touch(at, latest=latest)) == day


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        ([0, 1], []),
        ([0, 1, 2], [0, 1, 2]),
        ([0, 0, 1], []),  # twice on one day is one day
        ([0, 14, 27], [0, 14, 27]),
        ([0, 14, 28], []),
        ([0, 20, 30, 40], [20, 30, 40]),  # the first lies too far before
        ([2, 1, 0], [0, 1, 2]),
    ],
)
def test_contact_is_regular_on_enough_days_near_enough_to_each_other(
    after: list[int], kept: list[int]
) -> None:
    def days(some: list[int]) -> list[date]:
        return [MONDAY + timedelta(days=one) for one in some]

    assert RULE.days == 3 and RULE.within == 28
    assert list(regular(days(after))) == days(kept)


DAYS = (MONDAY, date(2026, 3, 4), date(2026, 3, 11))


def test_a_child_s_number_in_regular_contact_is_found_with_what_stands_behind_it() -> None:
    some = [*on(*DAYS), touch("2026-03-04T11:00", to_line=True), touch("2026-03-04T20:00")]
    (found,) = contacts(some, told(PERSON, SAID), TODAY)
    assert (found.person, found.number, tuple(found.days)) == ("kent/1", CHILD, DAYS)
    assert [one.id for one in found.said] == ["n"]
    # In the order of the days; what was in the evening is not among them.
    assert [one.row for one in found.touches] == [
        "B1:2026-03-02T10:00",
        "B1:2026-03-04T10:00",
        "B1:2026-03-04T11:00",
        "B1:2026-03-11T10:00",
    ]


def test_nobody_else_is_looked_for() -> None:
    adult = [
        "q: on 2026-03-01 person kent/2, force kent, number 2, born 1990-05-01",
        "m: on 2026-03-01 number used kent/2, force kent, person kent/2, number +447700900222, basis seen",
    ]
    people = told(PERSON, SAID, *adult)
    assert numbers_said(people, TODAY) == {CHILD}
    assert contacts(on(*DAYS, number="+447700900222"), people, TODAY) == []
    assert contacts(on(*DAYS, number="+447700900333"), people, TODAY) == []


def test_who_may_be_a_child_is_treated_as_one_and_who_is_none_today_is_not_noticed() -> None:
    unknown = PERSON.replace(", born 2010-05-01", "")
    assert len(contacts(on(*DAYS), told(unknown, SAID), TODAY)) == 1
    assert contacts(on(*DAYS), told(PERSON.replace("2010", "2008"), SAID), date(2026, 5, 1)) == []
    assert numbers_said(told(PERSON.replace("2010", "2008"), SAID), date(2026, 5, 1)) == set()


def test_days_on_which_the_record_says_that_they_were_no_child_do_not_count() -> None:
    # An assessment by which they were 18 is set aside by a later one; on the day of the contact both are asked.
    settled = (
        "s: on 2026-04-01 age assessed kent/1, force kent, person kent/1, outcome disputed, assessed by Lane, "
        "basis two papers"
    )
    grown = PERSON.replace("2010-05-01", "2008-03-03")
    assert contacts(on(*DAYS), told(grown, SAID), date(2026, 3, 2)) == []  # a child on the first day alone
    assert len(contacts(on(*DAYS), told(grown, SAID, settled), TODAY)) == 1


@pytest.mark.parametrize(
    ("period", "found"),
    [
        (", used from 2026-03-02, used to 2026-03-11", 1),
        (", used from 2026-03-03", 0),
        (", used to 2026-03-10", 0),
    ],
)
def test_a_number_is_theirs_on_the_days_that_the_record_says(period: str, found: int) -> None:
    assert len(contacts(on(*DAYS), told(PERSON, f"{SAID}{period}"), TODAY)) == found


def test_of_two_entries_that_say_so_those_of_the_days_stand_behind_it() -> None:
    other = SAID.replace("n:", "o:") + ", used to 2026-02-01"
    (found,) = contacts(on(*DAYS), told(PERSON, SAID, other), TODAY)
    assert [one.id for one in found.said] == ["n"]


def test_a_number_that_cannot_be_read_is_not_looked_for() -> None:
    assert numbers_said(told(PERSON, SAID.replace(CHILD, "her old one")), TODAY) == set()


def test_what_counts_is_said_in_words_and_what_it_cannot_tell() -> None:
    assert "09:00 to 15:00 by British clocks" in RULE.words and "3 such days within 28" in RULE.words
    assert "no source that was read" in RULE.authority
    assert any(one.startswith("School holidays are not known") for one in CANNOT_TELL)
    assert not any(word in " ".join(CANNOT_TELL) for word in ("suspect", "score", "offender"))
