"""A person, or whoever speaks for them, gave, refused or withdrew consent."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class Consent(WorkWithPerson):
    """A person, or whoever speaks for them, gave, refused or withdrew consent."""

    title: ClassVar[str] = "Consent"
    supersedes: ClassVar[bool] = False

    to: Literal["NRM referral", "sharing information", "referral to a partner", "support"]
    """What it is about."""
    answer: Literal["given", "refused", "withdrawn"]
    """What they said."""
    taken_by: str
    """Who asked them."""
    partner: str | None = None
    """Partner that it is about; none where it is about any."""
