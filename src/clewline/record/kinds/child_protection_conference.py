"""A child protection conference was held about a child."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ChildProtectionConference(WorkWithPerson):
    """A child protection conference was held about a child."""

    title: ClassVar[str] = "Child protection conference"

    outcome: Literal["plan made", "no plan", "not decided"] | None = None
    """What it came to."""
