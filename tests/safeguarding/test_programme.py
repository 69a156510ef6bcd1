"""Programmes that were offered and taken up, and what is due of them when."""

from datetime import date

import pytest

from clewline.record.notation import read_notation
from clewline.safeguarding.programme import Course, courses, months_after, objection, overdue

OFFER = "programme offered P{n}, force kent, person kent/1, programme {name}, offered by Jo"
OUTCOME = (
    "programme outcome O{n}, force kent, person kent/1, programme {name}, after {after}, outcome taking part"
)


def offered(n: int, day: str, name: str = "New Paths", accepted: str | None = None) -> str:
    said = f", accepted {accepted}" if accepted else ""
    return f"p{n}: on {day} {OFFER.format(n=n, name=name)}{said}"


def outcome(n: int, day: str, after: str, name: str = "New Paths", offered_on: str | None = None) -> str:
    said = f", offered on {offered_on}" if offered_on else ""
    return f"o{n}: on {day} {OUTCOME.format(n=n, name=name, after=after)}{said}"


def against(one: str, *some: str) -> tuple[str, str, str] | None:
    (entry,) = read_notation(one)
    return objection(entry.facts, entry.day, read_notation("\n".join(some)))


def told(today: str, *some: str) -> list[Course]:
    return courses(read_notation("\n".join(some)), date.fromisoformat(today))


