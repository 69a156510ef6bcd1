"""An operation or a week of action."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Operation(Facts):
    """An operation or a week of action."""

    title: ClassVar[str] = "Operation"

    name: str
    """Name that people use, as `Orochi`."""
    nature: Literal["operation", "week of action"] = "operation"
    """A week of action (intensification week) is coordinated nationally and reported together."""
    first_day: date | None = None
    """First day."""
    last_day: date | None = None
    """Last day; forces report other last days for one week, so it is stored per publisher."""
    force: str | None = None
    """Force that ran it; none for a national one."""
    coordinator: str | None = None
    """Body that coordinated it, as the National County Lines Coordination Centre."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a last day before the first."""
        if self.first_day is not None and self.last_day is not None and self.last_day < self.first_day:
            yield "last_day", "The operation ends before it starts."
