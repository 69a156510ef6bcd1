"""Consent: given, refused and withdrawn, and what that lets be shared.

An adult says what becomes of them: who is referred to a partner, or what is told of them, on the basis of consent needs
theirs. It holds until they say otherwise. What they allow again later opens nothing that was shut: it is shared anew.
To safeguard a child, consent is not usually the basis (Department for Education, Information sharing: advice for
practitioners, May 2024, as coventry.gov.uk's page of the common assessment framework gives it).
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from clewline.case.mentions import body
from clewline.record import Entry
from clewline.record.kinds.consent import Consent

SHARING, REFERRAL = "sharing information", "referral to a partner"
"""What consent may be to, of what concerns partners. Who takes back the one to a referral takes back both."""


def answers(entries: Iterable[Entry], to: Sequence[str], partner: str | None) -> list[Entry]:
    """Return what a person said about some things with regard to a partner, the last word last.

    Of one day, the entry that was recorded last is the last word; of one instant, the one that does not consent.
    """
    found = [
        one
        for one in entries
        if isinstance(one.facts, Consent)
        and one.facts.to in to
        and (one.facts.partner is None or partner is None or body(one.facts.partner) == body(partner))
    ]
    return sorted(found, key=lambda one: (one.day, one.recorded_at, not _given(one)))


def stands(entries: Iterable[Entry], to: str, partner: str | None, *, on: date) -> bool:
    """Return whether a person consents to something with regard to a partner: the last that they said by a day."""
    some = [one for one in answers(entries, (to,), partner) if one.day <= on]
    return bool(some) and _given(some[-1])


def broken(entries: Iterable[Entry], partner: str | None, *, since: datetime) -> Entry | None:
    """Return the first entry, of those recorded after an instant, by which a person no longer consents that a partner
    is told of them; none where they said no such thing.
    """
    some = [
        one
        for one in answers(entries, (SHARING, REFERRAL), partner)
        if one.recorded_at >= since and not _given(one)
    ]
    return min(some, key=lambda one: one.recorded_at, default=None)


def refusal(
    entries: Iterable[Entry], partner: str, *, basis: str | None, adult: bool, on: date
) -> str | None:
    """Return why somebody is not referred to a partner; none where they may be."""
    if not adult or basis not in (None, "consent"):
        return None
    if stands(entries, REFERRAL, partner, on=on):
        return None
    return (
        f"They are an adult, and no consent to a referral to {partner} stands. Record their consent first, or say on "
        "which other basis they are referred."
    )


def _given(entry: Entry) -> bool:
    return isinstance(entry.facts, Consent) and entry.facts.answer == "given"
