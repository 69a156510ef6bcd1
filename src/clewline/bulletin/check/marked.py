"""A text with each number marked in its place, so that patterns can speak of numbers.

`up 68% from 172 to 276` is `up ⟨p0⟩ from ⟨n1⟩ to ⟨n2⟩`: p for shares and factors, n for counts and amounts. Dates,
years, lengths of time and ordinals are not marked.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from clewline.bulletin.check.dates import spans
from clewline.formats.stated.numbers import SCALES, SMALL_NUMBERS

_SMALL = "|".join(sorted(SMALL_NUMBERS, key=len, reverse=True))
_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_PERCENT = r"\s?%|\s+per\s?cent\b"
_PARTS: Mapping[str, Decimal] = {
    "half": Decimal(50), "third": Decimal(100) / 3, "quarter": Decimal(25), "fifth": Decimal(20), "tenth": Decimal(10),
}  # fmt: skip
_TIMES: Mapping[str, int] = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "": 1}
_FACTORS: Mapping[str, int] = {"halv": 50, "doubl": 100, "trebl": 200, "tripl": 200, "quadrupl": 300}
"""Verbs that are a change by themselves, in per cent."""
_WAYS = {verb: -1 if verb == "halv" else 1 for verb in _FACTORS}
_NUMBER = re.compile(
    rf"\b(?P<factor>{'|'.join(_FACTORS)})(?:es?|ed|ing)\b"
    rf"|\b(?:(?P<times>an?|one|two|three)[\s-])?(?P<part>{'|'.join(_PARTS)})s?\b(?!\s+(?:a|an)\b)"
    rf"|(?<![\w.,/£€$-])[£€$]?(?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:\s?(?P<scale>{_SCALE})\b)?(?P<percent>{_PERCENT})?"
    rf"|\b(?P<words>(?:{_SMALL})(?:[\s-](?:{_SMALL}))?)\b(?P<spelled>{_PERCENT})?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NO_COUNT = re.compile(
    r"[-\s](?:years?|months?|weeks?|days?|hours?|minutes?)\b|(?:st|nd|rd|th|am|pm)\b|\w|[.:/]\d|-",
    re.IGNORECASE,
)
"""What behind a number makes it no count: a length of time, an ordinal, a name."""
_HEDGE = re.compile(
    r"\b(more than|just over|over|at least|nearly|almost|just under|less than|fewer than|under|up to|about|around|"
    r"some|approximately|roughly|well over)\s+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number of a text, with its characters."""

    start: int
    end: int
    value: Decimal
    """Of a share or a factor, per cent: 50 for `half` and `halved`."""
    hedge: str
    words: str
    spelled: bool
    """Whether a share is in words, and so a round one."""
    mark: str
    """What stands for it, as `⟨n3⟩`."""
    at: int
    """Where its mark stands."""
    way: int
    """1 for a factor that raises (`doubled`), -1 for one that lowers, 0 for every other number."""


@dataclass(frozen=True, kw_only=True)
class Marked:
    """A text with marks, and the numbers that they stand for."""

    text: str
    numbers: Sequence[Number]
    starts: Sequence[int]
    """Where each number begins in the text as it was."""

    def number(self, mark: str) -> Number:
        """Return the number of a mark, as `⟨n3⟩`."""
        return self.numbers[int(mark[2:-1])]

    def within(self, start: int, end: int) -> Number | None:
        """Return the first number that begins among these characters."""
        i = bisect_left(self.starts, start)
        return self.numbers[i] if i < len(self.starts) and self.starts[i] < end else None


def marked(text: str) -> Marked:
    """Return a text with its numbers marked."""
    dates = spans(text)
    starts = [s.start for s in dates]
    numbers: list[Number] = []
    pieces: list[str] = []
    at = length = 0
    for m in _NUMBER.finditer(text):
        i = bisect_right(starts, m.start()) - 1
        share = bool(m["factor"] or m["part"] or m["percent"] or m["spelled"])
        if (i >= 0 and m.start() < dates[i].end) or (not share and not _is_count(text, m)):
            continue
        hedge = _HEDGE.search(text, max(0, m.start() - 16), m.start())
        mark = f"⟨{'p' if share else 'n'}{len(numbers)}⟩"
        length += m.start() - at
        numbers.append(
            Number(
                start=m.start(),
                end=m.end(),
                value=_value(m),
                hedge=hedge[1].lower() if hedge else "",
                words=m[0],
                mark=mark,
                at=length,
                way=_WAYS.get((m["factor"] or "").lower(), 0),
                spelled=not (m["percent"] or m["spelled"]),
            )
        )
        pieces += [_plain(text[at : m.start()]), mark]
        at, length = m.end(), length + len(mark)
    return Marked(
        text="".join([*pieces, _plain(text[at:])]), numbers=numbers, starts=[n.start for n in numbers]
    )


def _plain(words: str) -> str:
    """Return words without the brackets of marks, which a text may hold itself."""
    return words.replace("⟨", "(").replace("⟩", ")")


def _is_count(text: str, m: re.Match[str]) -> bool:
    return not _YEAR.fullmatch(m[0]) and not _NO_COUNT.match(text, m.end())


def _value(m: re.Match[str]) -> Decimal:
    if m["factor"]:
        return Decimal(_FACTORS[m["factor"].lower()])
    if m["part"]:
        return _TIMES[(m["times"] or "").lower()] * _PARTS[m["part"].lower()]
    if m["digits"]:
        return Decimal(m["digits"].replace(",", "")) * SCALES.get((m["scale"] or "").lower(), 1)
    return Decimal(sum(SMALL_NUMBERS[word] for word in re.split(r"[\s-]", m["words"].lower())))
