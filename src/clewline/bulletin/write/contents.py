"""What a bulletin has to tell, before a style sets it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clewline.bulletin.write.choosing import Choice
from clewline.bulletin.write.corrections import Correction
from clewline.bulletin.write.telling import Stated
from clewline.figures import Counted


@dataclass(frozen=True, kw_only=True)
class Contents:
    """The numbers of a week and its programme that are told, and what is said with them."""

    body: str
    start: date
    end: date
    as_of: date
    since: date | None
    """First day of the programme; none where it is not told."""
    week: Choice
    programme: Choice
    """Since the programme began; empty where it is not told."""
    corrections: Sequence[Correction]

    @property
    def stated(self) -> Stated:
        """Return what the lead states of every number that states nothing else."""
        return Stated(body=self.body, start=self.start, end=self.end)

    @property
    def rates(self) -> tuple[Counted, ...]:
        """Return the shares: of the programme where it is told, else of the week."""
        return (*self.week.rates, *self.programme.rates)

    @property
    def cohorts(self) -> Choice:
        """Return the numbers that the shares are of."""
        return self.week if self.since is None else self.programme
