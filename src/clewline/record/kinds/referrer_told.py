"""Whoever made a referral was told what became of it, as far as they may know."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ReferrerTold(WorkWithPerson):
    """Whoever made a referral was told what became of it, as far as they may know."""

    title: ClassVar[str] = "Referrer told"
    supersedes: ClassVar[bool] = False

    referral: str
    """Id of the entry that made the referral."""
    told: Literal["accepted", "returned", "help was given", "no further action"]
    """What they were told."""
    told_by: str
    """Who told them."""
    how: str | None = None
    """By which way, as `e-mail` or `on the site`."""
