"""A disruption of a group or person, as graded in the APMIS scheme; no public definition was found."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Disruption(Work):
    """A disruption of a group or person, as graded in the APMIS scheme; no public definition was found."""

    title: ClassVar[str] = "Disruption"

    target: str | None = None
    """What was disrupted, by its id."""
    level: Literal["major", "moderate", "minor"] | None = None
    """As graded by the force."""
