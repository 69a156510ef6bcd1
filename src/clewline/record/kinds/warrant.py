"""A warrant."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Warrant(Work):
    """A warrant. The subject is its reference."""

    title: ClassVar[str] = "Warrant"

    executed: bool = True
    """Whether it was carried out on that day."""
    power: str | None = None
    """Act and section it was granted under, in the words of the source."""
    premises: str | None = None
    """Address reference, never the address."""
