"""Whether what was shared is still open to its recipient, and whether something may be shared at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from clewline.case.ages import age_on
from clewline.case.mentions import body
from clewline.record import Entry
from clewline.record.kinds.consent import Consent
from clewline.record.kinds.information_shared import InformationShared
from clewline.record.kinds.sharing_ended import SharingEnded
from clewline.safeguarding import consent

CONSENT, CHILD, ADULT_AT_RISK = "consent", "safeguarding a child", "safeguarding an adult at risk"
"""Bases of sharing, beside a legal duty."""
RULE = "sharing-basis"
"""Name of the rule that something is shared on a basis that holds, as problems of intake bear it."""


class Why(StrEnum):
    """Why something that was shared is no longer open."""

    ENDED = "it was ended"
    PAST = "its last day is past"
    NO_CONSENT = "there is no consent to it any more"
    ANEW = "it has to be shared anew"
    """The case was sealed since. Its recipient is not told that it was: only those with leave to open it know."""


@dataclass(frozen=True, kw_only=True)
class Sharing:
    """Something that was shared, and whether it is open."""

    entry: Entry
    facts: InformationShared
    closed: Why | None
    """Why the recipient sees nothing of it any more; none while it is open."""
    on: date | None
    """Day on which it closed, where it did."""


def sharings(
    entries: Iterable[Entry],
    *,
    person: str,
    recipient: str,
    referrals: Iterable[str],
    today: date,
    sealed_at: datetime | None = None,
) -> list[Sharing]:
    """Return what was shared of a person with a recipient for a referral, the earliest first.

    `entries` are those of the person that stand: a sharing that was withdrawn as an entry is not among them.
    `referrals` are the ids of the versions of the referral. `sealed_at` is when the case was sealed: what was shared
    before is read from it no longer, until somebody with leave to open it shares it anew.
    """
    some, ids = list(entries), set(referrals)
    return [
        _sharing(one, one.facts, some, today, sealed_at)
        for one in sorted(some, key=lambda one: one.recorded_at)
        if isinstance(one.facts, InformationShared)
        and one.facts.person == person
        and one.facts.referral in ids
        and body(one.facts.recipient) == body(recipient)
    ]


def fields_open(some: Iterable[Sharing]) -> tuple[str, ...]:
    """Return the fields that are open to the recipient, each once."""
    return tuple(dict.fromkeys(name for one in some if one.closed is None for name in one.facts.fields))


def refusal(
    entries: Sequence[Entry], recipient: str, *, basis: str, adult: bool, on: date, at: datetime
) -> str | None:
    """Return why nothing of a person is shared on a basis; none where it may be."""
    if basis == CHILD and adult:
        return "They are recorded as 18 or over: share with their consent, or to protect an adult at risk."
    if basis == ADULT_AT_RISK and not adult:
        return (
            "Nothing shows that they are 18 or over: they are treated as a child. Share to protect a child."
        )
    if basis == CONSENT and not _consents(entries, recipient, on=on, at=at):
        return (
            f"No consent of theirs to sharing information with {recipient} stands. Record it first, or share on "
            "another basis if one holds."
        )
    return None


def objection(entry: Entry, entries: Sequence[Entry]) -> str | None:
    """Return why what a file says was shared of a person is not recorded; none where the basis that it names held on
    that day. `entries` are the others that stand of the person.
    """
    facts = entry.facts
    assert isinstance(facts, InformationShared)
    # What was said later changes nothing about what was shared before: it closes it from then on.
    by_then = [one for one in entries if one.day <= entry.day or not isinstance(one.facts, Consent)]
    adult = not age_on([*entries, entry], entry.day).child
    why = refusal(
        by_then, facts.recipient, basis=facts.basis, adult=adult, on=entry.day, at=entry.recorded_at
    )
    return (
        None if why is None else f"Of {facts.person} something was shared on the basis “{facts.basis}”. {why}"
    )


def _consents(entries: Sequence[Entry], recipient: str, *, on: date, at: datetime) -> bool:
    """Return whether someone consents to being told of by a day, by what was recorded before an instant."""
    some = [one for one in entries if one.recorded_at <= at]
    return consent.stands(some, consent.SHARING, recipient, on=on) and not _took_back(some, recipient)


def _took_back(entries: Iterable[Entry], recipient: str) -> bool:
    """Return whether the last that someone said of being referred is that they do not want it."""
    said = consent.answers(entries, (consent.REFERRAL,), recipient)
    return bool(said) and getattr(said[-1].facts, "answer") != "given"  # noqa: B009  # answers are of one kind


def _sharing(
    entry: Entry, facts: InformationShared, entries: Sequence[Entry], today: date, sealed_at: datetime | None
) -> Sharing:
    ended = [one for one in entries if isinstance(one.facts, SharingEnded) and one.facts.sharing == entry.id]
    if ended:
        return Sharing(entry=entry, facts=facts, closed=Why.ENDED, on=min(one.day for one in ended))
    if facts.basis == CONSENT:
        broken = consent.broken(entries, facts.recipient, since=entry.recorded_at)
        if broken is not None:
            return Sharing(entry=entry, facts=facts, closed=Why.NO_CONSENT, on=broken.day)
        if not _consents(entries, facts.recipient, on=entry.day, at=entry.recorded_at):
            # What it rested on no longer stands in the record.
            return Sharing(entry=entry, facts=facts, closed=Why.NO_CONSENT, on=None)
    if sealed_at is not None and entry.recorded_at < sealed_at:
        return Sharing(entry=entry, facts=facts, closed=Why.ANEW, on=None)
    if facts.until is not None and facts.until < today:
        return Sharing(entry=entry, facts=facts, closed=Why.PAST, on=facts.until)
    return Sharing(entry=entry, facts=facts, closed=None, on=None)
