"""Goods of value seized or restrained, other than cash, drugs and vehicles."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class AssetSeizure(Work):
    """Goods of value seized or restrained, other than cash, drugs and vehicles."""

    title: ClassVar[str] = "Asset seizure"

    item: str
    """What it was, as `designer watch`."""
    value_gbp: Decimal
    """Estimated value in pounds."""
    count: int | None = None
    """How many."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.value_gbp < 0:
            yield "value_gbp", "A value cannot be negative."
