"""A body asked whether another holds a concern about a person, and was told yes or no."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ConcernAsked(WorkWithPerson):
    """A body asked whether another holds a concern about a person, and was told yes or no.

    What is held is not shared by it.
    """

    title: ClassVar[str] = "Concern asked about"
    supersedes: ClassVar[bool] = False

    asked_by: str
    """Who asked."""
    body: str
    """Body that asked."""
    reason: str
    """Why they need to know."""
    about: tuple[str, ...] = ()
    """Hashes of name and date of birth by which it was asked."""
