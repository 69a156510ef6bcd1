"""A number that a released bulletin told is not what the record says now; the next bulletin says so."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class BulletinCorrected(Facts):
    """A number that a released bulletin told is not what the record says now; the next bulletin says so."""

    title: ClassVar[str] = "Bulletin corrected"
    supersedes: ClassVar[bool] = False

    bulletin: str
    """Id of the bulletin that told it."""
    number: str
    """Id of the `bulletin_number` that told it."""
    figure: str
    """Figure that was counted."""
    definition: str
    """Version of its definition."""
    was: Decimal
    """The number as told."""
    was_relation: Literal["exactly", "at_least", "at_most", "about"]
    """What the words around it said."""
    count_was: Decimal
    """What was counted for it, or what an earlier correction gave."""
    count_is: Decimal
    """What is counted for it now."""
    unit: str
    """Unit of the numbers."""
    period_start: date
    """First day of what was counted."""
    period_end: date
    """Last day of what was counted."""
    as_of: str
    """Instant of knowledge of the new count (ISO 8601, UTC)."""
    counted: tuple[str, ...] = ()
    """What the count was narrowed to, each as `drug=cocaine`."""
    reasons: tuple[str, ...] = ()
    """What changed it, each as `late entry`, `correction`, `withdrawal`, `batch reversed` or `disposal`."""
    entries: tuple[str, ...] = ()
    """Ids of the entries that changed it."""
