"""Weapons other than firearms, one exhibit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class WeaponSeizure(Work):
    """Weapons other than firearms, one exhibit."""

    title: ClassVar[str] = "Weapon seizure"

    weapon: str
    """Kind of weapon, as `machete`, `knife`, `knuckleduster`."""
    bladed: bool
    """Whether it is a knife or other bladed weapon."""
    count: int = 1
    """How many."""
    how: Literal["seized", "surrendered", "recovered"] = "seized"
    """Seized, handed in, or found in a sweep."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.count < 0:
            yield "count", "A count cannot be negative."
