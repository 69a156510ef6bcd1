"""A need of a person in custody or care was met: medical, legal, an appropriate adult."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class NeedSeenTo(WorkWithPerson):
    """A need of a person in custody or care was met: medical, legal, an appropriate adult."""

    title: ClassVar[str] = "Need seen to"

    need: Literal[
        "medical", "legal advice", "appropriate adult", "interpreter", "safe place", "food and rest"
    ]
    """Which need."""
    seen_to_by: str | None = None
    """Who saw to it."""
