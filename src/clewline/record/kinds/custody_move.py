"""An exhibit passed from one hand or place to another."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class CustodyMove(Facts):
    """An exhibit passed from one hand or place to another."""

    title: ClassVar[str] = "Move of an exhibit"
    supersedes: ClassVar[bool] = False

    exhibit: str
    """Exhibit reference."""
    moved_from: str
    """Who or which store gave it."""
    moved_to: str
    """Who or which store took it."""
    purpose: str | None = None
    """What for, as `examination`."""
