"""Percentages, changes and differences whose numbers all stand beside them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from clewline.bulletin.check.finding import Severity
from clewline.bulletin.check.marked import Marked, Number
from clewline.bulletin.check.percent import fault
from clewline.bulletin.check.words import spoken


class Wrong(NamedTuple):
    """A sum that does not come out."""

    severity: Severity
    sentence: str
    spans: tuple[tuple[int, int], ...]
    """Characters of the numbers."""


_GAP = r"[^⟨⟩.;\n]{0,60}?"
_A, _B, _P = r"(?P<a>⟨n\d+⟩)", r"(?P<b>⟨n\d+⟩)", r"(?P<p>⟨p\d+⟩)(?!\)? of\b)"
_OF = r"(?:out )?of (?:the |these |those |all the |all |a total of )?"
_ON = r"\b(?:on|than|from|against|compared (?:with|to)|in comparison with)\b"
_BEFORE = (
    r"\b(?:last (?:year|month|time|spring|summer|autumn|winter)|the year before|previous(?:ly)?|a year (?:ago|earlier)|"
    r"(?:19|20)\d\d(?:[/-]\d\d)?:)"
)


def spans_of(*numbers: Number) -> tuple[tuple[int, int], ...]:
    """Return the characters of numbers, in the order of the text."""
    return tuple(sorted((n.start, n.end) for n in numbers))


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_CHANGES = _patterns(
    rf"{_P}{_GAP}\bfrom {_GAP}{_A}{_GAP}\bto {_GAP}{_B}",  # up 68% from 172 to 276
    rf"\bfrom {_GAP}{_A}{_GAP}\bto {_GAP}{_B}{_GAP}{_P}",  # rose from 172 to 276, an increase of 68%
    rf"{_P}{_GAP}\bto {_GAP}{_B}{_GAP}\bfrom {_GAP}{_A}",  # up 68% to 276, from 172
    rf"{_B}{_GAP}{_P}{_GAP}{_ON} {_GAP}{_A}",  # 276 lines closed, up 68% on the 172 in May
    rf"{_B}{_GAP}{_ON} {_GAP}{_A}{_GAP}{_P}",  # 276 lines closed, compared with 172 in May, a rise of 68%
    rf"{_B}{_GAP}{_BEFORE}{_GAP}{_A}{_GAP}{_P}",  # 276 lines closed (last year 172, up 68%)
    rf"{_P}{_GAP}\({_GAP}{_A} to {_B}",  # up 68% since 2020 (172 to 276)
)
"""A change from a to b, with its percentage."""
_FROM_TO = (*_CHANGES[:3], _CHANGES[-1])
_SAID = r"(?:(?:or|which is|that is|about|around|some|roughly|nearly|almost|just under|just over|over|more than) ){0,2}"
_IN_BRACKETS = rf"\({_SAID}(?P<p>⟨p\d+⟩)\)"
_AT_THE_END = rf"[,:–—-] ?{_SAID}(?P<p>⟨p\d+⟩)(?=\s*(?:[).,;–—]|$))"
_SHARES = _patterns(
    rf"{_B} {_OF}{_A}{_GAP}{_IN_BRACKETS}",  # 105 of the 222 arrested (47%)
    rf"{_A}{_GAP}, of (?:whom|which|them) {_B}{_GAP}{_IN_BRACKETS}",  # 222 people, of whom 105 (47%) were charged
    rf"{_B} {_OF}{_A}{_GAP}{_AT_THE_END}",  # 105 of the 222 arrested, or 47%.
    rf"\b{_OF}{_A}{_GAP}, {_B}{_GAP}{_IN_BRACKETS}",  # of the 222 arrested, 105 (47%) were charged
    rf"\b{_OF}{_A}{_GAP}, {_B}{_GAP}{_AT_THE_END}",  # of the 222 arrested, 105 were charged - 47%.
    rf"{_P}{_GAP}\({_B} {_OF}{_A}",  # 47% of those arrested (105 of 222)
    rf"(?P<p>⟨p\d+⟩) \({_B}\) {_OF}{_A}",  # 47% (105) of the 222 arrested
    rf"(?P<p>⟨p\d+⟩) {_OF}{_A}{_GAP}\({_B}\)",  # 47% of the 222 arrested (105)
    rf"{_B}{_GAP}, {_GAP}(?P<p>⟨p\d+⟩) {_OF}{_A}",  # 105 were charged, 47% of the 222 arrested
)
"""The part b of the whole a, with its percentage."""
_MORE_THAN = re.compile(
    rf"(?P<d>⟨[np]\d+⟩) (?:\w+ )?(?P<way>more|fewer|less|higher|lower)\b{_GAP}\bthan\b{_GAP}{_A}",
    re.IGNORECASE,
)
"""A number that is d, or d per cent, more or fewer than a: 681 arrests, 73 more than last year's 598."""
_FEWER = ("fewer", "less", "lower")
_UP = re.compile(
    r"\b(?:up|ris\w+|rose|increas\w+|gr[eo]w\w*|higher|climb\w*|jump\w*|soar\w*|more(?! than ⟨))\b",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\b(?:down|f[ae]ll\w*|drop\w*|decreas\w+|reduc\w+|fewer|lower|cut|declin\w+|less(?! than ⟨))\b",
    re.IGNORECASE,
)
_BEHIND = 10
"""Characters behind a change in which its direction may stand: `a 58% rise`."""
_MARK = re.compile(r"⟨n\d+⟩")
_REACH = 60
"""Characters before a change in which its direction, or its number, may stand."""


