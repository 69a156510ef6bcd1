"""What a comparison hands to a person: evidence for and against one proposition, and never a verdict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clewline.linkage.phone import Seen

Bears = Literal["for", "against", "neither"]
"""What an item of evidence speaks for. `neither` is told too: that something was looked at and is not there."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """One thing that was compared."""

    name: str
    """What was compared, as `contacts carried over`."""
    bears: Bears
    says: str
    """What was found, in a sentence; no number of another person is in it."""
    counts: Mapping[str, int]
    """The sentence's numbers by name."""
    rows: tuple[Seen, ...]
    """The rows that it rests on."""
    cannot_tell: str
    """What else would look the same."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """A proposition about two things, and everything that was compared, whatever it speaks for."""

    name: str
    """The comparison, by its file."""
    proposition: str
    first: str
    second: str
    evidence: tuple[Evidence, ...]
    others: int
    """Other phones of the case that rarity was counted among."""

    def that(self, bears: Bears) -> tuple[Evidence, ...]:
        """Return the items that speak so."""
        return tuple(e for e in self.evidence if e.bears == bears)
