"""Something in someone's cases that may wait for somebody, told as facts with what they rest on."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where something that a task rests on is."""

    text: str
    url: str
    case: str | None = None


@dataclass(frozen=True, kw_only=True)
class Task:
    """What may wait for somebody. It is no order and no score: it says what is recorded, and what is not."""

    title: str
    hint: str
    """What the record says, and what can be done."""
    links: Sequence[Link]
    more: int = 0
    """How many more there are than the links."""
    rest: Sequence[Link] = ()
    """Where they are listed, or are among others; nothing where there is no such page."""
