"""Anything else seized, counted in items."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class OtherSeizure(Work):
    """Anything else seized, counted in items."""

    title: ClassVar[str] = "Other seizure"

    item: str
    """What it was, as `counterfeit tobacco`."""
    count: int = 1
    """How many."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.count < 0:
            yield "count", "A count cannot be negative."
