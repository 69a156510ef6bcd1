"""Something that was shared is no longer open to its recipient."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SharingEnded(WorkWithPerson):
    """Something that was shared is no longer open to its recipient."""

    title: ClassVar[str] = "Sharing ended"
    supersedes: ClassVar[bool] = False

    sharing: str
    """Id of the entry that shared it."""
    ended_by: str
    """Who ended it."""
    reason: str
    """Why."""
