"""Consent that is given, refused and withdrawn, and whether somebody may be referred or told of."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.safeguarding import consent

FIRST = datetime(2026, 3, 1, 12, tzinfo=UTC)
TODAY = date(2026, 3, 9)


def said(*answers: str, to: str = "referral to a partner", partner: str | None = None) -> list[Entry]:
    """Return what a person said, one answer a day from 1 March 2026."""
    of = f", taken by Jo, partner {partner}" if partner else ", taken by Jo"
    text = "\n".join(
        f"c{n}: on 2026-03-{n + 1:02} consent C{n}, force kent, person kent/1, to {to}, answer {answer}{of}"
        for n, answer in enumerate(answers)
    )
    return [replace(one, recorded_at=FIRST + timedelta(days=n)) for n, one in enumerate(read_notation(text))]


@pytest.mark.parametrize(
    ("answers", "stands"),
    [
        ((), False),
        (("given",), True),
        (("refused",), False),
        (("given", "withdrawn"), False),
        (("given", "withdrawn", "given"), True),
    ],
)
def test_the_last_word_holds(answers: tuple[str, ...], stands: bool) -> None:
    assert consent.stands(said(*answers), consent.REFERRAL, "Harbour", on=TODAY) is stands


def test_what_is_said_of_one_partner_says_nothing_of_another() -> None:
    some = said("given", partner="harbour  TRUST")
    assert consent.stands(some, consent.REFERRAL, "Harbour Trust", on=TODAY)
    assert not consent.stands(some, consent.REFERRAL, "Quay", on=TODAY)
    assert consent.stands(some, consent.REFERRAL, None, on=TODAY)
    assert not consent.stands(some, consent.SHARING, "Harbour Trust", on=TODAY)


def test_of_one_day_the_later_record_holds_and_of_one_instant_the_refusal() -> None:
    given, withdrawn = said("given", "withdrawn")
    same_day = [replace(given, day=withdrawn.day, recorded_at=FIRST + timedelta(days=5)), withdrawn]
    assert consent.stands(same_day, consent.REFERRAL, "Harbour", on=TODAY)
    at_once = [withdrawn, replace(given, day=withdrawn.day, recorded_at=withdrawn.recorded_at)]
    assert not consent.stands(at_once, consent.REFERRAL, "Harbour", on=TODAY)


def test_consent_of_a_later_day_does_not_reach_back() -> None:
    assert not consent.stands(said("given"), consent.REFERRAL, "Harbour", on=date(2026, 2, 28))


def test_consent_is_broken_by_what_is_recorded_later_whatever_day_it_is_of() -> None:
    given, withdrawn = said("given", "withdrawn")
    after = FIRST + timedelta(hours=1)
    assert consent.broken([given], "Harbour", since=after) is None
    assert consent.broken([given, withdrawn], "Harbour", since=after) == withdrawn
    late = replace(withdrawn, day=given.day - timedelta(days=3))
    assert consent.broken([given, late], "Harbour", since=after) == late
    assert consent.broken([given, withdrawn], "Harbour", since=withdrawn.recorded_at + timedelta(1)) is None


@pytest.mark.parametrize(
    ("adult", "basis", "answers", "refused"),
    [
        (False, None, (), False),
        (False, "consent", (), False),
        (True, None, (), True),
        (True, "consent", (), True),
        (True, "consent", ("given",), False),
        (True, None, ("given", "withdrawn"), True),
        (True, "safeguarding an adult at risk", (), False),
        (True, "legal duty", ("refused",), False),
    ],
)
def test_an_adult_is_referred_by_their_consent_or_on_another_basis(
    adult: bool, basis: str | None, answers: tuple[str, ...], refused: bool
) -> None:
    why = consent.refusal(said(*answers), "Harbour", basis=basis, adult=adult, on=TODAY)
    assert (why is not None) is refused
    assert why is None or "no consent to a referral to Harbour stands" in why
