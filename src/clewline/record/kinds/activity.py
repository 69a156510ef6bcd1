"""One operation, deployment or activity that a force counts when it says "75 operations"."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class Activity(Work):
    """One operation, deployment or activity that a force counts when it says "75 operations"."""

    title: ClassVar[str] = "Operational activity"

    nature: str | None = None
    """What it was, as `rail deployment`."""
