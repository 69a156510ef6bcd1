"""A person was referred to specialist support or a statutory partner."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class SafeguardingReferral(WorkWithPerson):
    """A person was referred to specialist support or a statutory partner."""

    title: ClassVar[str] = "Safeguarding referral"

    partner: str | None = None
    """Partner that received it."""
    basis: (
        Literal["consent", "safeguarding a child", "safeguarding an adult at risk", "legal duty"] | None
    ) = None
    """On what basis; an adult is referred by their consent unless another is given."""
