"""Words that a line end parts: whether the hyphen is the word's own (`line-holders`) or the line's (`safe-guarded`)."""

import re
from collections.abc import Iterable


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEFT = re.compile(r"[^\W_]+(?:-[^\W_]+)*$")
_RIGHT = re.compile(r"[^\W_]+")
_HYPHENS = {ord(c): "-" for c in "‐‑"}
SOFT = "\u00ad"

_TENS = _words("twenty thirty forty fifty sixty seventy eighty ninety")
_ONES = _words("one two three four five six seven eight nine")
_BEFORE = _words(
    "line first week month day year long short high low street mid multi cross county drug drugs gang knife plain re "
    "pre post anti non self ex co well so large small wide hard full part one two three four five six seven eight "
    "nine ten follow drive decision law door face test intelligence evidence victim child crime violence zombie lock "
    "flick kitchen stop hand cash"
)
_AFTER = _words(
    "holder holders holding runner runners running time long term risk level agency border boundary country lines "
    "dealing dealer dealers related fuelled clothes ordinated ordination offend offending offender planned charge "
    "social slavery statutory harm being called known scale ranging profile visibility up by making abiding to on "
    "week month old led based focused purchase purchases style knife off in out and hour day year"
)
"""Halves of the trade's compounds that are written with a hyphen: where each stands on its side, the hyphen stays."""


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """Return the words of a text in small letters, without the halves that its line ends part."""
    known: set[str] = set()
    for line in lines:
        words = _WORD.findall(line.translate(_HYPHENS).casefold())
        known.update(words[1 : -1 if line.rstrip().endswith(("-", "‐", SOFT)) else None])
    return frozenset(known)


def joined(first: str, second: str, known: frozenset[str]) -> str:
    """Return two lines as one; a hyphen between them goes only where it is the line's.

    The hyphen stays where the text writes the word so elsewhere, in numbers (`twenty-one`), after digits, before
    capitals, in a word that has another hyphen, and in compounds of the trade. It goes where the text has the whole
    word elsewhere, and otherwise: printers part more words than writers compound.
    """
    first, second = first.rstrip(), second.lstrip()
    if first.endswith(SOFT):
        return first[:-1] + second
    plain = first.translate(_HYPHENS)
    if first.endswith(("/", "—")):
        return first + second
    left, right = _LEFT.search(plain[:-1].casefold()), _RIGHT.match(second)
    if not plain.endswith("-") or not left or not right:
        return f"{first} {second}"
    if _is_own(left[0], right[0], known):
        return f"{plain}{second}"
    return plain[:-1] + second


def _is_own(left: str, right: str, known: frozenset[str]) -> bool:
    small = right.casefold()
    if left + small in known:
        return False
    if f"{left}-{small}" in known or not right[0].islower() or not left[-1].isalpha() or "-" in left:
        return True
    return (left in _TENS and small in _ONES) or (left in _BEFORE and small in _AFTER)
