"""One charge against one person."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Charge(WorkWithPerson):
    """One charge against one person.

    People charged are not charges: count each apart. The subject is the charge reference.
    """

    title: ClassVar[str] = "Charge"

    offence: str
    """CJS offence code charged."""
    arrest: str | None = None
    """Custody reference that led to it."""
