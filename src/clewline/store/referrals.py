"""What a partner may see of the record: the referrals that name its body, and of each no more than it needs to act.

A referral to a partner is a `safeguarding_referral` that stands, whose `partner` is the body that the account works
for, however it is capitalised and spaced. An NRM referral and a duty to notify go to the Home Office and name no
partner. The partner sees that somebody was referred, when, by which team, whether they are an adult; its own answers
and the replies; and what the case's people chose to share with it. Of the case it sees nothing, not even its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clewline.access import Group, Role
from clewline.case.ages import age_on
from clewline.case.mentions import What, body
from clewline.record import Entry
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.safeguarding import consent, sharing
from clewline.safeguarding.referral import State
from clewline.safeguarding.shared import Told, told
from clewline.safeguarding.sharing import Sharing
from clewline.store import following, ledger, mentions, standing
from clewline.store.accounts import manage
from clewline.store.accounts.people import Person, sealed_at
from clewline.store.following import Followed


@dataclass(frozen=True, kw_only=True)
class Referral:
    """A referral as its partner sees it."""

    id: str
    case: str
    """For the access log alone: a partner is not shown it."""
    day: date
    reference: str
    force: str
    team: str | None
    adult: bool
    """Whether the referral gives an age of 18 or over; else they are treated as a child."""
    state: State


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A referral that a partner looks at."""

    referral: Referral
    followed: Followed
    sharings: Sequence[Sharing]
    """What was shared with the partner for it, whether it is open or not."""
    told: Sequence[Told]
    """What the fields that are open tell now."""
    refused: bool
    """Whether they were referred by their consent, and it no longer stands."""


def referrals_to(
    person: Person, *, before: tuple[date, int] | None = None, most: int = 25
) -> tuple[list[tuple[int, Referral]], bool]:
    """Return the referrals to someone's body, the latest day first, each with its number in the record; and whether
    there are more. Nothing for anyone but a partner's people who were admitted.
    """
    if not _sees(person):
        return [], False
    mentions.catch_up(ledger.cases())
    found: list[tuple[int, Referral]] = []
    while len(found) <= most:
        rows = mentions.anywhere(Group.CARE, What.PARTNER, body(person.body), before=before, most=most + 1)
        found += _standing(person, [seq for _, seq in rows])
        if len(rows) <= most:
            break
        before = rows[-1]
    return found[:most], len(found) > most


def referral_to(person: Person, entry_id: str, today: date) -> Opened | None:
    """Return a referral to someone's body and what is shared of it; none where it is not there, or not theirs."""
    if not _sees(person):
        return None
    entry = ledger.find([entry_id]).get(entry_id)
    if entry is None or not _to(person, entry):
        return None
    mentions.catch_up([entry.case])
    if standing.no_longer(entry.case, [entry]):
        return None
    (found,) = following.follow(entry.case, [entry])
    facts = entry.facts
    assert isinstance(facts, SafeguardingReferral)
    entries = following.of_person(entry.case, facts.person)
    some = shared_with(found, entries, today)
    return Opened(
        referral=_referral(found),
        followed=found,
        sharings=some,
        told=what_is_told(some, entries),
        refused=refused(found, entries),
    )


def shared_with(found: Followed, entries: Sequence[Entry], today: date) -> list[Sharing]:
    """Return what was shared with the partner of a referral for it; `entries` are those of the person."""
    facts = found.entry.facts
    assert isinstance(facts, SafeguardingReferral)
    return sharing.sharings(
        entries,
        person=facts.person,
        recipient=facts.partner or "",
        referrals=found.versions,
        today=today,
        sealed_at=sealed_at(found.entry.case),
    )


def what_is_told(some: Sequence[Sharing], entries: Sequence[Entry]) -> list[Told]:
    """Return what the open ones of some sharings tell now."""
    contact = [one.facts.shared_by for one in some if one.closed is None and "contact" in one.facts.fields]
    return told(sharing.fields_open(some), entries, contact=contact)


def refused(found: Followed, entries: Sequence[Entry]) -> bool:
    """Return whether somebody was referred by their consent, which they have taken back since."""
    facts = found.entry.facts
    assert isinstance(facts, SafeguardingReferral)
    if facts.basis != sharing.CONSENT:
        return False
    said = consent.answers(entries, (consent.REFERRAL,), facts.partner)
    return bool(said) and not consent.stands(entries, consent.REFERRAL, facts.partner, on=date.max)


def _sees(person: Person) -> bool:
    return person.role is Role.PARTNER and manage.is_admitted(person.id)


def _to(person: Person, entry: Entry) -> bool:
    facts = entry.facts
    if not isinstance(facts, SafeguardingReferral) or not facts.partner:
        return False
    return body(facts.partner) == body(person.body)


def _standing(person: Person, numbers: Sequence[int]) -> list[tuple[int, Referral]]:
    some = [(seq, entry) for seq, entry in ledger.numbered(numbers) if _to(person, entry)]
    found: dict[str, Referral] = {}
    for case in {entry.case for _, entry in some}:
        of_case = [entry for _, entry in some if entry.case == case]
        gone = standing.no_longer(case, of_case)
        there = [entry for entry in of_case if entry.id not in gone]
        found |= {one.entry.id: _referral(one) for one in following.follow(case, there)}
    return [(seq, found[entry.id]) for seq, entry in some if entry.id in found]


def _referral(found: Followed) -> Referral:
    entry = found.entry
    facts = entry.facts
    assert isinstance(facts, SafeguardingReferral)
    return Referral(
        id=entry.id,
        case=entry.case,
        day=entry.day,
        reference=entry.subject,
        force=facts.force,
        team=facts.team,
        adult=not age_on([entry], entry.day).child,
        state=found.standing.state,
    )
