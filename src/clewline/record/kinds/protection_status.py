"""What a named person says that somebody is: a possible victim, a victim, or of no recorded concern."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ProtectionStatus(WorkWithPerson):
    """What a named person says that somebody is: a possible victim, a victim, or of no recorded concern.

    It is never computed. Whoever is under 18, or of whom an indicator was observed, is treated as a possible victim
    whatever is said: a status says who answers for it.
    """

    title: ClassVar[str] = "Protection status"
    supersedes: ClassVar[bool] = False

    status: Literal["possible victim", "victim", "no concern recorded"]
    """What is said of them."""
    said_by: str
    """Who says so."""
    reason: str
    """Why."""
