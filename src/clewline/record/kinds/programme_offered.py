"""A place on a programme of prevention or diversion was offered to a person."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ProgrammeOffered(WorkWithPerson):
    """A place on a programme of prevention or diversion was offered to a person."""

    title: ClassVar[str] = "Programme offered"

    programme: str
    """Name of the programme."""
    offered_by: str
    """Who offered it."""
    accepted: bool | None = None
    """Whether they took it up."""
