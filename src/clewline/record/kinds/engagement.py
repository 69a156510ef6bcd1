"""An engagement event: a school visit, a session, a talk, a leaflet drop."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Engagement(Work):
    """An engagement event: a school visit, a session, a talk, a leaflet drop."""

    title: ClassVar[str] = "Engagement"

    nature: Literal["school visit", "session", "event", "leaflet drop", "business visit"]
    """What it was."""
    people: int | None = None
    """People reached, as counted by the force."""
    audience: str | None = None
    """Whom it was for, as `professionals` or `pupils`."""
    school: str | None = None
    """School reference."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.people is not None and self.people < 0:
            yield "people", "A count cannot be negative."
