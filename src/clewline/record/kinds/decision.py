"""A choice that a named person made."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Decision(Facts):
    """A choice that a named person made."""

    title: ClassVar[str] = "Decision"
    supersedes: ClassVar[bool] = False

    what: str
    """What was decided."""
    decided_by: str
    """Who decided."""
    reason: str
    """Why."""
    about: str | None = None
    """Id of the thing decided on."""
    approved_by: str | None = None
    """Who approved it, where another must."""
