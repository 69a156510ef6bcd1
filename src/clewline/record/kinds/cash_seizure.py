"""Cash seized, one exhibit, in one currency."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class CashSeizure(Work):
    """Cash seized, one exhibit, in one currency."""

    title: ClassVar[str] = "Cash seizure"

    currency: str
    """ISO 4217 code, as `GBP`."""
    amount: Decimal
    """Amount in that currency; never converted."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.amount < 0:
            yield "amount", "An amount of cash cannot be negative."
