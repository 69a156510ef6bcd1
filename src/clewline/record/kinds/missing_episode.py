"""A person was missing and was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import WorkWithPerson, time_objection


@dataclass(frozen=True, kw_only=True)
class MissingEpisode(WorkWithPerson):
    """A person was missing and was found.

    The day is that on which they were found, or reported missing where they have not been.
    """

    title: ClassVar[str] = "Missing episode"

    missing_from: date | None = None
    """Day on which they were last seen, or reported missing."""
    found: bool | None = None
    """Whether they were found."""
    found_at: str | None = None
    """Time of the day, as 23:40 in British local time, at which they were found."""
    found_in: str | None = None
    """Area in which they were found."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: being found before being missing, or a time that is none."""
        yield from WorkWithPerson.objections(self, day)
        yield from time_objection("found_at", self.found_at)
        if self.missing_from is not None and self.missing_from > day:
            yield "missing_from", "The person is found before they were missing."
