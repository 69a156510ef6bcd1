"""People as recorded in a case, what is recorded of their protection first."""

from collections import defaultdict
from typing import Annotated, Any
from urllib.parse import urlencode

from ninja import Field, Query, Schema

from clewline.access import kinds_of
from clewline.errors import BadInput, NotFound
from clewline.record import Entry as Recorded
from clewline.store import visible, visible_people
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Case, Entry, Most, Subject, entry
from clewline.web.asked import Request, given
from clewline.web.case.filters import place
from clewline.web.person.filters import ROLES
from clewline.web.person.shown import ShownPerson, named_in, shown_person
from clewline.web.person.views import MOST, PROTECTING


class Reason(Schema):
    """Why a person is treated as a possible victim first."""

    says: str = Field(description="What was recorded.")
    entry: str | None = Field(
        description="Id of the entry that says so; none where it is that no entry does."
    )


class RoleOnLine(Schema):
    """What a force says that a person was to a line."""

    role: str
    line: str | None
    entry: str


class Person(Schema):
    """A person as one force recorded them."""

    id: str
    names: str | None = Field(default=None, description="As typed by the force.")
    force: str
    number: str = Field(description="Number of the force's record of them.")
    age: int | None = Field(default=None, description="As recorded last.")
    possible_victim: bool = Field(description="Whether they take the protecting path.")
    reasons: list[Reason]
    roles: list[RoleOnLine]


class PeopleWanted(Schema):
    """Which people are asked for."""

    force: Annotated[str | None, Field(description="Force whose record it is, as metropolitan.")] = None
    role: Annotated[str | None, Field(description=f"Role on a line: {', '.join(ROLES)}.")] = None
    under_18: Annotated[bool, Field(description="Only those under 18 when something was recorded.")] = False
    after: Annotated[
        str | None, Field(max_length=200, description="Id to go on after, as the answer's `next` has it.")
    ] = None
    most: Most = 25


class People(Schema):
    """People of a case, by their ids."""

    people: list[Person]
    next: str | None = Field(default=None, description="Address of the rest; none where there is no more.")


def people(request: Request, case: Case, asked: Query[PeopleWanted]) -> People:
    """The people whom the entries of a case name that you may see, by their ids."""
    asker = request.asker
    kinds = kinds_of(asker.person.role)
    if asked.role is not None and (asked.role not in ROLES or (kinds is not None and "role" not in kinds)):
        raise BadInput("There is no such role to ask for.")
    ids, more = visible_people.people(
        asker.person,
        asker.today,
        case,
        force=asked.force or None,
        role=asked.role or None,
        under_18=asked.under_18,
        after=asked.after or None,
        most=asked.most,
    )
    some = visible.of_people(asker.person, asker.today, case, ids, most=MOST)
    gone = visible.no_longer(asker.person, asker.today, case, some)
    by_person = defaultdict[str | None, list[Recorded]](list)
    for one in some:
        by_person[named_in(one)].append(one)
    asker.look.shown = len(ids)
    asker.look.asked = urlencode(given(request)) or None
    return People(
        people=[Person(**_person(shown_person(one, by_person[one], gone, asker.today))) for one in ids],
        next=onward(request, after=ids[-1]) if more else None,
    )


class Step(Schema):
    """Something that can be done to protect a person."""

    step: str
    entries: list[str] = Field(description="Ids of the entries that say it was done; empty where none does.")


class EntryOfPerson(Entry):
    """An entry that names a person."""

    stands: bool = Field(description="Whether it was not corrected, withdrawn or reversed.")


class OnePerson(Person):
    """A person, what was done to protect them, and the entries that name them, the earliest day first."""

    protection: list[Step]
    entries: list[EntryOfPerson]
    next: str | None = Field(
        default=None, description="Address of further entries; none where there is no more."
    )


class PersonWanted(Schema):
    """Which of a person's entries are asked for."""

    after: Annotated[
        str | None, Field(max_length=40, description="Place to go on from, as the answer's `next` has it.")
    ] = None
    most: Most = 50


def one_person(request: Request, case: Case, subject: Subject, asked: Query[PersonWanted]) -> OnePerson:
    """A person as one force recorded them: their protection, then the entries that name them."""
    asker = request.asker
    listed = visible.of_person(asker.person, asker.today, case, subject, most=MOST)
    if not listed.entries:
        raise NotFound("There is no such person.")
    everything = [one for _, one in listed.entries]
    if listed.more:
        rest = visible.of_person(asker.person, asker.today, case, subject, PROTECTING, most=MOST).entries
        everything = list({one.id: one for one in (*everything, *(one for _, one in rest))}.values())
    after = place(asked.after or "")
    if asked.after and after is None:
        raise BadInput("Go on from a place that an answer's `next` gave.")
    some = [(seq, one) for seq, one in listed.entries if after is None or (one.day, seq) > after]
    more, some = len(some) > asked.most, some[: asked.most]
    gone = visible.no_longer(asker.person, asker.today, case, everything)
    found = shown_person(subject, everything, gone, asker.today)
    asker.look.shown = len(some)
    return OnePerson(
        **_person(found),
        protection=[
            Step(step=step.title, entries=[one.id for one in step.entries]) for step in found.protection.steps
        ],
        entries=[EntryOfPerson(**dict(entry(one)), stands=one.id not in gone) for _, one in some],
        next=onward(request, after=f"{some[-1][1].day}~{some[-1][0]}") if more else None,
    )


def _person(one: ShownPerson) -> dict[str, Any]:
    reasons = one.protection.reasons
    return {
        "id": one.id,
        "names": one.names,
        "force": one.force,
        "number": one.number,
        "age": one.age,
        "possible_victim": one.protection.possible_victim,
        "reasons": [
            {"says": reason.sentence, "entry": reason.entry.id if reason.entry else None}
            for reason in reasons
        ],
        "roles": [{"role": role.role, "line": role.line, "entry": said.id} for role, said in one.roles],
    }
