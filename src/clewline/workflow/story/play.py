"""Play a story: each step by the very function that the page of the same act calls, and never behind it.

What a page would refuse is refused here, so that the story shows what the record does. It is played at its own instants
in cases of its own, once: what a person adds to those cases afterwards stays as it is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from clewline.access import Purpose
from clewline.errors import BadDeclaration, NotAllowed
from clewline.record import Entry
from clewline.safeguarding.referral import BY_PARTNER, Act
from clewline.store import ledger
from clewline.store.accounts.people import Person, own_cases
from clewline.workflow import ask_who_else, by_hand, referral, sharing
from clewline.workflow.accounts import make_member
from clewline.workflow.by_hand import Hand
from clewline.workflow.sharing import Offer
from clewline.workflow.story.told import Doing, Step, Story

Done = dict[str, Entry]
"""What each step recorded, by its name."""
People = Mapping[str, tuple[Person, Purpose | None]]
"""Those of the story by their log-ins, each with what they are a member of its cases for."""
Does = Callable[[Story, Step, Person, Done], Entry | None]


def play(story: Story, people: People, *, by: str, at: datetime) -> int:
    """Play what was not played yet, and return how many entries were added.

    :raises NotAllowed: the story's last step is still to come; or as the record refuses a step.
    :raises BadDeclaration: a step is done that should be refused, or refused that should be done.
    """
    if at < story.steps[-1].at:
        raise NotAllowed("The story is told when all of it is past: the clock is behind its last step.")
    there = {case: [one.recorded_at for one in ledger.read(case)] for case in (story.case, story.elsewhere)}
    if any(recorded >= story.steps[-1].at for recorded in there[story.case]):
        return 0
    done: Done = {}
    for step in story.steps:
        if step.refused is not None and any(recorded > step.at for recorded in there[story.case_of(step)]):
            continue  # it was refused before the demo was stopped, and what followed stands
        person, _ = people[step.by]
        entry = _DOES.get(step.act, _follow)(story, _by_name(step, people), person, done)
        if entry is not None:
            done[step.name] = entry
            _members(story, step, people, by=by, at=at)
    return len(done) - sum(map(len, there.values()))


def _by_name(step: Step, people: People) -> Step:
    """Return a step in which people stand by their names."""
    says = dict(step.says)
    for login, (person, _) in people.items():
        says = {name: one.replace(f"{{{login}}}", person.name) for name, one in says.items()}
    return replace(step, says=says)


def _members(story: Story, step: Step, people: People, *, by: str, at: datetime) -> None:
    """Make whoever takes steps in a case a member of it, from the day of its first entry on."""
    case = story.case_of(step)
    for login in {one.by for one in story.steps if one.case == step.case}:
        person, purpose = people[login]
        if purpose is not None and case not in own_cases(person, step.day):
            make_member(case, person, purpose=purpose, first=step.day, by=by, at=at)


def _record(story: Story, step: Step, person: Person, done: Done) -> Entry | None:
    """Record an entry by its form; or have it refused, where it is to be."""
    assert step.kind is not None
    hand = Hand(person=person, case=story.case_of(step), kind=step.kind, at=step.at, press=_press(step))
    found = by_hand.checked(hand, {"day": f"{step.day:%d/%m/%Y}", **step.says})
    if isinstance(found, list):
        if step.refused in {fault.rule for fault in found}:
            return None
        raise BadDeclaration(f"The story's step {step.name} is refused: {'; '.join(f.what for f in found)}")
    if step.refused is not None:
        raise BadDeclaration(f"The story's step {step.name} is not refused by {step.refused}.")
    return by_hand.record(hand, found)


def _share(story: Story, step: Step, person: Person, done: Done) -> Entry:
    offer = Offer(fields=step.fields, basis=step.basis, reason=step.words)
    return sharing.share(_of(step, done), offer, person=person, at=step.at, press=_press(step))


def _end_sharing(story: Story, step: Step, person: Person, done: Done) -> Entry:
    return sharing.end(_of(step, done), reason=step.words, person=person, at=step.at, press=_press(step))


def _ask(story: Story, step: Step, person: Person, done: Done) -> Entry:
    entry, _ = ask_who_else.ask(
        story.case, story.person, reason=step.words, person=person, at=step.at, press=_press(step)
    )
    return ledger.find([entry])[entry]


def _follow(story: Story, step: Step, person: Person, done: Done) -> Entry:
    """Do something with a referral, as the partner or as somebody of the case."""
    assert isinstance(step.act, Act)
    made = _of(step, done)
    if step.act in BY_PARTNER:
        return referral.by_partner(
            person, made.id, step.act, words=step.words, at=step.at, press=_press(step)
        )
    return referral.by_case(
        person, made, step.act, words=step.words, told=step.told, at=step.at, press=_press(step)
    )


_DOES: Mapping[Doing | Act, Does] = {
    Doing.RECORD: _record,
    Doing.SHARE: _share,
    Doing.END_SHARING: _end_sharing,
    Doing.ASK_WHO_ELSE: _ask,
}


def _of(step: Step, done: Done) -> Entry:
    assert step.of is not None
    return done[step.of]


def _press(step: Step) -> str:
    return f"story {step.name}"
