"""A person was arrested."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Arrest(WorkWithPerson):
    """A person was arrested.

    The subject is the custody reference: two forces that report it report one arrest.
    """

    title: ClassVar[str] = "Arrest"

    offence: str | None = None
    """CJS offence code of the main reason for arrest."""
    joint_with: str | None = None
    """Other force in a joint operation."""
    place: str | None = None
    """Area of arrest."""
