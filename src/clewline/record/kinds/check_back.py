"""A later look at whether a closed line stays out of use."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class CheckBack(Work):
    """A later look at whether a closed line stays out of use."""

    title: ClassVar[str] = "Check-back"

    line: str
    """The line."""
    closure: str | None = None
    """Closure that is checked."""
    out_of_use: bool
    """Whether the number was still out of use."""
