"""Chosen fields of what is recorded of a person were shared with somebody, for a reason."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class InformationShared(WorkWithPerson):
    """Chosen fields of what is recorded of a person were shared with somebody, for a reason."""

    title: ClassVar[str] = "Information shared"
    supersedes: ClassVar[bool] = False

    recipient: str
    """Body that it was shared with."""
    fields: tuple[str, ...]
    """What was shared, field by field."""
    reason: str
    """Why it is needed."""
    shared_by: str
    """Who shared it."""
    basis: Literal["consent", "safeguarding a child", "safeguarding an adult at risk", "legal duty"]
    """On what basis."""
    referral: str | None = None
    """Id of the entry of the referral that it is for."""
    until: date | None = None
    """Last day on which it is open to the recipient."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: sharing that ends before it begins, or that shares nothing."""
        yield from WorkWithPerson.objections(self, day)
        if self.until is not None and self.until < day:
            yield "until", "The sharing ends before it begins."
        if not self.fields:
            yield "fields", "Nothing is shared."
