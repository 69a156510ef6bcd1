"""Regular contact, in school hours, between a line and a number that a child of its case is said to use.

It answers one question: is a person told? There is no score and no rank, and no word of what was said or of who held a
phone. A child with whom a line is in touch while others are at school may be used by it: whoever is told looks, and
asks. Nobody else is looked for: only numbers of which an entry of the same case says that a child uses them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from clewline.case.ages import age_on
from clewline.case.lines import identifier_of
from clewline.record import Entry
from clewline.record.kinds.number_used import NumberUsed
from clewline.safeguarding.instants import BRITISH
from clewline.safeguarding.working_days import is_working_day


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What counts as school hours, and as regular."""

    begins: time
    """British local time at which school hours begin."""
    ends: time
    """British local time at which they are over."""
    days: int
    """School days of contact from which it is called regular."""
    within: int
    """Calendar days, the first and the last included, within which these days lie."""
    authority: str

    @property
    def words(self) -> str:
        """Return it in words, as an entry keeps it."""
        return (
            f"Monday to Friday but bank holidays, {self.begins:%H:%M} to {self.ends:%H:%M} by British clocks; on at "
            f"least {self.days} such days within {self.within}"
        )


RULE = Rule(
    begins=time(9),
    ends=time(15),
    days=3,
    within=28,
    authority="Clewline's assumptions: no source that was read names the hours of a school day, or days from which a "
    "contact is regular. They decide whether a person is told, and nothing else.",
)
CANNOT_TELL = (
    "School holidays are not known here: they differ from area to area and from school to school. A weekday in them "
    "counts as a school day.",
    "Whether the child was at school, or is taught elsewhere, is not known.",
    "An operator’s row tells that two numbers were in touch. Who held the phones, and why, it does not tell; a message "
    "that a line sends to many is among them.",
    "A row whose time may lie outside school hours is not counted.",
)
"""What it cannot tell, in sentences for whoever reads it."""


@dataclass(frozen=True, kw_only=True)
class Touch:
    """A call or message between a line and another number, as a row has it."""

    number: str
    """The other number."""
    earliest: datetime
    """First instant at which it may have begun."""
    latest: datetime
    """Last instant at which it may have."""
    to_line: bool
    """Whether it went from the number to the line, as far as the row says."""
    row: str
    """Which row it is."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A number that a child is said to use, and its regular contact with a line in school hours."""

    person: str
    number: str
    said: Sequence[Entry]
    """The entries that say that they use it, on these days."""
    days: Sequence[date]
    touches: Sequence[Touch]
    """Those on these days, in the order of their rows."""


def numbers_said(people: Mapping[str, Sequence[Entry]], today: date) -> set[str]:
    """Return the numbers that people are said to use who are children today, or treated as children: these and no
    others may be looked for. `people` are standing entries by the person whom they name.
    """
    return {
        number for entries in people.values() if age_on(entries, today).child for number in _said(entries)
    }


def contacts(touches: Iterable[Touch], people: Mapping[str, Sequence[Entry]], today: date) -> list[Contact]:
    """Return the regular contacts of children in school hours, by person and number.

    Somebody must be treated as a child on the day of the contact and today, and the number be theirs on that day, as
    far as the record says from when to when it was.
    """
    by_number: dict[str, dict[date, list[Touch]]] = defaultdict(lambda: defaultdict(list))
    for touch in touches:
        if (day := school_day(touch)) is not None:
            by_number[touch.number][day].append(touch)
    found = []
    for person, entries in sorted(people.items()):
        if not age_on(entries, today).child:
            continue
        for number, said in sorted(_said(entries).items()):
            there = by_number.get(number, {})
            days = regular(day for day in there if _theirs(said, day) and age_on(entries, day).child)
            if days:
                found.append(
                    Contact(
                        person=person,
                        number=number,
                        said=[one for one in said if any(_covers(one, day) for day in days)],
                        days=days,
                        touches=[touch for day in days for touch in there[day]],
                    )
                )
    return found


def school_day(touch: Touch) -> date | None:
    """Return the school day in whose hours a contact lies as a whole; none where it does not for certain."""
    first, last = touch.earliest.astimezone(BRITISH), touch.latest.astimezone(BRITISH)
    if first.date() != last.date() or not is_working_day(first.date()):
        return None
    return first.date() if RULE.begins <= first.time() and last.time() < RULE.ends else None


def regular(days: Iterable[date]) -> tuple[date, ...]:
    """Return those of some days that lie near enough to enough others, in order; none where no contact is regular."""
    some = sorted(set(days))
    found: set[date] = set()
    for last in some:
        near = [day for day in some if 0 <= (last - day).days < RULE.within]
        if len(near) >= RULE.days:
            found.update(near)
    return tuple(sorted(found))


def _said(entries: Iterable[Entry]) -> Mapping[str, list[Entry]]:
    """Return the entries that say that a person uses a number, by the number as phone records have it."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in entries:
        if isinstance(one.facts, NumberUsed) and (number := identifier_of(one.facts.number)) is not None:
            found[number].append(one)
    return found


def _theirs(said: Iterable[Entry], day: date) -> bool:
    return any(_covers(one, day) for one in said)


def _covers(entry: Entry, day: date) -> bool:
    """Return whether an entry says that the number was used on a day: always, where it names no days."""
    facts = entry.facts
    assert isinstance(facts, NumberUsed)
    return (facts.used_from is None or facts.used_from <= day) and (
        facts.used_to is None or day <= facts.used_to
    )
