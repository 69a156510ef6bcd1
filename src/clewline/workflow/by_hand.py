"""Record an entry by hand, correct one, withdraw one: what somebody states at the site, read as a row of a file is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from clewline.access import kinds_recorded
from clewline.case import protection, scope
from clewline.case.ages import ADULT, Answer, aged
from clewline.errors import BadInput, NotFound
from clewline.formats import by_hand
from clewline.formats.by_hand import REFERENCE
from clewline.formats.rows import PEOPLE, Draft
from clewline.record import Entry, all_kinds
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.custody_move import CustodyMove
from clewline.record.kinds.indicator_observed import IndicatorObserved
from clewline.safeguarding import considered, programme
from clewline.safeguarding.guide import all_indicators
from clewline.store import ledger, visible, watch
from clewline.store.accounts.people import Person
from clewline.store.resting import ASKED_OF
from clewline.workflow import consented
from clewline.workflow.once import append_once
from clewline.workflow.phones import exhibits
from clewline.workflow.reading import lists
from clewline.workflow.stated import stated

MOST = 2000
"""Entries of a person that are looked at for whether they take the protecting path."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """Something for which an entry is not recorded, and the column that it is about."""

    column: str | None
    rule: str
    what: str
    do: str = ""


@dataclass(frozen=True, kw_only=True)
class Hand:
    """Who records what in which case, by which form."""

    person: Person
    case: str
    kind: str
    at: datetime
    press: str
    """Names the form: what is sent by it twice is one entry."""
    corrects: Entry | None = None
    because: str | None = None

    @property
    def today(self) -> date:
        return self.at.date()


def kinds_for(person: Person) -> frozenset[str]:
    """Return the kinds of entry that someone's work lets them record by hand."""
    theirs = kinds_recorded(person.role)
    every = {kind for some in by_hand.GROUPS.values() for kind in some}
    return frozenset(every if theirs is None else every & theirs)


def checked(hand: Hand, said: Mapping[str, str]) -> Draft | list[Fault]:
    """Return the entry that the answers make, or all that stands against it.

    :raises NotFound: their work does not let them record such entries.
    """
    if hand.kind not in kinds_for(hand.person):
        raise NotFound("There is no such page.")
    made = f"hand/{sha256(hand.press.encode()).hexdigest()[:10]}"
    found = by_hand.read(hand.kind, said, lists=lists(), today=hand.today, made=made)
    if isinstance(found, list):
        return [Fault(column=one.column, rule=one.rule, what=one.what, do=one.do) for one in found]
    return list(_against(hand, found)) or found


def record(hand: Hand, draft: Draft) -> Entry:
    """Append what was checked and return its entry; sent twice by one form it is one entry.

    :raises NotAllowed: made-up and real cases would lie in one record.
    """
    return append_once(_entry(hand, draft))


def may_change(person: Person, today: date, entry: Entry) -> str | None:
    """Return why someone cannot correct or withdraw an entry that they see; none where they can."""
    if entry.kind not in kinds_for(person) and not (
        entry.kind == "correction" and kinds_recorded(person.role) is None
    ):
        why = by_hand.NOT_BY_HAND.get(entry.kind)
        return f"This entry was not made by hand. {why}" if why else "Your work does not record such entries."
    if visible.no_longer(person, today, entry.case, [entry]):
        return "This entry no longer stands: it was corrected or withdrawn already."
    return None


def withdraw(entry: Entry, *, person: Person, because: str, at: datetime, press: str) -> Entry:
    """Append that an entry should not have been made, and return the entry that says so.

    :raises BadInput: it does not stand, or is none of those that people withdraw.
    """
    done = stated(
        Correction(withdraws=entry.id),
        case=entry.case,
        subject=entry.subject,
        by=person.login,
        at=at,
        because=because,
        press=press,
    )
    if (there := ledger.find([done.id]).get(done.id)) is not None:
        return there
    if (refusal := may_change(person, at.date(), entry)) is not None:
        raise BadInput(refusal)
    ledger.append([done])
    return done


def _entry(hand: Hand, draft: Draft) -> Entry:
    return stated(
        draft.facts,
        case=hand.case,
        subject=draft.subject,
        day=draft.day,
        by=hand.person.login,
        at=hand.at,
        corrects=None if hand.corrects is None else hand.corrects.id,
        because=hand.because,
        press=hand.press,
    )


def _against(hand: Hand, draft: Draft) -> Iterator[Fault]:
    """Yield what the record itself holds against an entry that can be read."""
    if ledger.find([_entry(hand, draft).id]):
        return  # the second press of the same form
    yield from _held_already(hand, draft)
    if hand.kind in _CHECKS:
        yield from _CHECKS[hand.kind](hand, draft)
    yield from _held_back(hand, draft)


