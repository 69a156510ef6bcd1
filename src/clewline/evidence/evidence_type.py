"""What an evidence type declares: its propositions, what it cannot tell, and how it weighs two phones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

import numpy as np

from clewline.evidence.clock import BRITISH
from clewline.evidence.finding import Finding, Propositions
from clewline.evidence.travel.ratio import Each, Ratios
from clewline.evidence.travel.timelines import Pairs, Timelines
from clewline.evidence.use import CaseUses, Ints, Uses


@dataclass(frozen=True, kw_only=True)
class Question:
    """Two phones of one case, and the period that the propositions speak of."""

    first: Uses
    second: Uses
    case: CaseUses
    start: int
    """First microsecond since 1970 UTC of the period."""
    end: int
    """First microsecond after it."""
    zone: str = BRITISH
    """Time zone of the clocks that the two live by: whose hours and days are meant."""
    reference: tuple[int, ...] | None = None
    """Which of the case's phones tell how rare a place or a contact is; all but the two where none are named."""

    @property
    def others(self) -> Ints:
        """Return which of the case's phones tell how rare a place or a contact is."""
        if self.reference is not None:
            return np.array(self.reference, np.int64)
        two = (self.first.name, self.second.name)
        return np.array([at for at, name in enumerate(self.case.phones) if name not in two], np.int64)


@dataclass(frozen=True, kw_only=True)
class Compared:
    """What an evidence type says of many pairs at once, without the working."""

    ratios: Ratios
    together: float | None
    """Log10 LR of one carrier against two people travelling together; None where the type gives none."""


class Comparison(Protocol):
    """Compares many pairs of phones at once, in a time that grows with their records."""

    def __call__(
        self, lines: Timelines, pairs: Pairs, model: Mapping[str, Any], *, each: Each = map
    ) -> Compared: ...


@dataclass(frozen=True, kw_only=True)
class EvidenceType:
    """One way of weighing the records of two phones."""

    name: str
    """As the file's name."""
    title: str
    propositions: Propositions
    limits: tuple[str, ...]
    """Sentences that go with every finding of the type."""
    weigh: Callable[[Question, Mapping[str, Any] | None], Finding]
    """Weighs a question by the parameters of a fitted model; without a model it gives facts and no ratio."""
    model: str | None = None
    """Name of the fitted model that comes with Clewline; none where no validated model exists."""
    period: Literal["whole", "day"] = "whole"
    """The period that its model was validated for: all records of both phones, or one day of them."""
    compare: Comparison | None = None
    """Gives the ratios of many pairs at once, by their places alone; None where pairs are weighed one by one."""
    by_hour: bool = False
    """Whether hours of the day count, so that its model holds for people who keep the hours of the fit's."""
    beside: bool = False
    """Whether other phones of the case tell how rare a place or a contact is."""
    reads: tuple[str, ...] = ()
    """Columns of records in a file that it cannot do without, beside `phone` and `start`."""
