"""A partner did something for a person who was referred to it."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ReferralDone(WorkWithPerson):
    """A partner did something for a person who was referred to it."""

    title: ClassVar[str] = "Done for a referral"
    supersedes: ClassVar[bool] = False

    referral: str
    """Id of the entry that made the referral."""
    partner: str
    """Partner that did it."""
    what: str
    """What was done, in its words."""
    done_by: str
    """Who did it."""
    ended: bool | None = None
    """Whether the partner's work for them ended with it."""
