"""A period that does not fit its name, or that ends before it starts."""

import re
from collections.abc import Iterator, Mapping, Sequence

from clewline.bulletin.check.dates import Span, spans, years
from clewline.bulletin.check.finding import Finding, Named, Severity
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.words import one_line, quoted, sentence_around
from clewline.formats.stated.numbers import SMALL_NUMBERS

_N = "|".join(word for word, n in SMALL_NUMBERS.items() if n)
_NAME = re.compile(
    rf"\b(?:(?P<n>\d\d?|{_N})[-\s])?(?P<name>weekend|fortnight|week|month|year|day)"
    r"(?:(?P<long>-long)\b|(?P<many>s)\b|\b)(?:['’]s?)?"
    r"(?!\s+(?:ago|later|before|after|earlier|since|prior))",
    re.IGNORECASE,
)
_LENGTHS: Mapping[str, tuple[int, int]] = {
    "day": (1, 1),
    "weekend": (2, 3),
    "week": (7, 7),
    "fortnight": (14, 14),
    "month": (28, 31),
    "year": (365, 366),
}
"""Least and greatest number of days of what a period is called."""
_BARE = frozenset(("week", "weekend", "fortnight"))
"""Names that are a period without a number before them; `a day`, `this month` and `last year` seldom are one."""
_LOOSE: Mapping[str, range] = {"week": range(5, 9), "fortnight": range(12, 16)}
"""Days of what is loosely called so: a working week, or with the day on which it ends."""
_BEFORE, _BEHIND = 60, 25
"""Characters between a period's name and its dates, where the name stands before or behind them."""
_NO_LINK = re.compile(r"\d|[;:]|\b(?:and|but|while|when|after|since)\b", re.IGNORECASE)


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        for span in spans(named.reading.text):
            lengths = set() if span.single else _lengths(span, years(span, named.reading))
            if lengths and (found := _judged(named, span, lengths)):
                yield found


def _lengths(span: Span, possible: Sequence[int]) -> set[int]:
    """Return how many days the span may have."""
    ends = [span.days(year) for year in possible]
    return {(last - first).days + 1 for first, last in ends if first and last}


def _judged(named: Named, span: Span, lengths: set[int]) -> Finding | None:
    dates = quoted(named, span.start, span.end)
    if max(lengths) < 1:
        return Finding(
            severity="wrong", sentence="The period ends before it starts: check both days.", quotes=(dates,)
        )
    name = _name(named.reading.text, span)
    if name is None:
        return None
    n, called = _number(name["n"]), name["name"].lower()
    least, greatest = (n * days for days in _LENGTHS[called])
    if any(least <= length <= greatest for length in lengths):
        return None
    days = min(lengths)
    loose = n == 1 and days in _LOOSE.get(called, ())
    severity: Severity = "note" if loose else "doubtful"
    has = str(least) if least == greatest else f"{least} to {greatest}"
    words = quoted(named, min(name.start(), span.start), max(name.end(), span.end))
    return Finding(
        severity=severity,
        sentence=f"These dates are {days} days, and “{one_line(name[0])}” says {has}: check the days, or call "
        "it otherwise.",
        quotes=(words,),
    )


def _name(text: str, span: Span) -> re.Match[str] | None:
    """Return the name of the period whose dates these are, in the words just before or behind them."""
    start, end = sentence_around(text, span.start, span.end)
    before = [
        m
        for m in _names(text, max(start, span.start - _BEFORE), span.start)
        if _linked(text, m.end(), span.start)
    ]
    behind = [
        m for m in _names(text, span.end, min(end, span.end + _BEHIND)) if _linked(text, span.end, m.start())
    ]
    return before[-1] if before else behind[0] if behind else None


def _names(text: str, start: int, end: int) -> list[re.Match[str]]:
    found = _NAME.finditer(text, start, end)
    return [m for m in found if m["n"] or m["long"] or (m["name"].lower() in _BARE and not m["many"])]


def _linked(text: str, start: int, end: int) -> bool:
    """Whether nothing between name and dates begins another thought."""
    return _NO_LINK.search(text, start, end) is None


def _number(words: str | None) -> int:
    if words is None:
        return 1
    return int(words) if words.isdigit() else SMALL_NUMBERS[words.lower()]


RULE = Rule(
    name="period_name",
    finds="A period that does not fit its name (a “week” of nine days), or that ends before it starts.",
    why="Two weeks are compared as weeks. Where one has a day more, its numbers have too.",
    look=_look,
    examples=(
        Example(
            texts=("In seven days of action from 3 to 10 October 2022 the force made 46 arrests.",),
            severity="doubtful",
            sentence="These dates are 8 days, and “seven days” says 7: check the days, or call it otherwise.",
        ),
        Example(
            texts=("The county lines week ran from Monday, 3 October to Monday, 10 October 2022.",),
            severity="note",
            sentence="These dates are 8 days, and “week” says 7: check the days, or call it otherwise.",
        ),
        Example(
            texts=("The operation ran from 17 to 11 October 2021.",),
            severity="wrong",
            sentence="The period ends before it starts: check both days.",
        ),
        Example(texts=("A week of action (27 February to 5 March) brought 46 arrests.",), sentence=None),
    ),
)