@pytest.mark.parametrize(
    ("day", "months", "found"),
    [
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
        ("2026-12-01", 12, "2027-12-01"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-06-15", 6, "2026-12-15"),
    ],
)
def test_months_later_is_that_day_or_the_last_of_a_shorter_month(day: str, months: int, found: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(found)


def test_outcomes_are_due_from_the_day_on_which_it_was_taken_up() -> None:
    unanswered, one = told(
        "2026-07-20",
        offered(1, "2026-01-10"),
        offered(2, "2026-01-20", accepted="yes"),
        outcome(1, "2026-04-21", "3 months"),
    )
    assert unanswered.offered == date(2026, 1, 10) and unanswered.accepted is None and not unanswered.outcomes
    assert one.name == "New Paths" and len(one.offers) == 1 and not one.declined
    assert one.accepted is not None and one.accepted.id == "p2"
    assert [(o.after, o.due, len(o.entries), o.overdue) for o in one.outcomes] == [
        ("3 months", date(2026, 4, 20), 1, False),
        ("6 months", date(2026, 7, 20), 0, True),
        ("12 months", date(2027, 1, 20), 0, False),
    ]


def test_an_offer_that_was_not_taken_up_is_due_nothing() -> None:
    (one,) = told("2027-07-20", offered(1, "2026-01-10", accepted="no"))
    assert one.declined and one.accepted is None and not one.outcomes
    (one,) = told("2027-07-20", offered(1, "2026-01-10"))
    assert not one.declined and not one.outcomes


def test_who_refused_and_is_offered_it_again_has_two_offers_with_outcomes_of_their_own() -> None:
    refused, taken_up = told(
        "2026-08-01",
        offered(1, "2026-01-10", accepted="no"),
        offered(2, "2026-04-12", accepted="yes"),
        outcome(1, "2026-07-14", "3 months", offered_on="2026-04-12"),
    )
    assert refused.declined and not refused.outcomes
    assert not taken_up.declined and [len(o.entries) for o in taken_up.outcomes] == [1, 0, 0]


def test_who_took_it_up_twice_is_asked_of_each_offer() -> None:
    some = (offered(1, "2025-01-10", accepted="yes"), offered(2, "2026-01-02", accepted="yes"))
    named = outcome(1, "2026-01-11", "12 months", offered_on="2025-01-10")
    for said in (named, outcome(1, "2026-01-11", "12 months")):
        first, second = told("2026-01-20", *some, said)
        assert [len(o.entries) for o in first.outcomes] == [0, 0, 1]
        assert not any(o.entries or o.overdue for o in second.outcomes)
    first, second = told("2026-05-20", *some, outcome(1, "2026-04-03", "3 months"))
    assert [len(o.entries) for o in second.outcomes] == [1, 0, 0]
    assert [o.overdue for o in first.outcomes] == [True, True, True]


def test_one_offer_that_two_entries_tell_of_is_one() -> None:
    (one,) = told("2026-08-01", offered(1, "2026-01-10"), offered(2, "2026-01-10", accepted="yes"))
    assert len(one.offers) == 2 and one.accepted is not None and one.accepted.id == "p2"


def test_an_outcome_that_names_an_offer_that_is_not_recorded_stands_alone() -> None:
    offer, alone = told(
        "2026-08-01",
        offered(1, "2026-01-10", accepted="yes"),
        outcome(1, "2026-05-21", "3 months", offered_on="2026-02-20"),
    )
    assert offer.outcomes[0].overdue
    assert not alone.offers and alone.offered == date(2026, 2, 20) and len(alone.outcomes) == 1


REFUSED, AGAIN = offered(1, "2026-01-10", accepted="no"), offered(2, "2026-04-12", accepted="yes")


@pytest.mark.parametrize(
    ("one", "some", "field", "words"),
    [
        (offered(3, "2026-04-12", "new paths"), (REFUSED, AGAIN), "day", "Correct that entry (p2)"),
        (outcome(1, "2026-07-14", "3 months"), (REFUSED, AGAIN), "offered_on", "these days: 12 April 2026."),
        (
            outcome(1, "2026-07-14", "3 months", offered_on="2026-01-10"),
            (REFUSED,),
            "offered_on",
            "Record that first.",
        ),
        (
            outcome(2, "2026-07-20", "3 months", offered_on="2026-04-12"),
            (REFUSED, AGAIN, outcome(1, "2026-07-14", "3 months")),
            "after",
            "Correct that entry (o1)",
        ),
    ],
)
def test_what_stands_against_an_offer_or_an_outcome(
    one: str, some: tuple[str, ...], field: str, words: str
) -> None:
    found = against(one, *some)
    assert found is not None and found[0] == field and words in found[2]


def test_nothing_stands_against_another_offer_or_its_outcome() -> None:
    assert against(AGAIN, REFUSED, outcome(1, "2026-03-01", "3 months", offered_on="2026-04-12")) is None
    assert against(outcome(1, "2026-07-14", "3 months", offered_on="2026-04-12"), REFUSED, AGAIN) is None
    assert against("v1: on 2026-04-23 safety plan V1, force kent, person kent/1", AGAIN) is None


def test_an_outcome_before_its_offer_cannot_be_true() -> None:
    (one,) = read_notation(outcome(1, "2026-04-01", "3 months", offered_on="2026-04-12"))
    assert [field for field, _ in one.facts.objections(one.day)] == ["offered_on"]
    assert not list(one.facts.objections(date(2026, 4, 12)))


def test_programmes_are_told_apart_and_an_outcome_without_an_offer_is_shown() -> None:
    first, second = told(
        "2026-07-20",
        offered(1, "2026-01-10", name="new  paths", accepted="yes"),
        outcome(1, "2026-04-21", "6 months", name="Harbour"),
        outcome(2, "2026-04-22", "3 months"),
        "v1: on 2026-04-23 safety plan V1, force kent, person kent/1",
    )
    assert first.name == "new  paths" and [len(o.entries) for o in first.outcomes] == [1, 0, 0]
    assert second.name == "Harbour" and not second.offers and not second.declined
    assert [(o.after, o.overdue) for o in second.outcomes] == [("6 months", False)]


def test_what_is_overdue_of_all_programmes_is_told_the_longest_overdue_first() -> None:
    some = read_notation(
        "\n".join(
            (
                offered(1, "2026-01-20", accepted="yes"),
                outcome(1, "2026-04-21", "3 months"),
                offered(2, "2026-02-01", "Boxing", accepted="yes"),
            )
        )
    )
    found = overdue(some, date(2026, 7, 20))
    assert [(course.name, one.after) for course, one in found] == [
        ("Boxing", "3 months"),
        ("New Paths", "6 months"),
    ]
    assert overdue(some, date(2026, 4, 30)) == []
