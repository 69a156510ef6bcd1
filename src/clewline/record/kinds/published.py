"""A number that a body published, as it was stated."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import ClassVar, Literal

from clewline.record.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Published(Facts):
    """A number that a body published, as it was stated."""

    title: ClassVar[str] = "Published value"
    supersedes: ClassVar[bool] = False

    release: str
    """Id of the release in the list it came from, or the name of the bulletin's file without its ending."""
    publisher: str
    """Who published it."""
    scope: Literal["national", "regional", "force", "unit", "local"]
    """What the number covers."""
    indicator: str
    """Indicator, named as the figures are."""
    value: Decimal
    """The number."""
    unit: str
    """Unit of the number."""
    relation: Literal["exactly", "at_least", "at_most", "about"]
    """What the words around it say: `over` is at least, `nearly` is at most."""
    as_stated: str
    """The words published: the cell of a list, or the quote from a text."""
    qualifiers: tuple[str, ...] = ()
    """What the number is narrowed to, each as `drug=cocaine`."""
    period_start: date | None = None
    """First day of the period as stated."""
    period_end: date | None = None
    """Last day of the period as stated."""
    since: str | None = None
    """Period that the value names itself, as `Nov 2019`."""
    part: bool | None = None
    """Whether the text says that it is a part of another number beside it, as "of whom 31"."""
    body: str | None = None
    """Force that the number is about, where it is one."""
    unread: str | None = None
    """Words of the value that were not read."""
    address: str | None = None
    """Where it was published."""
    published_on: date | None = None
    """Day of publication."""
    said_of: str | None = None
    """Who is said to have achieved it, by the name that the reader of bulletins keeps."""
    period_kind: Literal["day", "week", "multi_week", "between", "since", "year", "fy", "unknown"] | None = (
        None
    )
    """What the text calls the period."""
    text: str | None = None
    """SHA-256 of the text as it was read, which is kept beside the file."""
    quote_start: int | None = None
    """First character of the quote in that text, counted from 0."""
    quote_end: int | None = None
    """Character behind the quote's last."""
    position: Literal["headline", "heading", "lead", "body", "list", "caption"] | None = None
    """Where in the text the number stands."""
    rule: str | None = None
    """Rule of the reader that decided what is counted."""
    part_of_start: int | None = None
    """First character of the quote of the whole that the number is a part of."""
    part_of_end: int | None = None
    """Character behind the last of the whole's quote."""
    whole_told: bool | None = None
    """Whether the text says that this part and those beside it make the whole."""
