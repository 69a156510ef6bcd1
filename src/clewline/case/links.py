"""What ties the things of a case: each link is what somebody recorded or a file held, and names what it rests on.

A link is no verdict and no score: it says that entries, or rows of exhibits, name two things together.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any

from clewline.case.lines import identifier_of
from clewline.case.protection import protection
from clewline.record import Entry
from clewline.record.kinds.line import Line
from clewline.record.kinds.line_number import LineNumber
from clewline.record.kinds.person import Person
from clewline.record.kinds.role import Role


class Sort(StrEnum):
    """What a thing is."""

    PERSON = "person"
    """A person as one force recorded them."""
    LINE = "line"
    NUMBER = "number"
    """A telephone number that people recorded, or whose records the case holds."""
    CONTACT = "contact"
    """Another party of a line's uses, by pseudonym."""
    HANDSET = "handset"
    SIM = "SIM"
    AREA = "area"
    """Sites of cells near each other."""
    PLACE = "place"
    EXHIBIT = "exhibit"
    AUTHORITY = "authority"
    ARREST = "arrest"
    OPERATION = "operation"


@dataclass(frozen=True, kw_only=True)
class Thing:
    """Something that a link leads to."""

    sort: Sort
    id: str
    """As the record names it."""
    name: str = ""
    """What people call it, as recorded last; empty where it has no other name than its id."""
    protect_first: bool = False
    """Of a person: a child or a possible victim, who is protected before all else."""

    @property
    def key(self) -> str:
        """Its sort and id, by which a link names it."""
        return key_of(self.sort, self.id)

    @property
    def title(self) -> str:
        return self.name or self.id


@dataclass(frozen=True, kw_only=True)
class Link:
    """That two things are named together."""

    one: str
    """Key of a thing."""
    what: str
    """In what way, in the words of the record."""
    other: str
    entries: tuple[str, ...] = ()
    """Ids of the entries that it rests on, the earliest day first."""
    mark: str | None = None
    """Mark of the line whose rows it rests on, where it rests on phone records."""
    count: int = 0
    """How many entries or rows."""
    first: date | None = None
    last: date | None = None

    @property
    def rests_on(self) -> str:
        """Return what it rests on, in a word."""
        return "entries" if self.mark is None else "rows of phone records"


