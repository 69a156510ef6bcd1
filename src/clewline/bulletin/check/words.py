"""The words around a number: what a finding quotes, the sentence that a claim stands in, how an amount is said."""

import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from clewline.bulletin.check.dates import MONTHS
from clewline.bulletin.check.finding import Named, Quoted
from clewline.bulletin.claim import Quote
from clewline.bulletin.week import as_written

_END = re.compile(r"[.!?][\"”’')]*\s+(?=[\"“‘'(]?[A-Z0-9£€])|[\n\r]+")
_REACH = 600
"""Characters to each side in which the ends of a sentence are looked for, so that no text makes the check slow."""


def quoted(named: Named, start: int, end: int) -> Quoted:
    """Return these characters of a text as a quote."""
    return Quoted(source=named.name, quote=Quote(text=named.reading.text[start:end], start=start, end=end))


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence, or the line, begins and ends that holds these characters."""
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    # a little beyond the start, so that a sentence may begin with these characters
    begins = max((m.end() for m in _END.finditer(text, first, start + 3) if m.end() <= start), default=first)
    ends = next((m.start() + 1 for m in _END.finditer(text, end, last)), last)
    return begins, ends


def spoken(value: Decimal, unit: str) -> str:
    """Return an amount as a bulletin says it: `£77,115`, `60 per cent`, `43.9 kg`, `222`."""
    if unit == "percent":
        rounded = value.quantize(Decimal("0.1"), ROUND_HALF_UP)
        whole = rounded == rounded.to_integral_value()
        return f"{rounded.quantize(Decimal(1)) if whole else rounded} per cent"
    return as_written(value, unit)


def spoken_day(day: date) -> str:
    """Return a day as a bulletin says it: `2 April 2023`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def one_line(words: str, most: int = 60) -> str:
    """Return quoted words on one line, cut where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def listed(parts: list[str]) -> str:
    """Return `a`, `a and b`, or `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def capital(words: str) -> str:
    """Return words with a capital first letter."""
    return words[:1].upper() + words[1:]
