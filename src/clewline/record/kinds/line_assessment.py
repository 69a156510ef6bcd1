"""A force says whether a line was active on a day."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class LineAssessment(Work):
    """A force says whether a line was active on a day."""

    title: ClassVar[str] = "Assessment of a line"
    supersedes: ClassVar[bool] = False

    line: str
    """The line."""
    status: Literal["active", "dormant", "closed"]
    """As assessed on that day."""
