"""A person was referred to specialist support or a statutory partner."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingReferral(WorkWithPerson):
    """A person was referred to specialist support or a statutory partner."""

    title: ClassVar[str] = "Safeguarding referral"

    partner: str | None = None
    """Partner that received it."""