def _held_already(hand: Hand, draft: Draft) -> Iterator[Fault]:
    earlier = hand.corrects
    if earlier is not None and (earlier.facts, earlier.day, earlier.subject) == (
        draft.facts,
        draft.day,
        draft.subject,
    ):
        yield Fault(
            column=None, rule="nothing-changed", what="Nothing is changed: the entry says this already."
        )
        return
    some = [e for e in ledger.about(hand.case, [draft.subject]) if e.kind == hand.kind]
    gone = visible.no_longer(hand.person, hand.today, hand.case, some)
    column = REFERENCE if by_hand.reference_of(hand.kind) is not None else None
    for one in some:
        if one.id in gone or (earlier is not None and one.id == earlier.id):
            continue
        same_force = getattr(one.facts, "force", None) == getattr(draft.facts, "force", None)
        if one.facts == draft.facts and one.day == draft.day:
            yield Fault(column=column, rule="known", what="The case holds this entry already, word for word.")
            return
        if draft.facts.supersedes and same_force:
            title = all_kinds()[hand.kind].title.lower()
            yield Fault(
                column=column,
                rule="known-otherwise",
                what=f"The case holds {_a(title)} {draft.subject} already, which says otherwise.",
                do=f"Correct that entry ({one.id}), or give this one its own reference.",
            )
            return


def _a(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeio' else 'a'} {noun}"


def _scope(hand: Hand, draft: Draft) -> Iterator[Fault]:
    """Yield why nothing could be taken in under an authority."""
    try:
        if isinstance(draft.facts, Authority):
            scope.scope(draft.facts)
    except BadInput as wrong:
        yield Fault(column="identifiers", rule="no-scope", what=str(wrong))


def _move(hand: Hand, draft: Draft) -> Iterator[Fault]:
    if isinstance(draft.facts, CustodyMove):
        there = [e.subject for e in exhibits.standing(hand.case)]
        if draft.facts.exhibit not in there:
            yield Fault(
                column="exhibit",
                rule="no-exhibit",
                what=f"The case {hand.case} has no exhibit {draft.facts.exhibit!r}.",
                do="Record the exhibit first.",
            )


def _indicator(hand: Hand, draft: Draft) -> Iterator[Fault]:
    if isinstance(draft.facts, IndicatorObserved) and draft.facts.indicator not in all_indicators():
        yield Fault(
            column="indicator",
            rule="unknown-indicator",
            what="The guide has no such indicator.",
            do="Choose one of the guide's; what it has no sign for is said as a concern, in words.",
        )


def _consent(hand: Hand, draft: Draft) -> Iterator[Fault]:
    sentence = consented.refusal(hand.case, draft.facts, adult=_adult(hand, draft), on=draft.day)
    if sentence is not None:
        yield Fault(column="basis", rule="no-consent", what=sentence)


def _programme(hand: Hand, draft: Draft) -> Iterator[Fault]:
    """Yield that an offer is known already, or that an outcome belongs to none that was taken up."""
    # What has the same subject is looked at with every kind of entry.
    corrected = None if hand.corrects is None else hand.corrects.id
    some = [one for one in _standing(hand, draft) if one.id != corrected and one.subject != draft.subject]
    if (found := programme.objection(draft.facts, draft.day, some)) is not None:
        yield Fault(column=found[0], rule=found[1], what=found[2])


def _adult(hand: Hand, draft: Draft) -> bool:
    age = getattr(draft.facts, "age", None)
    more = () if age is None else (aged(age, draft.day),)
    return considered.said(_standing(hand, draft)).age(*more, day=draft.day) is Answer.ADULT


_CHECKS: Mapping[str, Callable[[Hand, Draft], Iterator[Fault]]] = {
    "authority": _scope,
    "custody_move": _move,
    "indicator_observed": _indicator,
    "programme_offered": _programme,
    "programme_outcome": _programme,
    "safeguarding_referral": _consent,
}


def _held_back(hand: Hand, draft: Draft) -> Iterator[Fault]:
    """Yield why the ledger would hold an entry back: somebody who may be a victim is not charged yet, an adult not
    referred without their consent, a child not reported in place of being referred; nor is that corrected away on
    which a charge or referral rests.
    """
    # What the ledger will say: of everything recorded, also what the asker does not see.
    asked = hand.corrects is not None or isinstance(draft.facts, ASKED_OF)
    if asked and (found := watch.refusal(_entry(hand, draft))):
        yield Fault(column="person", rule=found[0], what=found[1])


def _known(hand: Hand, draft: Draft) -> protection.Protection:
    return protection.protection(_standing(hand, draft), hand.today)


def _standing(hand: Hand, draft: Draft) -> list[Entry]:
    """Return what stands of the person whom an entry names, as far as the asker sees it."""
    person = str(getattr(draft.facts, "person"))  # noqa: B009  # of the kinds that have one
    some = visible.of_people(hand.person, hand.today, hand.case, [person], most=MOST)
    gone = visible.no_longer(hand.person, hand.today, hand.case, some)
    return [e for e in some if e.id not in gone]


def reasons_to_protect(hand: Hand, draft: Draft) -> list[str]:
    """Return why a person whom the entry names is treated as a possible victim first; none where nothing says so."""
    named = [getattr(draft.facts, name, None) for name in PEOPLE]
    if not any(named) or getattr(draft.facts, "person", None) is None:
        return []
    years = getattr(draft.facts, "age", None)
    young = [f"is {years} in this entry"] if years is not None and years < ADULT else []
    return [*young, *(one.sentence for one in _known(hand, draft).reasons)]


def made(entry: Entry) -> dict[str, object]:
    """Return what the form holds of an entry that is to be corrected."""
    return by_hand.written(Draft(entry.subject, entry.day, entry.facts), entry.kind)
