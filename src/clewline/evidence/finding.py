"""A finding: how much more probable the records are under one proposition than under the other, and why.

A likelihood ratio never travels bare: it comes with its propositions, its bounds, its working and its limits. It is no
probability that a proposition is true, and no finding adds one up.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from clewline.errors import BadInput


@dataclass(frozen=True, slots=True, order=True)
class RowRef:
    """One row of an exhibit: the file by its SHA-256, the line of the record, and which of its events it is."""

    sha256: str
    line: int
    part: int = 1
    sheet: str | None = None


@dataclass(frozen=True, kw_only=True)
class Propositions:
    """Two statements that exclude each other; the ratio compares the records under them."""

    first: str
    """As `One person carried both phones during the period.`"""
    second: str
    """As `Two people who have nothing to do with each other carried them.`"""


@dataclass(frozen=True, kw_only=True)
class Ratio:
    """A likelihood ratio with bounds, in log10: 2 is a hundred times, -1 is a tenth.

    :raises BadInput: the bounds do not enclose the value, or a value is no number.
    """

    propositions: Propositions
    log10_lr: float
    lower: float
    """Lower end of the interval that the fit's own uncertainty gives."""
    upper: float
    least: float
    """The model claims no less than this: its data bear no more."""
    most: float
    """The model claims no more than this."""
    note: str | None = None
    """What has to be said with it, as that it is about 1 by nature."""

    def __post_init__(self) -> None:
        if not self.least <= self.lower <= self.log10_lr <= self.upper <= self.most:
            raise BadInput("A ratio lies within its interval, and the interval within the model's bounds.")

    @property
    def at_bound(self) -> bool:
        """Whether the model would say more and its data do not bear it."""
        return self.log10_lr in (self.least, self.most)


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What one event, or one thing that several events share, weighs."""

    what: str
    """A sentence for a reader, as `10:02 to 10:05: both 4 km east within 3 minutes`."""
    log10: float
    """Its part of the ratio before calibration and bounds; below 0 it speaks for the second proposition."""
    rows: tuple[RowRef, ...]


@dataclass(frozen=True, kw_only=True)
class Fact:
    """Something that the records say, without opinion."""

    what: str
    rows: tuple[RowRef, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one evidence type says of two phones."""

    type: str
    """Name of the evidence type, as `co_travel`."""
    first: str
    """The phones compared, each by its identifier."""
    second: str
    ratio: Ratio | None
    """None where no validated model exists, or the records bear no finding; `why_none` says which."""
    why_none: str | None = None
    against: tuple[Ratio, ...] = ()
    """Ratios against further propositions, as two people travelling together."""
    weights: tuple[Weight, ...] = ()
    facts: tuple[Fact, ...] = ()
    episodes: int = 0
    """Independent episodes that the finding rests on."""
    model: str | None = None
    """Name and version of the fitted model."""
    limits: tuple[str, ...] = ()
    """What it cannot tell."""
    rows: frozenset[RowRef] = field(default_factory=frozenset)
    """Every row that was used."""

    def __post_init__(self) -> None:
        if (self.ratio is None) == (self.why_none is None):
            raise BadInput("A finding has a ratio, or says why it has none.")

    def working(self) -> Iterator[Weight]:
        """Yield the weights, the heaviest first, whichever way they speak."""
        yield from sorted(self.weights, key=lambda w: (-abs(w.log10), w.what))
