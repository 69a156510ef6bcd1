"""Support was offered to a person; it may be declined."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingOffered(WorkWithPerson):
    """Support was offered to a person; it may be declined."""

    title: ClassVar[str] = "Support offered"

    accepted: bool | None = None
    """Whether it was taken up."""
