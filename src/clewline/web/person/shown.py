"""A person as recorded, as a page shows them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from clewline import reference
from clewline.case.protection import Protection, age, protection
from clewline.record import Entry
from clewline.record.kinds.person import Person
from clewline.record.kinds.role import Role


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
    def age(self) -> int | None:
        """Return the age that was recorded last."""
        return None if self.aged is None else age(self.aged)


def shown_person(person: str, entries: Sequence[Entry], gone: Collection[str], today: date) -> ShownPerson:
    """Return a person of whom these entries are recorded; those that no longer stand, `gone`, say nothing."""
    standing = [one for one in entries if one.id not in gone]
    force, _, number = person.rpartition("/")
    names = None
    for one in standing:
        if isinstance(one.facts, Person):
            names = " ".join(filter(None, (one.facts.given_names, one.facts.family_name))) or names
            force, number = one.facts.force, one.facts.number
    known = reference.forces().get(force)
    return ShownPerson(
        id=person,
        names=names,
        force=known.name if known else force or "not recorded",
        force_id=force,
        number=number,
        protection=protection(standing, today),
        roles=[(one.facts, one) for one in standing if isinstance(one.facts, Role)],
        aged=max((one for one in standing if age(one) is not None), key=lambda one: one.day, default=None),
    )


def named_in(entry: Entry) -> str | None:
    """Return the person whom an entry names."""
    if isinstance(entry.facts, Person):
        return entry.subject
    found: str | None = getattr(entry.facts, "person", None)
    return found
