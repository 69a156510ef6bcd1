"""What was decided on a referral to the National Referral Mechanism."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class NrmDecision(WorkWithPerson):
    """What was decided on a referral to the National Referral Mechanism."""

    title: ClassVar[str] = "NRM decision"

    stage: Literal["reasonable grounds", "conclusive grounds"]
    """Which of the two decisions it is."""
    outcome: Literal["positive", "negative", "suspended"]
    """What was decided."""
    referral: str | None = None
    """Reference of the NRM referral."""
    decided_by: Literal["competent authority", "child decision panel"] | None = None
    """Who decided."""
