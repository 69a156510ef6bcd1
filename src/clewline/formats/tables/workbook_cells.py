"""The text of a workbook's cell, exactly, or why it has none: numbers, dates, shared texts and their styles."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum

from clewline.errors import BadInput
from clewline.formats.tables.text import FORBIDDEN
from clewline.formats.tables.workbook_parts import Attributes, Limits, Parts

# Halves of a surrogate pair are left as they stand: alone they are no character.
_ESCAPED = re.compile(r"_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_")
# In a number format these are shown as they stand: "text", \c, _c (a gap), *c (fill), [Red], [$-809].
_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_LAST_DAY = 2_958_465  # 31 December 9999


class Style(Enum):
    """How a number is meant."""

    NUMBER = 0
    DATE = 1
    """A day, a time of day, or both, counted in days from the workbook's first day."""
    CLOCK = 2
    """A time of day alone."""
    ELAPSED = 3
    """Hours that may be more than 24."""


# ECMA-376 part 1, 18.8.30: the formats that have no text in the file. 27 to 36 and 50 to 58 are East Asian dates.
_BUILT_IN = {
    **dict.fromkeys([*range(14, 18), 22, *range(27, 37), *range(50, 59)], Style.DATE),
    **dict.fromkeys([*range(18, 22), 45, 47], Style.CLOCK),
    46: Style.ELAPSED,
}


class Fault(Enum):
    """Why a cell has no text."""

    ERROR = "error-value"
    DIGITS = "digits-lost"
    DATE = "not-a-date"
    NUMBER = "not-a-number"
    FORMULA = "formula"


@dataclass(frozen=True)
class Texts:
    """The texts that cells share, by number."""

    texts: list[str]
    spoiled: bool
    """Whether one of them holds a forbidden character."""


def style_of(pattern: str) -> Style:
    """Return how a number with this format is meant: `dd/mm/yyyy` is a date, `#,##0.00` a number."""
    shown = _SHOWN.sub("", pattern.partition(";")[0]).lower().replace("general", "")
    if "[" in shown:
        return Style.ELAPSED
    if re.search("[dy]", shown) or ("m" in shown and not re.search("[hs]", shown)):
        return Style.DATE
    return Style.CLOCK if re.search("[hs]", shown) else Style.NUMBER


def read_styles(parts: Parts, name: str | None) -> list[Style]:
    """Return how each cell style of the workbook means its numbers."""
    patterns: dict[str, Style] = {}
    styles: list[Style] = []
    inside = ""

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal inside
        if tag in ("cellXfs", "cellStyleXfs"):
            inside = tag
        elif tag == "numFmt":
            patterns[attributes.get("numFmtId", "")] = style_of(attributes.get("formatCode", ""))
        elif tag == "xf" and inside == "cellXfs":
            number = attributes.get("numFmtId", "0")
            built_in = _BUILT_IN.get(int(number), Style.NUMBER) if number.isdigit() else Style.NUMBER
            styles.append(patterns.get(number, built_in))

    if name:
        parts.parse(name, start=start)
    return styles or [Style.NUMBER]


def read_texts(parts: Parts, name: str | None, limits: Limits) -> Texts:
    """Return the shared texts of the workbook.

    :raises BadInput: there are more than can be held.
    """
    texts: list[str] = []
    pieces: list[str] = []
    reading = phonetic = False
    size = 0

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal reading, phonetic
        if tag == "t":
            reading = not phonetic
        elif tag == "rPh":
            phonetic = True

    def end(tag: str) -> None:
        nonlocal reading, phonetic
        if tag == "t":
            reading = False
        elif tag == "rPh":
            phonetic = False
        elif tag == "si":
            texts.append(unescaped("".join(pieces)))
            pieces.clear()
            if len(texts) > limits.texts or size > limits.texts_size:
                raise BadInput(
                    f"The workbook has more than {limits.texts:,} different texts; have it sent as CSV."
                )

    def text(piece: str) -> None:
        nonlocal size
        if reading:
            size += len(piece)
            pieces.append(piece)

    if name:
        parts.parse(name, start=start, end=end, text=text)
    return Texts(texts, spoiled=any(FORBIDDEN.search(text) for text in texts))


def unescaped(text: str) -> str:
    """Return the text with `_x000D_` as the character that it stands for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def number_text(stored: str) -> str | Fault:
    """Return a stored number without exponent or trailing `.0`, by the shortest digits that give it back.

    A whole number of 16 digits or more has lost digits already: spreadsheet programs keep 15 and write zeros for
    the rest, so an ICCID or an account number would be another one.
    """
    try:
        number = float(stored)
    except ValueError:
        return Fault.NUMBER
    if number != number or abs(number) == float("inf"):
        return Fault.NUMBER
    if number == int(number):
        return Fault.DIGITS if abs(number) >= 1e15 else str(int(number))
    digits = repr(number)
    return f"{Decimal(digits):f}" if "e" in digits else digits


def time_text(stored: str, style: Style, *, from_1904: bool) -> str | Fault:
    """Return a stored day count as ISO 8601: `2023-03-01`, `2023-03-01T10:30:00`, `10:30:00`, or `30:00:00` elapsed.

    A fraction of a second is kept to the millisecond; below that a stored time is rounding error.
    """
    try:
        days = float(stored)
        milliseconds = round(days * 86_400_000)
    except (ValueError, OverflowError):
        return Fault.DATE
    whole, rest = divmod(milliseconds, 86_400_000)
    if milliseconds < 0 or whole > _LAST_DAY:
        return Fault.DATE
    seconds, thousandths = divmod(rest, 1000)
    fraction = f".{thousandths:03}" if thousandths else ""
    hours = seconds // 3600 + (24 * whole if style is Style.ELAPSED else 0)
    clock = f"{hours:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"
    if style is Style.ELAPSED or (style is Style.CLOCK and not whole):
        return clock
    day = _day(whole, from_1904=from_1904)
    if day is None:
        return Fault.DATE
    return f"{day.isoformat()}T{clock}" if rest else day.isoformat()


def _day(count: int, *, from_1904: bool) -> date | None:
    """Return the day; None for 0 and for 60, which is 29 February 1900 to Excel: a day that never was."""
    if from_1904:
        return date(1904, 1, 1) + timedelta(count) if count <= _LAST_DAY - 1462 else None
    if count in (0, 60):
        return None
    return date(1899, 12, 31 if count < 60 else 30) + timedelta(count)
