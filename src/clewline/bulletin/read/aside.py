"""Numbers that are no results by their own form. `lexicon/forms.py` has the forms."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clewline.bulletin.read.lexicon.forms import DOTS, FORMS, GLUED, SMALL, TWO, YEAR, ZERO
from clewline.bulletin.read.small import in_small
from clewline.bulletin.read.token import Token

_CASE = (r"\b[A-Z]", r"\b[0-9]{1,4}[A-Za-z]?")
"""Beginnings of the patterns in which capital letters count."""
_AT_A_NUMBER = (r"\b\d", rf"\b{SMALL}", rf"\b(?:{SMALL}", r"\b[0-9]", r"\b(?:two|three|four)-")
"""Beginnings of the patterns each branch of which begins with a number: these are tried at numbers only."""
_ANY = ""
"""Stands for any sentence."""


@cache
def _form(i: int) -> tuple[str, bool, bool, re.Pattern[str]]:
    """Return a row of the table: reason, whether case counts, whether it is tried at numbers only, pattern."""
    reason, _, p = FORMS[i]
    cased = p.startswith(_CASE)
    return reason, cased, p.startswith(_AT_A_NUMBER), re.compile(p) if cased else in_small(p)


_NEEDS = tuple(
    [frozenset(some.split()) or frozenset((_ANY,)) for some in needs.split("&")] for _, needs, _ in FORMS
)
_BY_WORD: dict[str, list[int]] = {}
"""Places of the patterns in the table by each of the words that the last part of their needs names."""
for _i, _needs in enumerate(_NEEDS):
    for _word in _needs.pop():
        _BY_WORD.setdefault(_word, []).append(_i)
_WORDS = frozenset(_BY_WORD)
_BEFORE, _BEHIND = 48, 44
"""Characters before and behind a number in which its form is looked for."""
_SHORT_CALLS = frozenset(("101", "999", "111", "112", "116", "61016", "85258"))


def asides(text: str, low: str, tokens: Sequence[Token], start: int, end: int) -> list[tuple[int, int, str]]:
    """Return (start, end, reason) of what is no result by its form around the numbers; `low` is in small letters."""
    numbers = [t for t in tokens if t.kind == "number"]
    if not numbers:
        return []
    held = {t.text.lower() for t in tokens}
    held.add(_ANY)
    for token in numbers:
        held.update(_marks(low, token))
    around: list[tuple[int, int]] = []
    found = []
    for i in {i for word in _WORDS & held for i in _BY_WORD[word]}:
        if _NEEDS[i] and any(some.isdisjoint(held) for some in _NEEDS[i]):
            continue
        reason, cased, at_a_number, pattern = _form(i)
        where = text if cased else low
        if at_a_number:
            found += [(*m.span(), reason) for t in numbers if (m := pattern.match(where, t.start, end))]
            continue
        around = around or list(_around([(t.start, t.end) for t in numbers], start, end))
        for first, last in around:
            found += [(m.start(), m.end(), reason) for m in pattern.finditer(where, first, last)]
    return found


def _marks(low: str, token: Token) -> list[str]:
    """Return what the form of a number makes worth trying."""
    digits = token.text
    found = []
    if len(digits) == 2:
        found.append(TWO)
    elif len(digits) == 4 and digits[:2] in ("19", "20"):
        found.append(YEAR)
    elif digits.count(".") > 1:
        found.append(DOTS)
    if digits[0] == "0" or digits in _SHORT_CALLS:
        found.append(ZERO)
    if token.start and low[token.start - 1].isalpha():
        found.append(GLUED)
    return found


def _around(numbers: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the surroundings of numbers; those that overlap are one."""
    first = max(start, numbers[0][0] - _BEFORE)
    last = first
    for a, b in numbers:
        if a - _BEFORE > last:
            yield first, last
            first = a - _BEFORE
        last = min(end, b + _BEHIND)
    yield first, last
