"""What is done with a referral of the public form: taken up into a case, closed without one, its referrer told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from clewline.access import ACTS, Relation, may
from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.formats.age_said import age_said
from clewline.formats.by_hand import DAY, REFERENCE
from clewline.formats.rows import Draft
from clewline.record import Entry
from clewline.store import ledger
from clewline.store.accounts.people import Person, own_cases, standing
from clewline.store.received import codes, sent
from clewline.store.received.answers import Answers, What
from clewline.store.received.sent import CLOSED, TAKEN_UP, TOLD, Sent
from clewline.workflow import by_hand
from clewline.workflow.by_hand import Fault, Hand

KIND = "referral_received"
TOLD_BY = "on the site"
OUTCOMES = ("accepted", "help was given", "no further action", "returned")
"""What a referrer is told, as the kind `referrer_told` has it."""
KEPT = "What the referral said was destroyed at the end of the time for which it is kept."


@dataclass(frozen=True, kw_only=True)
class TakingUp:
    """Into which case a referral is taken up, and as whom the force records the person."""

    case: str
    force: str
    number: str
    """The force's own number of the person."""
    age: str
    sex: str
    indicators: tuple[str, ...]
    """Indicators that the referrer marked and that are recorded as observed."""
    told: str | None
    """What the referrer may know now."""


def cases_for(person: Person, day: date) -> list[str]:
    """Return the cases that someone may take a referral up into: those of their own that they may record in."""
    act = ACTS["record"]
    return [case for case in own_cases(person, day) if may(act, person.role, Relation.OWN)]


def age_of(said: Answers, on: date) -> int | None:
    """Return the age that a referral says; none where it says none that can be told."""
    try:
        return age_said(said.age or "", on)
    except BadInput:
        return None


def concern_of(said: Answers) -> str:
    """Return the concern as the case is told it: in the referrer's words, with where and whether there was danger."""
    beside = [f"Where they are: {said.place}", f"In danger when it was sent: {said.danger}"]
    if said.knows:
        beside.append(f"Whether they know of the referral: {said.knows}")
    return f"{' '.join((said.concern or '').split())} ({'. '.join(beside)}.)"


def take_up(one: Sent, chosen: TakingUp, *, person: Person, at: datetime) -> Entry | list[Fault]:
    """Take a referral up into a case, and return its entry there, or all that stands against it.

    :raises NotFound: the case is not one of their own, or is not there.
    :raises NotAllowed: the referral was taken up or closed already, or what it said was destroyed.
    """
    said = _settles(one)
    if standing(person, chosen.case, at.date()).relation is not Relation.OWN:
        raise NotFound("There is no such case, or it is not one of yours.")
    hand = _hand(KIND, one, chosen, person, at)
    drafts: list[tuple[Hand, Draft]] = []
    for its_hand, answers in [
        (hand, _answers(one, said, chosen, at)),
        *_indicators(one, said, chosen, person, at),
    ]:
        found = by_hand.checked(its_hand, answers)
        if isinstance(found, list):
            return found
        drafts.append((its_hand, found))
    with transaction.atomic():
        entries = [by_hand.record(its_hand, draft) for its_hand, draft in drafts]
        what = What(told=chosen.told, case=chosen.case, entry=entries[0].id)
        sent.do(one.reference, TAKEN_UP, what, by=person.login, at=at)
    return entries[0]


def close(one: Sent, *, reason: str, told: str, person: Person, at: datetime) -> None:
    """Close a referral without a case; the reason stays here, and the referrer learns what they may.

    :raises NotAllowed: it was taken up or closed already, or what it said was destroyed.
    """
    _settles(one)
    sent.do(one.reference, CLOSED, What(told=told, reason=reason), by=person.login, at=at)


def tell(one: Sent, *, outcome: str, told: str, person: Person, at: datetime) -> None:
    """Tell the referrer what came of a referral that was taken up, on the page that their code opens; where whoever
    tells it is a member of the case, the case holds that they did.

    :raises NotAllowed: it was not taken up, its outcome was told already, or what it said was destroyed.
    """
    taken = one.did(TAKEN_UP)
    if one.did(CLOSED) is not None or taken is None or one.said is None:
        raise NotAllowed("Only of a referral that was taken up, and is kept, the outcome is told.")
    case, entry_id = str(taken.said.case), str(taken.said.entry)
    entry = ledger.find([entry_id]).get(entry_id)
    theirs = standing(person, case, at.date()).relation is Relation.OWN
    if entry is None or not theirs:
        raise NotAllowed("The outcome is told by a member of the case that the referral was taken up into.")
    with transaction.atomic():
        ledger.append([_referrer_told(entry, outcome, person, at)])
        sent.do(one.reference, TOLD, What(told=told, outcome=outcome), by=person.login, at=at)


def _referrer_told(entry: Entry, outcome: str, person: Person, at: datetime) -> Entry:
    from clewline.record.kinds.referral_received import ReferralReceived
    from clewline.record.kinds.referrer_told import ReferrerTold
    from clewline.workflow.stated import stated

    was = entry.facts
    assert isinstance(was, ReferralReceived)
    facts = ReferrerTold(
        force=was.force,
        person=was.person,
        age=was.age,
        sex=was.sex,
        referral=entry.id,
        told=outcome,  # type: ignore[arg-type]  # one of OUTCOMES, which the form offers
        told_by=person.name,
        how=TOLD_BY,
    )
    return stated(
        facts, case=entry.case, subject=entry.subject, by=person.login, at=at, press=f"told {entry.id}"
    )


def _settles(one: Sent) -> Answers:
    if not one.waits:
        raise NotAllowed("The referral was taken up or closed already.")
    if one.said is None:
        raise NotAllowed(KEPT)
    return one.said


def _hand(kind: str, one: Sent, chosen: TakingUp, person: Person, at: datetime, also: str = "") -> Hand:
    press = f"received {one.reference} {also}"
    return Hand(person=person, case=chosen.case, kind=kind, at=at, press=press)


def _answers(one: Sent, said: Answers, chosen: TakingUp, at: datetime) -> Mapping[str, str]:
    reference = codes.shown(one.reference)
    return {
        REFERENCE: reference,
        DAY: _day(at),
        "force": chosen.force,
        "person": chosen.number,
        "age": chosen.age,
        "sex": chosen.sex,
        "referred_by": f"{said.name}, {said.work}",
        "body": str(said.organisation),
        "concern": concern_of(said),
        "reference": reference,
    }


def _indicators(
    one: Sent, said: Answers, chosen: TakingUp, person: Person, at: datetime
) -> list[tuple[Hand, Mapping[str, str]]]:
    return [
        (
            _hand("indicator_observed", one, chosen, person, at, also=name),
            {
                DAY: _day(at),
                "force": chosen.force,
                "person": chosen.number,
                "age": chosen.age,
                "sex": chosen.sex,
                "indicator": name,
                "observed_by": f"{said.name}, {said.work}",
                "basis": f"told by the referral {codes.shown(one.reference)}",
            },
        )
        for name in chosen.indicators
        if name in said.indicators
    ]


def _day(at: datetime) -> str:
    return f"{at:%d/%m/%Y}"
