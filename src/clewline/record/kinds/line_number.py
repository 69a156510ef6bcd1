"""A number that a line used, from when to when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class LineNumber(Facts):
    """A number that a line used, from when to when."""

    title: ClassVar[str] = "Number of a line"

    line: str
    """The line."""
    number: str
    """Telephone number as recorded."""
    used_from: date
    """First day known in use."""
    used_to: date | None = None
    """Last day known in use; none while it is still in use or not recorded."""
    force: str | None = None
    """Force that recorded it."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a number given up before it was taken."""
        if self.used_to is not None and self.used_to < self.used_from:
            yield "used_to", "The number was given up before it was first used."
