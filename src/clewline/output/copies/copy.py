"""A copy: what it holds, and its face, which says what it is, who made it, for whom and why."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from clewline.case.links import Links
from clewline.output.words import instant_words

LOGGED = (
    "The access log of Clewline holds this copy’s SHA-256, its rows, the reason and for whom it was made."
)
PSEUDONYMS = "Other people in phone records stand under pseudonyms."


@dataclass(frozen=True, kw_only=True)
class Face:
    """What a copy says of itself."""

    title: str
    case: str | None
    """The case; none where it holds entries of several."""
    asked: str
    """The filters, in words."""
    made_at: datetime
    made_by: str
    made_for: str
    reason: str
    rows: int
    """How many rows it holds."""
    cut: bool = False
    """Whether there are more that the filters leave, beyond what one copy may hold."""
    notes: tuple[str, ...] = ()

    @property
    def told(self) -> list[tuple[str, str]]:
        """Return what it says, each with its name."""
        more = "; there are more, which the limit of a copy leaves out" if self.cut else ""
        return [
            ("Copy of", self.title),
            *([("Case", self.case)] if self.case else []),
            ("Filters", self.asked or "none"),
            ("Holds", f"{self.rows:,} {'row' if self.rows == 1 else 'rows'}{more}"),
            ("Made", instant_words(self.made_at)),
            ("Made by", self.made_by),
            ("Made for", self.made_for),
            ("Because", self.reason),
            ("Note", " ".join((*self.notes, LOGGED))),
        ]

    @property
    def line(self) -> str:
        """Return the same on one line."""
        return ". ".join(f"{name}: {value.rstrip('.')}" for name, value in self.told) + "."


@dataclass(frozen=True, kw_only=True)
class Place:
    """Something that happened, or was recorded, at a place."""

    id: str
    title: str
    where: str
    """The place in words; empty where only a point is known."""
    day: date | None
    point: tuple[float, float] | None
    """Degrees north and east (WGS 84); none where the record gives no point."""
    says: Mapping[str, str] = field(default_factory=dict)
    """What else is told of it."""


@dataclass(frozen=True, kw_only=True)
class Copy:
    """What is copied; what a format has no use for is never asked for."""

    face: Face
    columns: Sequence[str]
    rows: Callable[[], Iterable[Mapping[str, Any]]]
    links: Callable[[], Links] = Links
    places: Callable[[], Iterable[Place]] = tuple
