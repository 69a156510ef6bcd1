"""One number that a bulletin tells, with what was counted for it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class BulletinNumber(Facts):
    """One number that a bulletin tells, with what was counted for it."""

    title: ClassVar[str] = "Number of a bulletin"
    supersedes: ClassVar[bool] = False

    bulletin: str
    """Id of the bulletin."""
    figure: str
    """Figure that was counted."""
    definition: str
    """Version of its definition."""
    indicator: str
    """Indicator that the words state."""
    value: Decimal
    """The number told: the count, or the round number of its hedge."""
    unit: str
    """Unit of the number."""
    relation: Literal["exactly", "at_least", "at_most", "about"]
    """What the words around it say of the count."""
    count: Decimal
    """The number counted."""
    period_start: date
    """First day of what was counted."""
    period_end: date
    """Last day of what was counted."""
    rows_sha256: str
    """SHA-256 of the rows that it stands on, in their canonical form."""
    selection_sha256: str
    """SHA-256 of the text of the selection."""
    line: int
    """Line of the text on which its paragraph begins."""
    counted: tuple[str, ...] = ()
    """What the count was narrowed to, each as `drug=cocaine`."""
    qualifiers: tuple[str, ...] = ()
    """What the words narrow it to, each as `drug=cocaine`."""
