"""A partner accepted a referral, returned it, or asked about it."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ReferralAnswered(WorkWithPerson):
    """A partner accepted a referral, returned it, or asked about it."""

    title: ClassVar[str] = "Referral answered"
    supersedes: ClassVar[bool] = False

    referral: str
    """Id of the entry that made the referral."""
    partner: str
    """Partner that answers."""
    answer: Literal["accepted", "returned", "asked"]
    """What the partner says."""
    answered_by: str
    """Who answers for the partner."""
    words: str | None = None
    """Why it is returned, or what is asked."""
