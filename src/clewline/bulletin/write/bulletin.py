"""A bulletin as written: its paragraphs, and for each number in them what was counted and how it is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from clewline.figures import Counted
from clewline.formats.stated import Relation

Style = Literal["release", "table", "thread"]
ParagraphKind = Literal[
    "headline", "lead", "heading", "item", "paragraph", "note", "definition", "correction"
]


@dataclass(frozen=True, kw_only=True)
class Told:
    """One number as a bulletin tells it. `read` must find exactly this claim at its place."""

    counted: Counted
    indicator: str
    value: Decimal
    """The number that is printed: the count itself, or the round number of its hedge."""
    unit: str
    relation: Relation
    qualifiers: Mapping[str, str]
    start: date | None
    """First day of the period that the sentence states; none where it states none."""
    end: date | None
    body: str | None


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """One paragraph, list item or heading, with the numbers that it tells in the order of its words."""

    kind: ParagraphKind
    text: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Hidden:
    """A count that was not told, by the rule for small numbers; only for those who write, never printed."""

    indicator: str
    qualifiers: Mapping[str, str]
    start: date
    end: date
    reason: str


@dataclass(frozen=True, kw_only=True)
class Bulletin:
    """A whole bulletin, before or after its release."""

    style: Style
    body: str
    """The body that publishes it, by its full name."""
    start: date
    end: date
    as_of: datetime
    paragraphs: tuple[Paragraph, ...]
    hidden: tuple[Hidden, ...] = field(default=())
