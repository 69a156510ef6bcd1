"""A strategy discussion or meeting was held about a person."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class StrategyMeeting(WorkWithPerson):
    """A strategy discussion or meeting was held about a person."""

    title: ClassVar[str] = "Strategy meeting"
