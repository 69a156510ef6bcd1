"""What became of a person 3, 6 or 12 months after they took up a programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class ProgrammeOutcome(WorkWithPerson):
    """What became of a person 3, 6 or 12 months after they took up a programme."""

    title: ClassVar[str] = "Programme outcome"

    programme: str
    """Name of the programme."""
    after: Literal["3 months", "6 months", "12 months"]
    """How long after it was taken up."""
    outcome: Literal["taking part", "completed", "left early", "not known"]
    """Where they stand with the programme."""
    missing_again: bool | None = None
    """Whether they were missing again since."""
    arrested_again: bool | None = None
    """Whether they were arrested again since."""
    in_education: bool | None = None
    """Whether they are in education, training or work."""
    offered_on: date | None = None
    """Day of the offer that they took up, which tells this from another offer of the same programme."""

    def objections(self, day: date) -> Iterator[tuple[str, str]]:
        """Yield what cannot be true: an outcome before the offer."""
        yield from super().objections(day)
        if self.offered_on is not None and self.offered_on > day:
            yield "offered_on", "The programme was offered after the day of its outcome."
