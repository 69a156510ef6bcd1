"""What allows data to be held: an authorisation, an order, consent."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Authority(Facts):
    """What allows data to be held: an authorisation, an order, consent."""

    title: ClassVar[str] = "Authority"

    nature: Literal["communications data authorisation", "device examination", "consent", "court order"]
    """Kind of authority."""
    reference: str
    """Its unique reference."""
    purposes: tuple[str, ...] = ()
    """Statutory purposes, in its own words."""
    identifiers: tuple[str, ...] = ()
    """Numbers and devices covered."""
    covers_from: date | None = None
    """First day of data covered."""
    covers_to: date | None = None
    """Last day of data covered."""
    data: tuple[str, ...] = ()
    """Kinds of data covered, as `events data`."""
    expires: date | None = None
    """Day on which it lapses."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a period that ends before it begins."""
        if self.covers_from is not None and self.covers_to is not None and self.covers_to < self.covers_from:
            yield "covers_to", "The period covered ends before it begins."