@dataclass(frozen=True, kw_only=True)
class Links:
    """Things and what ties them."""

    things: Mapping[str, Thing] = field(default_factory=dict)
    """By their keys."""
    links: tuple[Link, ...] = ()

    @cached_property
    def by_thing(self) -> Mapping[str, Sequence[Link]]:
        """The links of each thing that has any."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            for key in dict.fromkeys((link.one, link.other)):
                found.setdefault(key, []).append(link)
        return found

    def between(self, one: str, other: str) -> list[Link]:
        """Return the links of two things, whichever is named first."""
        return [link for link in self.links if {link.one, link.other} == {one, other}]

    def near(self, key: str, steps: int) -> "Links":
        """Return what is at most that many links away from a thing; what ties very many, as an exhibit that holds the
        records of every number, leads no further.
        """
        reached, edge = {key}, {key}
        for _ in range(steps):
            edge = {one for one in edge if one == key or self.things[one].sort in LEADING}
            ends = {
                end for one in edge for link in self.by_thing.get(one, ()) for end in (link.one, link.other)
            }
            edge = ends - reached
            reached |= ends
        return self.only(lambda link: link.one in reached and link.other in reached, always=(key,))

    def only(self, chosen: Callable[[Link], bool], *, always: Iterable[str] = ()) -> "Links":
        """Return the links that are chosen, with their things."""
        some = tuple(filter(chosen, self.links))
        kept = {*always, *(end for link in some for end in (link.one, link.other))}
        return Links(things={key: one for key, one in self.things.items() if key in kept}, links=some)

    def with_more(self, things: Iterable[Thing], links: Iterable[Link]) -> "Links":
        """Return these and others; a thing that is known already stays as it is known."""
        return Links(things={one.key: one for one in things} | dict(self.things), links=(*self.links, *links))


LEADING = frozenset((Sort.PERSON, Sort.LINE, Sort.NUMBER, Sort.HANDSET, Sort.SIM, Sort.ARREST))
"""Things through which what is near a line is sought."""
Pair = tuple[Sort, Sort]
_NAMED: Mapping[str, Sort] = {
    "person": Sort.PERSON,
    "line": Sort.LINE,
    "arrest": Sort.ARREST,
    "operation": Sort.OPERATION,
    "exhibit": Sort.EXHIBIT,
    "authority": Sort.AUTHORITY,
    "imei": Sort.HANDSET,
    "place": Sort.PLACE,
    "address": Sort.PLACE,
    "premises": Sort.PLACE,
    "identifiers": Sort.NUMBER,
    "asked": Sort.NUMBER,
}
"""What the fields of entries name."""
_SUBJECTS: Mapping[str, Sort] = {
    "person": Sort.PERSON,
    "line": Sort.LINE,
    "arrest": Sort.ARREST,
    "phone_seizure": Sort.EXHIBIT,
    "authority": Sort.AUTHORITY,
}
"""Kinds of entry whose subject is a thing."""
_DEVICES = (Sort.NUMBER, Sort.HANDSET, Sort.SIM)
_TIES: Mapping[str, tuple[Pair, ...]] = {
    "arrest": ((Sort.PERSON, Sort.ARREST), (Sort.ARREST, Sort.LINE), (Sort.ARREST, Sort.PLACE)),
    "phone_seizure": ((Sort.EXHIBIT, Sort.LINE), (Sort.EXHIBIT, Sort.HANDSET)),
    "phone_records": tuple((one, Sort.EXHIBIT) for one in _DEVICES),
    "authority": tuple((one, Sort.AUTHORITY) for one in _DEVICES),
}
"""What an entry of a kind ties, of the things that it names."""
_USUAL: tuple[Pair, ...] = (
    (Sort.PERSON, Sort.LINE),
    (Sort.PERSON, Sort.ARREST),
    (Sort.PERSON, Sort.PLACE),
    (Sort.PLACE, Sort.LINE),
)
"""What any other entry ties."""
NO_LINKS = frozenset(
    ("line_shown", "numbers_revealed", "phones_compared", "statement_written", "rows_written", "published")
)
"""Kinds that record a look, a page or a release, and tie nothing."""


def key_of(sort: Sort, thing: str) -> str:
    """Return the key of a thing."""
    return f"{sort}:{thing}"


def device(identifier: str) -> Thing:
    """Return the number, SIM or handset that phone records name so."""
    word, colon, digits = identifier.partition(":")
    if colon and word in ("imei", "imsi"):
        return Thing(sort=Sort.HANDSET if word == "imei" else Sort.SIM, id=digits)
    return Thing(sort=Sort.NUMBER, id=identifier)


def links_of(entries: Iterable[Entry], today: date) -> Links:
    """Return what entries tie, all of which stand."""
    some = sorted(entries, key=lambda one: (one.day, one.id))
    things: dict[str, Thing] = {}
    links: dict[tuple[str, str, str], Link] = {}
    of_people: dict[str, list[Entry]] = {}
    for entry in some:
        for person in _person(entry):
            of_people.setdefault(person, []).append(entry)
        for one, what, other in _ties(entry):
            for thing in (one, other):
                things.setdefault(thing.key, thing)
            key = (one.key, what, other.key)
            links[key] = _added(links.get(key) or Link(one=key[0], what=what, other=key[2]), entry)
    for named, name in _names(some).items():
        if named in things:
            things[named] = replace(things[named], name=name)
    for person, theirs in of_people.items():
        who = key_of(Sort.PERSON, person)
        if who in things and protection(theirs, today).possible_victim:
            things[who] = replace(things[who], protect_first=True)
    return Links(things=things, links=tuple(links.values()))


def _added(link: Link, entry: Entry) -> Link:
    said = entry.facts
    # Where it is not recorded until when a number was used, no last day is told.
    first, last = (said.used_from, said.used_to) if isinstance(said, LineNumber) else (entry.day, entry.day)
    return replace(
        link,
        entries=(*link.entries, entry.id),
        count=link.count + 1,
        first=first if link.first is None else min(link.first, first),
        last=max(filter(None, (link.last, last)), default=None),
    )


def _ties(entry: Entry) -> Iterator[tuple[Thing, str, Thing]]:
    said, kind = entry.facts, entry.kind
    if kind in NO_LINKS:
        return
    if isinstance(said, Line):
        line = Thing(sort=Sort.LINE, id=entry.subject)
        if said.origin:
            yield line, "run from", Thing(sort=Sort.PLACE, id=said.origin)
        yield from ((line, "sold into", Thing(sort=Sort.PLACE, id=area)) for area in said.importing)
        return
    if isinstance(said, LineNumber):
        number = Thing(sort=Sort.NUMBER, id=identifier_of(said.number) or said.number)
        yield Thing(sort=Sort.LINE, id=said.line), "used the number", number
        return
    named = _named(entry)
    what = f"{said.role} (as {said.said_by or said.force} says)" if isinstance(said, Role) else said.title
    for one, other in _TIES.get(kind, _USUAL):
        yield from ((a, what, b) for a in named.get(one, ()) for b in named.get(other, ()))
    for line in named.get(Sort.LINE, ()):
        yield from ((line, "worked on under it", one) for one in named.get(Sort.OPERATION, ()))


def _named(entry: Entry) -> dict[Sort, list[Thing]]:
    """Return the things that an entry names, by their sorts."""
    found: dict[Sort, list[Thing]] = {}
    if (sort := _SUBJECTS.get(entry.kind)) is not None:
        found.setdefault(sort, []).append(Thing(sort=sort, id=entry.subject))
    for name, sort in _NAMED.items():
        value: Any = getattr(entry.facts, name, None)
        for one in value if isinstance(value, tuple) else (value,):
            # Handsets of which nothing was read are written as zeros.
            if one is None or (sort is Sort.HANDSET and not str(one).strip("0")):
                continue
            thing = _thing(sort, str(one))
            if thing not in found.setdefault(thing.sort, []):
                found[thing.sort].append(thing)
    return found


def _thing(sort: Sort, text: str) -> Thing:
    """Return a thing by what a field says; phones as phone records name them, so that they meet."""
    if sort is Sort.NUMBER:
        return device(identifier_of(text) or text)
    known = identifier_of(f"imei:{text}") if sort is Sort.HANDSET else None
    return Thing(sort=sort, id=text) if known is None else device(known)


def _person(entry: Entry) -> Iterator[str]:
    person = entry.subject if isinstance(entry.facts, Person) else getattr(entry.facts, "person", None)
    if person:
        yield person


def _names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return what people call things, as recorded last, by their keys."""
    found = {}
    for entry in entries:
        said = entry.facts
        if isinstance(said, Person):
            names = " ".join(filter(None, (said.given_names, said.family_name)))
            if names:
                found[key_of(Sort.PERSON, entry.subject)] = names
        elif isinstance(said, Line) and said.name:
            found[key_of(Sort.LINE, entry.subject)] = said.name
    return found
