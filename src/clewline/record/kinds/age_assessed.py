"""A named person settled, or left open, whether somebody is a child."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class AgeAssessed(WorkWithPerson):
    """A named person settled, or left open, whether somebody is a child.

    Until it is settled they are treated as one.
    """

    title: ClassVar[str] = "Age assessed"
    supersedes: ClassVar[bool] = False

    outcome: Literal["under 18", "18 or over", "disputed"]
    """What was found, for the day of the assessment."""
    assessed_by: str
    """Who assessed it."""
    basis: str
    """What it rests on, as `passport` or `two social workers' assessment`."""
    born: date | None = None
    """Date of birth that was found."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a date of birth after the assessment."""
        yield from WorkWithPerson.objections(self, day)
        if self.born is not None and self.born > day:
            yield "born", "The date of birth is later than the assessment."
