"""Drugs seized, one exhibit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class DrugSeizure(Work):
    """Drugs seized, one exhibit.

    The class is dated and comes from the reference list, not from the exporter.
    """

    title: ClassVar[str] = "Drug seizure"

    drug: str
    """Drug by the name in the reference list, as `crack cocaine`."""
    grams: Decimal | None = None
    """Weight in grams."""
    count: int | None = None
    """Number of pieces, in `counted_in`."""
    counted_in: Literal["wraps", "plants", "tablets", "bags", "bundles"] | None = None
    """What the pieces are."""
    value_gbp: Decimal | None = None
    """Estimated street value in pounds, as the force estimated it."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: less than nothing."""
        if self.grams is not None and self.grams < 0:
            yield "grams", "A weight cannot be negative."
        if self.count is not None and self.count < 0:
            yield "count", "A count cannot be negative."
        if self.value_gbp is not None and self.value_gbp < 0:
            yield "value_gbp", "A value cannot be negative."
