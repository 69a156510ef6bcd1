"""What a court decided on one charge."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class CourtResult(WorkWithPerson):
    """What a court decided on one charge. The subject is the charge reference."""

    title: ClassVar[str] = "Court result"

    charge: str
    """Charge reference."""
    result: Literal["convicted", "acquitted", "discontinued", "lies on file"]
    """Outcome of the charge."""
    plea: Literal["guilty", "not guilty", "none"] | None = None
    """Plea as recorded."""
    sentence_months: Decimal | None = None
    """Immediate custody in months for this charge; none where there was none or it is not recorded."""
    concurrent: bool | None = None
    """Whether the sentence runs together with another; concurrent months are not added."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: a negative sentence, or a sentence without a conviction."""
        yield from WorkWithPerson.objections(self, day)
        if self.sentence_months is not None and self.sentence_months < 0:
            yield "sentence_months", "A sentence cannot be negative."
        if self.sentence_months and self.result != "convicted":
            yield "sentence_months", "There is a sentence but no conviction."
