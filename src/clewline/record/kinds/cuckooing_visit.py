"""A visit to an address where a home may have been taken over."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class CuckooingVisit(Work):
    """A visit to an address where a home may have been taken over."""

    title: ClassVar[str] = "Cuckooing visit"

    address: str
    """Address reference, never the address."""
    found: Literal["cuckooed", "not cuckooed", "no access"] | None = None
    """What was found."""
