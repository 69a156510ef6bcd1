"""A welfare or safeguarding visit to a person or an address."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class SafeguardingVisit(Work):
    """A welfare or safeguarding visit to a person or an address."""

    title: ClassVar[str] = "Safeguarding visit"

    person: str | None = None
    """The person visited, where one was named."""
    address: str | None = None
    """Address reference, never the address."""
