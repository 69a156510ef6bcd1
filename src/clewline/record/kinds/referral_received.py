"""A professional referred somebody to this case, by the public form or otherwise."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ReferralReceived(WorkWithPerson):
    """A professional referred somebody to this case, by the public form or otherwise."""

    title: ClassVar[str] = "Referral received"

    referred_by: str
    """Who made it: the professional's name and work."""
    body: str
    """Organisation that made it."""
    concern: str
    """The concern in their words."""
    reference: str | None = None
    """Reference number that the form gave."""
