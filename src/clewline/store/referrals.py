"""What a partner may see of the record: the referrals that name its body, and of each no more than it needs to act.

A referral to a partner is a `safeguarding_referral` that stands, whose `partner` is the body that the account works
for, however it is capitalised and spaced. An NRM referral and a duty to notify go to the Home Office and name no
partner. The partner sees who was referred, when and by whom; of the case nothing, not even its name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clewline.access import Group, Role
from clewline.case.mentions import What, body
from clewline.record import Entry
from clewline.record.kinds.person import Person as Recorded
from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
from clewline.store import ledger, mentions, standing
from clewline.store.accounts import manage
from clewline.store.accounts.people import Person
from clewline.store.mentions import Asked, Range


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
    age: int | None
    sex: str | None


@dataclass(frozen=True, kw_only=True)
class Referred:
    """Who was referred, as the force recorded them last."""

    name: str | None
    born: date | None


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


def referral_to(person: Person, entry_id: str) -> tuple[Referral, Referred] | None:
    """Return a referral to someone's body and who was referred; none where it is not there, or not theirs."""
    if not _sees(person):
        return None
    entry = ledger.find([entry_id]).get(entry_id)
    if entry is None or not _to(person, entry):
        return None
    mentions.catch_up([entry.case])
    if standing.no_longer(entry.case, [entry]):
        return None
    return _referral(entry), _referred(entry)


def _sees(person: Person) -> bool:
    return person.role is Role.PARTNER and manage.is_admitted(person.id)


def _to(person: Person, entry: Entry) -> bool:
    facts = entry.facts
    if not isinstance(facts, SafeguardingReferral) or not facts.partner:
        return False
    return body(facts.partner) == body(person.body)


def _standing(person: Person, numbers: Sequence[int]) -> list[tuple[int, Referral]]:
    some = [(seq, entry) for seq, entry in ledger.numbered(numbers) if _to(person, entry)]
    gone: set[str] = set()
    for case in {entry.case for _, entry in some}:
        gone |= standing.no_longer(case, [entry for _, entry in some if entry.case == case])
    return [(seq, _referral(entry)) for seq, entry in some if entry.id not in gone]


def _referral(entry: Entry) -> Referral:
    facts = entry.facts
    assert isinstance(facts, SafeguardingReferral)
    return Referral(
        id=entry.id,
        case=entry.case,
        day=entry.day,
        reference=entry.subject,
        force=facts.force,
        team=facts.team,
        age=facts.age,
        sex=facts.sex,
    )


def _referred(entry: Entry) -> Referred:
    who = getattr(entry.facts, "person", "")
    asked = Asked(any_of=[[[Range(What.PERSON, who)]]], kinds=("person",))
    found = mentions.find(entry.case, (Group.CARE,), asked, after=(date.min, 0), most=50)
    some = [one for _, one in ledger.numbered([seq for _, seq in found])]
    gone = standing.no_longer(entry.case, some)
    name, born = None, None
    for one in some:
        if one.id not in gone and isinstance(one.facts, Recorded):
            name = " ".join(filter(None, (one.facts.given_names, one.facts.family_name))) or name
            born = one.facts.born or born
    return Referred(name=name, born=born)
