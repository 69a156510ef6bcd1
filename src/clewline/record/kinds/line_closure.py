"""A line was closed."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import Work


@dataclass(frozen=True, kw_only=True)
class LineClosure(Work):
    """A line was closed.

    Type 1 and Type 2 are the Home Office programme's (edition of 15 March 2024); earlier words are kept
    as facts.
    """

    title: ClassVar[str] = "Line closure"

    line: str
    """The line."""
    type: Literal["Type 1", "Type 2"] | None = None
    """Type 1: arrest and charge of a line holder, with check-backs. Type 2: number or SIM deactivated."""
    holder: str | None = None
    """Line holder removed, as recorded by the force."""
    holder_charged: bool | None = None
    """Whether the line holder was arrested and charged."""
    number_removed: bool | None = None
    """Whether the number can no longer be used by the gang."""
    handset_removed: bool | None = None
    """Whether the handset was taken."""
    evidence: str | None = None
    """What shows that the gang can no longer distribute on that number."""
    decided_by: str | None = None
    """Who decided that the line is closed, as the coordination centre."""
