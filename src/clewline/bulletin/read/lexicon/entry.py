"""What the words of a bulletin may be, and how tables of them are written."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from clewline.bulletin.claim import Pairs
from clewline.formats.stated.singular import singular

Tag = Literal[
    "thing",  # what is counted: `arrests`, `wraps`; or narrows it: `Class A`, `machete`
    "act",  # what was done to it: `seized`, `were spoken to`
    "hedge",  # before or behind a number
    "be",  # `were`, `have been`: what follows is done to what stands before
    "prep",
    "join",  # between members of a list
    "part",  # `including`: what follows is some of what stands before
    "all",  # `made up of`: what follows is all of it
    "them",  # `of them`, `of whom`: the number before it is a part
    "worth",  # between goods and their value
    "aim",  # what follows was wished, planned or expected
    "break",  # a new clause
    "void",  # says nothing of what is counted
    "aside",  # a number beside it is no result
    "more",  # `more`, `higher`, `fewer`: a difference from another number
    "turn",  # `up`, `rose by`: a change
]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """What a word or phrase is."""

    tag: Tag
    kind: str = ""
    """For a thing, what it is counted as; for the others, which of their tag: a relation, a reason, a direction."""
    acts: tuple[str, ...] = ()
    """Acts that it may name, the likeliest first; for a thing, the act that the noun itself tells."""
    said: Pairs = ()
    """Qualifiers that it gives."""
    group: str = ""
    """For people, the group that they are: `children`, `adults`, `young people`."""
    head: bool = True
    """Whether it may be what is counted; `Class A` or `drug trafficking` only narrows."""


_ODD = {"was": "was", "has": "has", "his": "his", "gas": "gas", "cs": "cs", "bus": "bus"}


@lru_cache(maxsize=65536)
def normal(word: str) -> str:
    """Return a word as the tables have it: small letters, straight apostrophes, plurals in the singular."""
    low = word.lower().replace("’", "'")
    return _ODD.get(low) or singular(low.removesuffix("'s"))


@lru_cache(maxsize=65536)
def normal_words(word: str) -> tuple[str, ...]:
    """Return a word in its normal form, as the words of a phrase are kept."""
    return (normal(word),)


def words(text: str) -> frozenset[str]:
    """Return the words of a text, for a table of them."""
    return frozenset(text.split())


def names(text: str) -> list[str]:
    """Return the members of a comma-separated list."""
    return [name.strip() for name in text.split(",")]


def listed(phrases: str) -> Iterator[tuple[str, ...]]:
    """Yield each phrase of a comma-separated list as its normal words."""
    for phrase in phrases.split(","):
        yield tuple(normal(word) for word in phrase.replace("-", " ").split())
