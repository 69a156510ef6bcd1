"""The record noticed that a line and a number that a child is said to use were in touch in school hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ContactsNoticed(WorkWithPerson):
    """The record noticed that a line and a number that a child is said to use were in touch in school hours.

    Somebody had the phone records of the line asked for it, under an authority and for a reason. It is no finding about
    the child: who held the phone, and what was said, no row of an operator tells. A person looks at it.
    """

    title: ClassVar[str] = "Contacts in school hours noticed"
    supersedes: ClassVar[bool] = False

    number: str
    """Number in E.164 that the child is said to use."""
    first_day: date
    """First school day on which they were in touch."""
    last_day: date
    """Last of them."""
    school_days: int
    """School days on which they were in touch, of those that are near enough to each other."""
    uses: int
    """Calls and messages on these days in school hours."""
    to_line: int
    """Those of them that went from the number to the line."""
    rule: str
    """What counted as school hours, and as regular."""
    authority: str
    """Reference of the authority under which the records were asked."""
    purpose: str
    """Purpose of that authority under which they were."""
    reason: str
    """Why, in the words of who asked."""
    said_in: tuple[str, ...] = ()
    """Ids of the entries that say that the child uses the number."""
    rows: tuple[str, ...] = ()
    """Rows behind it: each the id of the entry by which its file was received, its sheet if any, and its line."""
    rows_withdrawn: int | None = None
    """Rows that were behind it and whose file was undone since; its days and uses are those that were noticed then."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: days in the wrong order, more days than uses, or nothing behind it."""
        yield from WorkWithPerson.objections(self, day)
        if self.last_day < self.first_day:
            yield "last_day", "The last day is before the first."
        if not 0 < self.school_days <= self.uses or not 0 <= self.to_line <= self.uses:
            yield "uses", "The uses are fewer than their days, or than those to the line."
        if not self.said_in or not self.rows:
            yield "rows", "No entry and no row stands behind it."
