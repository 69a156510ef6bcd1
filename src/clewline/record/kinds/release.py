"""How a person left custody other than charged."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Release(WorkWithPerson):
    """How a person left custody other than charged."""

    title: ClassVar[str] = "Release"

    arrest: str
    """Custody reference."""
    outcome: Literal["released under investigation", "released on bail", "released without charge"]
    """As the custody system says."""
