"""A person was engaged with for safeguarding."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingEngaged(WorkWithPerson):
    """A person was engaged with for safeguarding. It is not yet help."""

    title: ClassVar[str] = "Engaged for safeguarding"
