"""A safeguarding investigation or enquiry was opened about a person."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingEnquiry(WorkWithPerson):
    """A safeguarding investigation or enquiry was opened about a person."""

    title: ClassVar[str] = "Safeguarding investigation"

    duty: str | None = None
    """Provision it was opened under, in the words of the source."""
