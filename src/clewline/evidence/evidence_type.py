"""What an evidence type declares: its propositions, what it cannot tell, and how it weighs two phones."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from clewline.evidence.finding import Finding, Propositions
from clewline.evidence.travel.ratio import Each, Ratios
from clewline.evidence.travel.timelines import Pairs, Timelines
from clewline.evidence.use import CaseUses, Uses


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
    reads: tuple[str, ...] = ()
    """Columns of records in a file that it cannot do without, beside `phone` and `start`."""
