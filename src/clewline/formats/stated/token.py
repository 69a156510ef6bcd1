"""A token of a published value, and how patterns for tokens are written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Relation = Literal["exactly", "at_least", "at_most", "about"]
"""How the true number stands to the stated one."""

Kind = Literal[
    "number",  # a count or an amount, `value` its number
    "share",  # a part of a whole in words, `value` in percent: `a third`, `1 in 5`
    "unclear",  # digits that are no plain number: `12,5`, `276/172`
    "hedge",  # `value` is the relation it gives
    "percent",
    "currency",  # `value` is its ISO code
    "sign",  # up or down, before a number
    "period",  # `since Nov 2019`, `2019:`; `value` is the period's text
    "bracket",
    "join",  # between members of a list, where both sides hold a number; otherwise a word
    "stop",  # always between members of a list
    "cut",  # `...`: the text was shortened here
    "word",
    "symbol",  # anything else; no piece that holds one is read
]


NUMBERS: tuple[Kind, ...] = ("number", "share", "unclear")
"""Kinds of token that hold a number."""


@dataclass(frozen=True, kw_only=True)
class Token:
    """One token, with the characters of the text that it stands in."""

    kind: Kind
    start: int
    end: int
    text: str
    value: Decimal | str = ""


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first, with any spaces inside them."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


def pattern(text: str) -> re.Pattern[str]:
    """Return a pattern to match at one place of a text, whatever the case of its (English) letters."""
    return re.compile(text, re.IGNORECASE | re.ASCII)


def token_at(kind: Kind, text: str, start: int, end: int, value: Decimal | str = "") -> Token:
    """Return the token that holds these characters of a text."""
    return Token(kind=kind, start=start, end=end, text=text[start:end], value=value)
