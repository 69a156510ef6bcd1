"""Share chosen fields of what is recorded of a person with a partner, for a referral; end that again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from clewline import reference
from clewline.case.ages import age_on
from clewline.errors import NotAllowed
from clewline.record import Entry
from clewline.record.kinds.information_shared import InformationShared
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.record.kinds.sharing_ended import SharingEnded
from clewline.safeguarding import sharing
from clewline.safeguarding.shared import FIELDS, Told, told
from clewline.store import following
from clewline.store.accounts.people import Person
from clewline.workflow.once import append_once
from clewline.workflow.stated import stated


@dataclass(frozen=True, kw_only=True)
class Offer:
    """What somebody means to share for a referral."""

    fields: Sequence[str]
    basis: str
    reason: str
    until: date | None = None


def what_they_will_see(referral: Entry, offer: Offer, person: Person) -> list[Told]:
    """Return what the partner will be told, as the record stands now."""
    entries = following.of_person(referral.case, _of(referral).person)
    return told(offer.fields, entries, contact=[contact(person)])


def refusal(referral: Entry, offer: Offer, at: datetime) -> str | None:
    """Return why it is not shared; none where it may be."""
    facts = _of(referral)
    if not facts.partner:
        return "The referral names no partner: correct it first."
    entries = following.of_person(referral.case, facts.person)
    return sharing.refusal(
        entries,
        facts.partner,
        basis=offer.basis,
        adult=not age_on(entries, at.date()).child,
        on=at.date(),
        at=at,
    )


def share(referral: Entry, offer: Offer, *, person: Person, at: datetime, press: str) -> Entry:
    """Append that fields are shared with the partner of a referral, and return the entry.

    :raises NotAllowed: nothing may be shared on that basis.
    :raises BadInput: nothing is shared, or it would end before it begins.
    """
    facts = _of(referral)
    entry = stated(
        InformationShared(
            force=facts.force,
            person=facts.person,
            recipient=facts.partner or "",
            fields=tuple(name for name in FIELDS if name in offer.fields),
            reason=offer.reason,
            shared_by=contact(person),
            basis=offer.basis,  # type: ignore[arg-type]  # the form offers no other
            referral=referral.id,
            until=offer.until,
        ),
        case=referral.case,
        subject=referral.subject,
        by=person.login,
        at=at,
        press=press,
    )

    def check() -> None:
        why = refusal(referral, offer, at)
        if why is not None:
            raise NotAllowed(why)

    return append_once(entry, check)


def end(shared: Entry, *, reason: str, person: Person, at: datetime, press: str) -> Entry:
    """Append that something shared is no longer open, and return the entry: its recipient sees nothing of it now.

    :raises NotAllowed: it was ended before.
    """
    facts = shared.facts
    assert isinstance(facts, InformationShared)
    entry = stated(
        SharingEnded(
            force=facts.force, person=facts.person, sharing=shared.id, ended_by=person.name, reason=reason
        ),
        case=shared.case,
        subject=shared.subject,
        by=person.login,
        at=at,
        press=press,
    )

    def check() -> None:
        some = following.of_person(shared.case, facts.person)
        if any(isinstance(one.facts, SharingEnded) and one.facts.sharing == shared.id for one in some):
            raise NotAllowed("This sharing was ended before.")

    return append_once(entry, check)


def contact(person: Person) -> str:
    """Return how a partner is told of whoever shared."""
    known = reference.forces().get(person.body)
    return f"{person.name}, {known.name if known else person.body}"


def _of(referral: Entry) -> SafeguardingReferral:
    assert isinstance(referral.facts, SafeguardingReferral)
    return referral.facts
