"""A referral to the National Referral Mechanism by a first responder."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class NrmReferral(WorkWithPerson):
    """A referral to the National Referral Mechanism by a first responder."""

    title: ClassVar[str] = "NRM referral"

    reference: str | None = None
    """Reference that the national form returned."""
    first_responder: str | None = None
    """Organisation that made it."""
