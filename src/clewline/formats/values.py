"""One cell to one value: days, numbers, codes, and names that a reference list must know. Nothing is guessed."""

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, get_args, get_origin

from clewline.formats.mapping import DateStyle, Take

Reader = Callable[[str], Any]


class Unreadable(Exception):
    """A cell that holds no value of the sort that is needed; the workflow turns it into a `Problem`."""

    def __init__(self, rule: str, what: str, do: str) -> None:
        super().__init__(rule)
        self.rule, self.what, self.do = rule, what, do


@dataclass(frozen=True)
class Lists:
    """The reference lists that names and codes must be in."""

    offences: Container[str]
    """CJS offence codes."""
    drugs: Mapping[str, str]
    """Casefolded names of drugs as forces write them, and the record's name."""
    forces: Mapping[str, str]
    """Casefolded names and codes of forces, and the record's name."""


_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?Z?)?")
_SLASHED = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?")
_WORDED = re.compile(
    r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?[ -]([0-9]{4})(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"
)
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[/. -](?:[0-9]{1,2}|[A-Za-z]{3,9})[/. -][0-9]{2}(?: .*)?")
_SERIAL = re.compile(r"[34][0-9]{4}(?:\.[0-9]+)?")
_NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|[+-]?\.[0-9]+")
_EARLIEST = date(1900, 1, 1)


def day(text: str, style: DateStyle) -> date:
    """Return the day that a cell names in the system's style; a year-first day is never ambiguous and always read.

    :raises Unreadable: it is no day, or could be read in two ways.
    """
    if found := _ISO.fullmatch(text):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if _SHORT_YEAR.fullmatch(text):
        raise Unreadable(
            "ambiguous-date", "The year has two digits.", "Export days with the year in four digits."
        )
    if _SERIAL.fullmatch(text):
        raise Unreadable(
            "serial-number-for-date",
            "A spreadsheet's serial number stands where a day should be.",
            "Format the column as a date and export again.",
        )
    if found := _WORDED.fullmatch(text):
        month = _MONTHS.get(found[2][:3].casefold())
        if month is not None:
            return _date(int(found[3]), month, int(found[1]))
    if found := _SLASHED.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if style == "dd/mm/yyyy":
            return _date(year, second, first)
        if first <= 12 and second <= 12 and first != second:
            raise Unreadable(
                "ambiguous-date",
                f"The day could be day-first or month-first; this system writes {style}.",
                f"Write the day as {style}.",
            )
        return _date(year, *((second, first) if second <= 12 else (first, second)))
    raise Unreadable("not-a-date", f"This is not a day as {style}.", f"Write the day as {style}.")


def _date(year: int, month: int, day_of_month: int) -> date:
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        raise Unreadable(
            "impossible-date", "There is no such day in the calendar.", "Correct the day at its source."
        ) from None
    if found < _EARLIEST:
        raise Unreadable("impossible-date", "The day is before 1900.", "Correct the day at its source.")
    return found


def number(text: str) -> Decimal:
    """Return a plain decimal number, with thousands commas and a pound sign allowed.

    :raises Unreadable: it is not one.
    """
    bare = text.replace("£", "").strip()
    if not _NUMBER.fullmatch(bare):
        raise Unreadable("not-a-number", "This is not a number.", "Write digits, with a point for decimals.")
    return Decimal(bare.replace(",", ""))


def whole(text: str) -> int:
    """Return a whole number.

    :raises Unreadable: it is not one.
    """
    found = number(text)
    if found != found.to_integral_value():
        raise Unreadable("not-whole", "This is not a whole number.", "Write a whole number.")
    return int(found)


def age_on(on: date, born: date) -> int:
    """Return the age in whole years.

    :raises Unreadable: the birth is after the day.
    """
    if born > on:
        raise Unreadable(
            "before-birth",
            "The event is before the person's birth.",
            "Correct the event's or the birth's day.",
        )
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def reader(field: str, hint: Any, take: Take, style: DateStyle, lists: Lists) -> Reader:
    """Return what reads a field's cell: by the field's name where a list knows it, else by its type.

    The same few values fill most columns, so what was read once is remembered.
    """
    options = [h for h in get_args(hint) if h is not NoneType] if NoneType in get_args(hint) else [hint]
    read = _named(field, lists) or _typed(options[0], style)
    if take.codes is not None:
        read = _coded(take.codes, read)
    if take.times is not None:
        times = take.times
        plain = read
        read = lambda text: plain(text) * times  # noqa: E731 - one expression, used once
    return _remembering(read) if options[0] is not str or field in _LISTED else read


def _remembering(read: Reader) -> Reader:
    known: dict[str, Any] = {}

    def remembered(text: str) -> Any:
        try:
            return known[text]
        except KeyError:
            if len(known) > 50_000:
                known.clear()
            value = known[text] = read(text)
            return value

    return remembered


def _coded(codes: Mapping[str, str], then: Reader) -> Reader:
    def read(text: str) -> Any:
        word = codes.get(text.casefold())
        if word is None:
            raise Unreadable(
                "unknown-code",
                "The system's mapping does not know this code.",
                "Correct it, or add it to the mapping.",
            )
        return then(word)

    return read


_LISTED = ("offence", "drug", "force", "origin", "joint_with")


def _named(field: str, lists: Lists) -> Reader | None:
    """Return the reader of a field that a reference list knows."""
    if field == "offence":
        return lambda text: _offence(text, lists.offences)
    if field == "drug":
        return lambda text: _listed(text, lists.drugs, "unknown-drug", "drug")
    if field in ("force", "origin", "joint_with"):
        return lambda text: _listed(text, lists.forces, "unknown-force", "force")
    if field == "currency":
        return str.upper
    return None


def _offence(text: str, offences: Container[str]) -> str:
    code = text.upper().replace(" ", "")
    if code not in offences:
        raise Unreadable(
            "unknown-offence-code",
            "The code is not in the list of CJS offence codes.",
            "Correct the code, or bring the list up to date.",
        )
    return code


def _listed(text: str, names: Mapping[str, str], rule: str, noun: str) -> str:
    found = names.get(" ".join(text.casefold().split()))
    if found is None:
        raise Unreadable(
            rule, f"The reference list knows no {noun} of this name.", "Correct it, or add it to the list."
        )
    return found


def _typed(hint: Any, style: DateStyle) -> Reader:
    if get_origin(hint) is tuple:
        return lambda text: tuple(part.strip() for part in re.split(r"[;,|]", text) if part.strip())
    if choices := get_args(hint):
        return _choice({str(c).casefold(): c for c in choices})
    if hint is date:
        return lambda text: day(text, style)
    return _PLAIN[hint]


def _choice(words: Mapping[str, Any]) -> Reader:
    def read(text: str) -> Any:
        found = words.get(text.casefold())
        if found is None:
            raise Unreadable(
                "unknown-word",
                f"This is none of: {', '.join(words)}.",
                "Correct it, or give the mapping a code for it.",
            )
        return found

    return read


@cache
def _yes_no() -> Mapping[str, bool]:
    return {
        "yes": True,
        "y": True,
        "true": True,
        "1": True,
        "no": False,
        "n": False,
        "false": False,
        "0": False,
    }


def _truth(text: str) -> bool:
    found = _yes_no().get(text.casefold())
    if found is None:
        raise Unreadable("not-yes-or-no", "This is neither yes nor no.", "Write yes or no.")
    return found


_PLAIN: Mapping[Any, Reader] = {str: str, int: whole, Decimal: number, bool: _truth}
