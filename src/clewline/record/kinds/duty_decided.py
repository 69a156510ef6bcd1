"""Somebody decided what is done about a duty towards a person that is overdue."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class DutyDecided(WorkWithPerson):
    """Somebody decided what is done about a duty towards a person that is overdue.

    It fulfils nothing: the duty stays overdue until what fulfils it is recorded. Whoever protects the person sees it.
    """

    title: ClassVar[str] = "Decision on a duty"
    supersedes: ClassVar[bool] = False

    duty: str
    """Which duty, by its name in the table of duties."""
    what: str
    """What is done now."""
    decided_by: str
    """Who decided."""
    reason: str
    """Why it is overdue, and why this is done."""
