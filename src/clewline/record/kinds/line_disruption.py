"""A line was disrupted, which is less than closed."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class LineDisruption(Work):
    """A line was disrupted, which is less than closed."""

    title: ClassVar[str] = "Line disruption"

    line: str
    """The line."""
    level: Literal["major", "moderate", "minor"] | None = None
    """As graded by the force; no public definition of the grades was found."""
    how: str | None = None
    """What was done."""
