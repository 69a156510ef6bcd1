"""Firearms, one exhibit; imitations are marked, and counted apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class FirearmSeizure(Work):
    """Firearms, one exhibit; imitations are marked, and counted apart."""

    title: ClassVar[str] = "Firearm seizure"

    firearm: str
    """Kind, as `shotgun` or `handgun`."""
    imitation: bool = False
    """Imitation firearms are never counted as firearms."""
    count: int = 1
    """How many."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.count < 0:
            yield "count", "A count cannot be negative."
