"""A search of a person or a place."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Search(Work):
    """A search of a person or a place."""

    title: ClassVar[str] = "Search"

    searched: Literal["person", "premises", "vehicle", "cell", "prison"]
    """What was searched."""
    power: str | None = None
    """Power used, in the words of the source."""
    found: bool | None = None
    """Whether anything was found."""
