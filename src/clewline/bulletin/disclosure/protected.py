"""What protecting a release gives: each number shown or hidden, with a sentence for the press officer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from clewline.bulletin.disclosure.cell import Cell, Key
from clewline.bulletin.disclosure.relation import Relation

Reason = Literal["primary", "secondary", "chance"]
"""primary: a small count of people. secondary: it would let another number be narrowed. chance: drawn, so that the
pattern of marks tells nothing.

For the release's own file only. A reader sees one mark; a reason that is published tells which numbers are small.
"""


@dataclass(frozen=True, kw_only=True)
class Treatment:
    """What becomes of one number that a release wants."""

    cell: Cell
    reason: Reason | None = None
    """Why it is hidden; none where it is shown."""
    sentence: str = ""
    """The reason in words, with the relation that forces it."""

    @property
    def shown(self) -> bool:
        """Return whether the release states the number."""
        return self.reason is None


@dataclass(frozen=True, kw_only=True)
class Exposed:
    """A hidden or unpublished count that a reader can narrow, whatever this release holds back."""

    cell: Cell
    low: int
    high: int
    """The least and the greatest value that the reader can hold possible."""

    @property
    def sentence(self) -> str:
        """Return the finding in words, for the press officer and the data protection officer."""
        known = f"it is {self.low}" if self.low == self.high else f"it is from {self.low} to {self.high}"
        return (
            f"{self.cell.called}: what is public already tells that {known}. Nothing that this release could hold "
            "back changes that; ask the data protection officer before releasing more."
        )


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Two tables that a reader must hold possible, by how far each number is moved from its true value.

    It goes with a release to spare the next ones the search: they check it, and look anew only where it does not hold
    any more.
    """

    upper: Mapping[Key, int]
    lower: Mapping[Key, int]
    bold: bool


@dataclass(frozen=True, kw_only=True)
class Protected:
    """A release whose hidden numbers cannot be narrowed, but for those that are exposed already."""

    treatments: tuple[Treatment, ...]
    """One for each number that the release wants, in the order of the cells."""
    exposed: tuple[Exposed, ...]
    causes: tuple[Relation, ...]
    """What a reader learns from the marks alone; later releases take it among their relations."""
    proofs: tuple[Proof, ...] = ()
    """Why no number can be narrowed, for later releases to begin with."""

    @property
    def shown(self) -> Mapping[Key, int]:
        """Return the numbers that the release states, as they truly are."""
        return {t.cell.key: t.cell.value for t in self.treatments if t.shown}

    @property
    def hidden(self) -> frozenset[Key]:
        """Return the names of the numbers in whose place the mark stands."""
        return frozenset(t.cell.key for t in self.treatments if not t.shown)

    def may_say(self, keys: Iterable[Key]) -> bool:
        """Return whether a number made of these may be stated: a rate, a change, a hedge, a rounded number.

        It may where each of them is itself shown, for then it tells nothing new. So a rate goes with its numerator and
        its denominator, a change with both periods, and `over 30` with its count. A hidden number is not hedged
        or rounded: `fewer than 5` and `about 40` tell about it what the mark does not.
        """
        shown = self.shown
        return all(key in shown for key in keys)


def as_released(cells: Sequence[Cell], protected: Protected) -> tuple[Cell, ...]:
    """Return the cells as they stand once the release is out, for the next one to start from.

    What was shown is public for good, and what was hidden keeps its protection. The release's `causes` go with the
    relations.
    """
    shown, hidden = protected.shown, protected.hidden
    return tuple(
        replace(
            cell,
            published=cell.published or cell.key in shown,
            marked=cell.marked or cell.held or cell.key in hidden,
            wanted=False,
            held=False,
        )
        for cell in cells
    )
