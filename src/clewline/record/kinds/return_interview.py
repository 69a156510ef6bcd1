"""An independent return interview was held, offered or declined after a person was missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson, time_objection


@dataclass(frozen=True, kw_only=True)
class ReturnInterview(WorkWithPerson):
    """An independent return interview was held, offered or declined after a person was missing."""

    title: ClassVar[str] = "Return interview"

    outcome: Literal["held", "offered", "declined"]
    """What became of it."""
    held_by: str | None = None
    """Who held it."""
    missing: str | None = None
    """Reference of the missing episode."""
    held_at: str | None = None
    """Time of the day, as 09:15 in British local time."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a time that is none."""
        yield from WorkWithPerson.objections(self, day)
        yield from time_objection("held_at", self.held_at)