def _matches(
    patterns: Sequence[re.Pattern[str]], marks: Marked, key: str
) -> Iterator[tuple[re.Match[str], dict[str, Number]]]:
    """Yield the places where a pattern fits, with their numbers; each number `key` once, by the first that fits."""
    done: set[str] = set()
    for pattern in patterns:
        for m in pattern.finditer(marks.text):
            if m[key] not in done:
                done.add(m[key])
                yield m, {name: marks.number(m[name]) for name in ("a", "b", key)}


def changes(marks: Marked) -> Iterator[Wrong]:
    """Yield changes from one number to another that are not the percentage said."""
    for m, n in _matches(_CHANGES, marks, "p"):
        before, after, stated = n["a"], n["b"], n["p"]
        way = stated.way or _way(marks.text[max(0, m.start() - _REACH) : m.end() + _BEHIND])
        # without a word for the direction only `from ... to ...` is surely a change
        if not before.value or not (way or m.re in _FROM_TO):
            continue
        change = 100 * (after.value - before.value) / before.value
        way_made = "up" if change > 0 else "down"
        said = f"{before.words} to {after.words} is {way_made} {spoken(abs(change), 'percent')}"
        spans = spans_of(before, after, stated)
        if change * way < 0:
            yield Wrong("wrong", f"{said}, the text says the opposite: check which is which.", spans)
        elif severity := fault(abs(change), stated):
            yield Wrong(severity, not_as_said(said, stated), spans)


def _way(words: str) -> int:
    """Return 1 where the words say that a number rose, -1 where it fell, 0 where they say neither or both."""
    return (_UP.search(words) is not None) - (_DOWN.search(words) is not None)


def not_as_said(counted: str, stated: Number) -> str:
    """Return the sentence for a sum that comes out as `counted` and not as stated."""
    words = f"{stated.hedge} {stated.words}".strip()
    return f"{counted}, the text says {words}: check the three numbers."


def told_beside(marks: Marked) -> set[str]:
    """Return the marks of the changes and differences whose two other numbers stand beside them."""
    changed = {m["p"] for pattern in _CHANGES for m in pattern.finditer(marks.text)}
    return changed | {m["d"] for m in _MORE_THAN.finditer(marks.text) if _near(marks, m)}


def shares(marks: Marked) -> Iterator[Wrong]:
    """Yield parts of a whole that are not the share said."""
    for _, n in _matches(_SHARES, marks, "p"):
        whole, part, stated = n["a"], n["b"], n["p"]
        if not whole.value:
            continue
        share = 100 * part.value / whole.value
        if severity := fault(share, stated):
            said = f"{part.words} of {whole.words} is {spoken(share, 'percent')}"
            yield Wrong(severity, not_as_said(said, stated), spans_of(whole, part, stated))


def differences(marks: Marked) -> Iterator[Wrong]:
    """Yield numbers that are not as many, or as many per cent, more or fewer than another as is said."""
    for m in _MORE_THAN.finditer(marks.text):
        other, stated = marks.number(m["a"]), marks.number(m["d"])
        way = -1 if m["way"].lower() in _FEWER else 1
        faults = [_difference(other, stated, way, number, m["way"]) for number in _near(marks, m)]
        if faults and all(faults):
            yield next(filter(None, faults))


def _near(marks: Marked, m: re.Match[str]) -> list[Number]:
    """Return the numbers before a difference that may be meant, the nearest first; one far off is of something else."""
    before = _MARK.findall(marks.text, max(0, m.start() - 2 * _REACH), m.start())
    other = marks.number(m["a"]).value
    return [n for n in map(marks.number, reversed(before)) if other / 2 <= n.value <= other * 2 and n.value]


def _difference(other: Number, stated: Number, way: int, number: Number, said: str) -> Wrong | None:
    spans = spans_of(other, stated, number)
    if stated.mark.startswith("⟨p"):
        change = 100 * (number.value - other.value) / other.value
        severity = fault(change * way, stated)
        up = "up" if change > 0 else "down"
        counted = f"{other.words} to {number.words} is {up} {spoken(abs(change), 'percent')}"
        return Wrong(severity, not_as_said(counted, stated), spans) if severity else None
    should = other.value + way * stated.value
    if number.value == should or other.hedge or stated.hedge or number.hedge:
        return None
    counted = f"{stated.words} {said} than {other.words} is {spoken(should, 'count')}"
    return Wrong("wrong", not_as_said(counted, number), spans)
