"""Phones seized, one exhibit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class PhoneSeizure(Work):
    """Phones seized, one exhibit."""

    title: ClassVar[str] = "Phone seizure"

    count: int = 1
    """How many handsets."""
    deal_line: bool | None = None
    """Whether it carried the number of a line."""
    imei: str | None = None
    """International Mobile Equipment Identity, where one handset was read."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.count < 0:
            yield "count", "A count cannot be negative."
