"""What is done with a referral of the public form: taken up into a case, closed without one, its referrer told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from clewline.access import ACTS, Relation, may
from clewline.errors import BadInput, NotAllowed, NotFound
from clewline.formats.age_said import age_said
from clewline.formats.by_hand import DAY, REFERENCE
from clewline.formats.rows import Draft
from clewline.record import Entry
from clewline.safeguarding.referral import OUTCOMES as OUTCOMES_OF
from clewline.safeguarding.referral import TRANSITIONS, Act, State
from clewline.store import following, ledger
from clewline.store.accounts.people import Person, own_cases, standing
from clewline.store.received import codes, sent
from clewline.store.received.answers import Answers, What
from clewline.store.received.sent import CLOSED, TAKEN_UP, TOLD, Sent
from clewline.workflow import by_hand, referral
from clewline.workflow.by_hand import Fault, Hand

KIND = "referral_received"
TOLD_BY = "on the site"
OUTCOMES = ("help was given", "no further action", "returned")
"""What a referrer is told in the end, as the kind `referrer_told` has it; that it was accepted they see once it is."""
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
        _accepted(entries[0], chosen.told, person, at)
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
        sent.do(one.reference, TOLD, What(told=told, outcome=outcome), by=person.login, at=at)
        ledger.append(list(_came_of_it(following.newest(case, entry), entry, outcome, told, person, at)))


def _accepted(entry: Entry, told: str | None, person: Person, at: datetime) -> None:
    """Have the case hold that it accepted the referral that it took up, and that its referrer can read so."""
    some: list[tuple[Act, str | None, str | None]] = [(Act.ACCEPT, None, None)]
    if told:
        some.append((Act.TELL, TOLD_BY, "accepted"))
    ledger.append(
        [
            referral.act_entry(
                entry, act, person, words=words, told=said, at=at, press=f"taken up {entry.id}"
            )
            for act, words, said in some
        ]
    )


def _came_of_it(
    there: Entry | None, was: Entry, outcome: str, words: str, person: Person, at: datetime
) -> Iterator[Entry]:
    """Yield what the case holds of an outcome that is told: the acts that lead to it, where they are not recorded yet,
    in the words that the referrer reads; then that they were told.

    :raises NotAllowed: the referral stands otherwise.
    """
    last = Act.CLOSE if outcome == referral.NO_MORE else Act.TELL
    steps: list[tuple[Act, str | None, str | None]] = [(last, TOLD_BY, outcome)]
    if there is not None:
        state = following.follow(there.case, [there])[0].standing.state
        found = LEADS_TO.get((state, outcome))
        if found is None:
            raise NotAllowed(
                f"The referral is now: {state}. Look at it in the case before you tell its referrer."
            )
        steps = [*((act, words, None) for act in found), *steps]
    for act, its_words, said in steps:
        yield referral.act_entry(
            there or was, act, person, words=its_words, told=said, at=at, press=f"told {was.id}"
        )


def _leads_to() -> Mapping[tuple[State, str], tuple[Act, ...]]:
    """Return by which acts a referral that stands so comes to where its referrer is told that outcome."""
    before = {"help was given": Act.DO, "returned": Act.RETURN}
    found: dict[tuple[State, str], tuple[Act, ...]] = {}
    for state, some in TRANSITIONS.items():
        if Act.CLOSE in some:
            found[state, referral.NO_MORE] = ()
        for outcome, act in before.items():
            if OUTCOMES_OF.get(state) == outcome:
                found[state, outcome] = ()
            elif act in some:
                found[state, outcome] = (act,)
            elif Act.ACCEPT in some and act in TRANSITIONS[some[Act.ACCEPT]]:
                found[state, outcome] = (Act.ACCEPT, act)
    return found


LEADS_TO = _leads_to()


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
