"""A person as recorded, as a page shows them."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clewline import reference
from clewline.case.protection import By, Protection, Reason, age, protection
from clewline.record import Entry
from clewline.record.kinds.person import Person
from clewline.record.kinds.role import Role

BESIDE: Mapping[str, Sequence[str]] = {
    "indicator_observed": ("indicator",),
    "protection_status": ("status",),
    "need_seen_to": ("need",),
    "consent": ("to", "answer"),
    "return_interview": ("outcome",),
    "nrm_decision": ("stage", "outcome"),
    "section_45_considered": ("outcome",),
}
"""Fields that are told beside the day of a step of protection, where days alone would be told apart by nobody."""


@dataclass(frozen=True, kw_only=True)
class ShownPerson:
    """A person as recorded by one force, ready to be shown."""

    id: str
    names: str | None
    """As typed by the force; none where it is not recorded, or not for the asker."""
    force: str
    force_id: str
    """The force's name in the record."""
    number: str
    protection: Protection
    roles: Sequence[tuple[Role, Entry]]
    """What forces say that they were to lines, each with its entry."""
    aged: Entry | None
    """The last entry that gives an age."""

    @property
    def title(self) -> str:
        """Return how the page calls them."""
        return self.names or self.id

    @property
    def reasons(self) -> list[Reason]:
        """Return why they are treated as a possible victim first, but for signs: what somebody said last that they are,
        then all else.
        """
        others = [one for one in self.protection.reasons if one.by is not By.SIGN]
        statuses = [one for one in others if one.by is By.STATUS]
        return [*statuses[-1:], *(one for one in others if one not in statuses)]

    @property
    def signs(self) -> list[Entry]:
        """Return the signs that somebody noticed, by day."""
        return [one.entry for one in self.protection.reasons if one.entry and one.by is By.SIGN]

    @property
    def age(self) -> int | None:
        """Return the age that was recorded last."""
        return None if self.aged is None else age(self.aged)


def shown_person(person: str, entries: Sequence[Entry], gone: Collection[str], today: date) -> ShownPerson:
    """Return a person of whom these entries are recorded; those that no longer stand, `gone`, say nothing."""
    standing = [one for one in entries if one.id not in gone]
    force, _, number = person.rpartition("/")
    for one in standing:
        if isinstance(one.facts, Person):
            force, number = one.facts.force, one.facts.number
    known = reference.forces().get(force)
    return ShownPerson(
        id=person,
        names=names(standing).get(person),
        force=known.name if known else force or "not recorded",
        force_id=force,
        number=number,
        protection=protection(standing, today),
        roles=[(one.facts, one) for one in standing if isinstance(one.facts, Role)],
        aged=max((one for one in standing if age(one) is not None), key=lambda one: one.day, default=None),
    )


def names(entries: Iterable[Entry]) -> dict[str, str]:
    """Return what forces recorded that people are called, by their ids: of each by the last entry given."""
    found = {}
    for one in entries:
        if isinstance(one.facts, Person):
            said = " ".join(filter(None, (one.facts.given_names, one.facts.family_name)))
            if said:
                found[one.subject] = said
    return found


def beside(entry: Entry) -> str:
    """Return what is told beside the day of a step of protection; empty where its title says enough."""
    said = [getattr(entry.facts, name) for name in BESIDE.get(entry.kind, ())]
    return ", ".join(str(one).replace("_", " ") for one in said if one)


def named_in(entry: Entry) -> str | None:
    """Return the person whom an entry names."""
    if isinstance(entry.facts, Person):
        return entry.subject
    found: str | None = getattr(entry.facts, "person", None)
    return found
