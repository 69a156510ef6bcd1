"""What a partner asked about a referral was answered."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ReferralReply(WorkWithPerson):
    """What a partner asked about a referral was answered."""

    title: ClassVar[str] = "Reply to a partner"
    supersedes: ClassVar[bool] = False

    referral: str
    """Id of the entry that made the referral."""
    partner: str
    """Partner that asked."""
    words: str
    """The answer."""
    replied_by: str
    """Who answers."""
