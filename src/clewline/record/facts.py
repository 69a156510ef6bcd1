"""What an entry says: the shapes that the kinds of entry share.

A field left `None` was not recorded: kinds grow by such fields, and old entries stay readable.
Units stand in the field's description. Ages are whole years on the day of the event.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

Sex = Literal["male", "female"]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Base of every kind of entry. The file's name is the kind's name in notation, tables and files."""

    title: ClassVar[str]
    """The kind in the field's words, as people say it."""
    supersedes: ClassVar[bool] = True
    """Whether a later export of the same system about the same subject replaces the earlier one."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield (field, sentence) for each thing that cannot be true of an entry on `day`."""
        yield from ()


@dataclass(frozen=True, kw_only=True)
class Work(Facts):
    """Something that a force did, and under which heading it counts."""

    force: str
    """Reporting force, by its data.police.uk name, as `metropolitan`."""
    team: str | None = None
    """Unit or team within the force."""
    line: str | None = None
    """County line that the work was about, by its id in the record."""
    operation: str | None = None
    """Operation or week of action under which it was done."""


@dataclass(frozen=True, kw_only=True)
class WorkWithPerson(Work):
    """Something that a force did with or for one person."""

    person: str
    """The person as this force recorded them (see `identity`)."""
    age: int | None = None
    """Age in whole years on the day of the event."""
    sex: Sex | None = None
    """Sex as recorded by the force."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: an age outside a human life."""
        if self.age is not None and not 0 <= self.age <= 120:
            yield "age", "The age at the event is not between 0 and 120 years."


@dataclass(frozen=True, kw_only=True)
class TwoPhones(Facts):
    """Something that was done with two phones of the case by its phone records of one period."""

    line: str
    """Identifier of the line."""
    phone: str
    """Identifier of the other phone."""
    first_day: date
    """First local day of the records weighed."""
    last_day: date
    """Last local day of them."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it begins, or a phone compared with itself."""
        if self.last_day < self.first_day:
            yield "last_day", "The period ends before it begins."
        if self.line == self.phone:
            yield "phone", "A phone is not compared with itself."


_CLOCK = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")


def time_objection(field: str, time: str | None) -> Iterator[tuple[str, str]]:
    """Yield that a text is no time of the day as 23:40."""
    if time is not None and not _CLOCK.fullmatch(time):
        yield field, "The time of the day is not written as 23:40."
