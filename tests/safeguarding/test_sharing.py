"""What was shared, whether it is open, and what its fields tell."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.safeguarding import sharing
from clewline.safeguarding.shared import FIELDS, told
from clewline.safeguarding.sharing import Why, fields_open, objection, refusal, sharings

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 9)
SHARED = (
    "information shared S, force kent, person kent/1, recipient Harbour Trust, fields [name|born], reason They meet, "
    "shared by Jo, referral r1"
)
GIVEN = "consent C, force kent, person kent/1, to sharing information, answer given, taken by Jo"
WITHDRAWN = GIVEN.replace("given", "withdrawn")
NO_REFERRAL = WITHDRAWN.replace("sharing information", "referral to a partner")
ENDED = "sharing ended S, force kent, person kent/1, sharing e{n}, ended by Jo, reason Enough"


def said(*some: str) -> list[Entry]:
    """Return entries e0, e1 and so on, recorded a day apart from 1 March 2026."""
    text = "\n".join(f"e{n}: on 2026-03-{n + 1:02} {one}" for n, one in enumerate(some))
    return [replace(one, recorded_at=FIRST + timedelta(days=n)) for n, one in enumerate(read_notation(text))]


def closed(*some: str, today: date = TODAY) -> list[Why | None]:
    found = sharings(said(*some), person="kent/1", recipient="harbour  trust", referrals=["r1"], today=today)
    return [one.closed for one in found]


def test_what_was_shared_before_the_case_was_sealed_is_shared_anew_or_closed() -> None:
    some = said(CHILD, CHILD, ENDED.format(n=0))
    for days, found in [
        (0.0, [Why.ENDED, None]),
        (0.5, [Why.ENDED, None]),
        (1.5, [Why.ENDED, Why.ANEW]),
    ]:
        at = FIRST + timedelta(days=days)
        asked = sharings(
            some, person="kent/1", recipient="Harbour Trust", referrals=["r1"], today=TODAY, sealed_at=at
        )
        assert [one.closed for one in asked] == found
        assert all(one.on is None for one in asked if one.closed is Why.ANEW), (
            "the day would tell of the seal"
        )


CHILD, CONSENT = f"{SHARED}, basis safeguarding a child", f"{SHARED}, basis consent"


@pytest.mark.parametrize(
    ("some", "found"),
    [
        ([CHILD], [None]),
        ([CHILD, ENDED.format(n=0)], [Why.ENDED]),
        ([CHILD, ENDED.format(n=0), CHILD], [Why.ENDED, None]),
        ([CHILD, WITHDRAWN], [None]),
        ([CONSENT], [Why.NO_CONSENT]),
        ([GIVEN, CONSENT], [None]),
        ([GIVEN, CONSENT, WITHDRAWN], [Why.NO_CONSENT]),
        ([GIVEN, CONSENT, NO_REFERRAL], [Why.NO_CONSENT]),
        # given again: what was shut stays shut, and a new sharing is open
        ([GIVEN, CONSENT, WITHDRAWN, GIVEN], [Why.NO_CONSENT]),
        ([GIVEN, CONSENT, WITHDRAWN, GIVEN, CONSENT], [Why.NO_CONSENT, None]),
        ([NO_REFERRAL, GIVEN, CONSENT], [Why.NO_CONSENT]),
    ],
)
def test_what_was_shared_is_open_until_it_is_ended_or_consent_breaks(
    some: list[str], found: list[Why | None]
) -> None:
    assert closed(*some) == found


def test_what_was_shared_closes_after_its_last_day() -> None:
    until = f"{CHILD}, until 2026-03-05"
    assert closed(until, today=date(2026, 3, 5)) == [None]
    assert closed(until, today=date(2026, 3, 6)) == [Why.PAST]


def test_what_is_for_another_referral_person_or_body_is_not_told() -> None:
    some = said(CHILD)
    for person, recipient, referral in (
        ("kent/2", "Harbour Trust", "r1"),
        ("kent/1", "Quay", "r1"),
        ("kent/1", "Harbour Trust", "r2"),
    ):
        assert not sharings(some, person=person, recipient=recipient, referrals=[referral], today=TODAY)


def test_the_day_on_which_it_closed_is_told_where_there_is_one() -> None:
    def on(*some: str) -> date | None:
        found = sharings(
            said(*some), person="kent/1", recipient="Harbour Trust", referrals=["r1"], today=TODAY
        )
        return found[0].on

    assert on(CHILD, ENDED.format(n=0)) == date(2026, 3, 2)
    assert on(GIVEN, CONSENT, WITHDRAWN) == date(2026, 3, 3)
    assert on(CONSENT) is None and on(CHILD) is None


def test_fields_are_open_while_one_sharing_of_them_is() -> None:
    more = CHILD.replace("[name|born]", "[name|sex]")
    found = sharings(
        said(CHILD, more, ENDED.format(n=0)),
        person="kent/1",
        recipient="Harbour Trust",
        referrals=["r1"],
        today=TODAY,
    )
    assert fields_open(found) == ("name", "sex")


@pytest.mark.parametrize(
    ("basis", "adult", "some", "why"),
    [
        ("safeguarding a child", False, [], None),
        ("safeguarding a child", True, [], "recorded as 18 or over"),
        ("safeguarding an adult at risk", True, [], None),
        ("safeguarding an adult at risk", False, [], "treated as a child"),
        ("legal duty", True, [], None),
        ("consent", True, [], "No consent of theirs"),
        ("consent", True, [GIVEN], None),
        ("consent", True, [GIVEN, WITHDRAWN], "No consent of theirs"),
        ("consent", True, [NO_REFERRAL, GIVEN], "No consent of theirs"),
        ("consent", True, [GIVEN, WITHDRAWN, GIVEN], None),
    ],
)
def test_a_basis_must_hold(basis: str, adult: bool, some: list[str], why: str | None) -> None:
    at = FIRST + timedelta(days=8)
    found = refusal(said(*some) if some else [], "Harbour Trust", basis=basis, adult=adult, on=TODAY, at=at)
    assert (found is None) if why is None else (found is not None and why in found)


PERSON = "person kent/1, force kent, number 1"
RECORD = (
    f"{PERSON}, family name Plover, given names Jo, born 2010-05-06, sex female, home area Medway",
    f"{PERSON}, family name Plover, given names Jo, born 2010-06-05",
    "vulnerability identified V, force kent, person kent/1, age 14, concern Carries for somebody",
    "indicator observed I, force kent, person kent/1, indicator found_far_from_home, observed by Jo, basis seen, "
    "note At the station",
    "protection status P, force kent, person kent/1, status possible victim, said by Jo, reason Young",
    "protection status P, force kent, person kent/1, status victim, said by Jo, reason She said so",
    "need seen to N, force kent, person kent/1, need appropriate adult",
    "age assessed A, force kent, person kent/1, outcome under 18, assessed by Jo, basis passport, born 2010-06-05",
    "referral received R, force kent, person kent/1, referred by Al, body School, concern Away for days",
)


def values(*fields: str, entries: list[Entry] | None = None) -> list[tuple[str, ...]]:
    some = said(*RECORD) if entries is None else entries
    return [tuple(one.values) for one in told(fields, some, contact=["Sam, kent"])]


def test_each_field_tells_what_is_recorded_and_no_more() -> None:
    assert values("name") == [("Jo Plover",)]
    assert values("born") == [("6 May 2010", "5 June 2010")], "two dates of birth are both told"
    assert values("age") == [("14 on 3 March 2026",)]
    assert values("sex", "home_area") == [("female",), ("Medway",)]
    assert values("concern") == [("Carries for somebody", "Away for days")]
    assert values("indicators") == [("Found far from home, 4 March 2026",)], "not by whom, and no note"
    assert values("status") == [("Victim, 6 March 2026",)]
    assert values("needs") == [("Appropriate adult, seen to on 7 March 2026",)]
    assert values("contact") == [("Sam, kent",)]
    assert values() == [] and values("a field that is gone") == []


def test_what_is_not_recorded_tells_nothing() -> None:
    for name in set(FIELDS) - {"contact"}:
        assert values(name, entries=[]) == [()]
    bare = said(PERSON)
    assert values("name", "born", "home_area", entries=bare) == [(), (), ()]


def test_every_field_has_a_label_and_says_what_it_tells() -> None:
    assert all(one.label and one.hint and name == one.name for name, one in FIELDS.items())
    assert sharing.CONSENT == "consent"


GROWN = "person kent/1, force kent, number 1, born 1990-01-01"


@pytest.mark.parametrize(
    ("basis", "some", "why"),
    [
        ("consent", [GROWN], "Of kent/1 something was shared on the basis “consent”. No consent of theirs"),
        ("consent", [GROWN, GIVEN], None),
        ("consent", [GROWN, GIVEN, WITHDRAWN], "No consent of theirs"),
        ("safeguarding a child", [], None),
        ("safeguarding a child", [GROWN], "recorded as 18 or over"),
        ("safeguarding an adult at risk", [GROWN], None),
        ("safeguarding an adult at risk", [], "treated as a child"),
        ("legal duty", [GROWN], None),
    ],
)
def test_what_a_file_says_was_shared_rests_on_its_basis(basis: str, some: list[str], why: str | None) -> None:
    (*before, one) = said(*some, f"{SHARED}, basis {basis}")
    found = objection(one, before)
    assert (found is None) if why is None else (found is not None and why in found)


def test_consent_that_is_taken_back_later_says_nothing_against_what_was_shared_before() -> None:
    grown, given, shared, *later = said(GROWN, GIVEN, CONSENT, WITHDRAWN, NO_REFERRAL)
    assert objection(shared, [grown, given, *later]) is None
    after = replace(shared, day=later[-1].day, recorded_at=later[-1].recorded_at)
    assert objection(after, [grown, given, *later]) is not None
    # How old they were is known by whatever is recorded, on whichever day.
    assert objection(replace(shared, day=date(2026, 2, 1)), [grown]) is not None
