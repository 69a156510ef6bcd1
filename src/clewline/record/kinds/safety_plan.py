"""A safety plan was made with or for a person."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafetyPlan(WorkWithPerson):
    """A safety plan was made with or for a person."""

    title: ClassVar[str] = "Safety plan"
