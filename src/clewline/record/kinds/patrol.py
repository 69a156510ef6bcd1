"""Hours of patrol."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Patrol(Work):
    """Hours of patrol."""

    title: ClassVar[str] = "Patrol"

    hours: Decimal
    """Officer hours."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.hours < 0:
            yield "hours", "Hours cannot be negative."
