"""A person received support from a service."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingSupported(WorkWithPerson):
    """A person received support from a service."""

    title: ClassVar[str] = "Support received"

    service: str | None = None
    """Service that gave it."""
