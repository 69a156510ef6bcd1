"""A recorded time to instants: which style, in which zone. A local time may name two instants, or none."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from clewline.errors import BadDeclaration
from clewline.formats.values import Unreadable

TimeStyle = Literal[
    "yyyy-mm-dd hh:mm:ss",
    "dd/mm/yyyy hh:mm:ss",
    "mm/dd/yyyy hh:mm:ss",
    "dd mon yyyy hh:mm:ss",
    "yyyymmddhhmmss",
    "seconds since 1970",
    "milliseconds since 1970",
]
"""How a system writes a time. Separators of a date may be any of - / . and seconds may be left out."""

_CLOCK = r"(?P<H>[0-9]{1,2}):(?P<M>[0-9]{2})(?::(?P<S>[0-9]{2})(?:[.,](?P<f>[0-9]{1,9}))?)?"
_Z = r"Z|UTC|GMT|BST|[+-][0-9]{2}(?::?[0-9]{2})?"
_OFFSET = rf"(?: ?(?P<z>{_Z})(?:\[[A-Za-z_/]+\])?)?"
_D, _MO, _Y = r"(?P<d>[0-9]{1,2})", r"(?P<m>[0-9]{1,2})", r"(?P<y>[0-9]{4})"
_PATTERNS: dict[str, re.Pattern[str]] = {
    "yyyy-mm-dd hh:mm:ss": re.compile(rf"{_Y}[-/.]{_MO}[-/.]{_D}[T ]+{_CLOCK}{_OFFSET}"),
    "dd/mm/yyyy hh:mm:ss": re.compile(rf"{_D}[-/.]{_MO}[-/.]{_Y}[T ,]+{_CLOCK}{_OFFSET}"),
    "mm/dd/yyyy hh:mm:ss": re.compile(rf"{_MO}[-/.]{_D}[-/.]{_Y}[T ,]+{_CLOCK}{_OFFSET}"),
    "dd mon yyyy hh:mm:ss": re.compile(rf"{_D}[ -](?P<b>[A-Za-z]{{3,9}})[ -]{_Y}[T ,]+{_CLOCK}{_OFFSET}"),
    "yyyymmddhhmmss": re.compile(
        r"(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})T?(?P<H>[0-9]{2})(?P<M>[0-9]{2})(?P<S>[0-9]{2})"
        r"(?:[.,](?P<f>[0-9]{1,9}))?(?P<z>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?"
    ),
}
_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NAMED = {"Z": timedelta(0), "UTC": timedelta(0), "GMT": timedelta(0), "BST": timedelta(hours=1)}
_ISO = "yyyy-mm-dd hh:mm:ss"
FIRST_YEAR, LAST_YEAR = 1980, 2100
FARTHEST_OFFSET = timedelta(hours=14)
"""No zone is farther from UTC (Line Islands)."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Moment:
    """The instants that a recorded time can mean (UTC): the same one twice, unless a local hour occurred twice."""

    earliest: datetime
    latest: datetime


def zone(name: str) -> ZoneInfo:
    """Return the time zone of that name, as `Europe/London` or `UTC`.

    :raises BadDeclaration: there is none.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as wrong:  # the last: a folder of zones, as "Europe"
        raise BadDeclaration(f"There is no time zone {name!r}; name one as Europe/London or UTC.") from wrong


def reader(style: TimeStyle, zone_name: str | None) -> Callable[[str], Moment]:
    """Return what reads times of a style in a zone; a time that says its own offset from UTC is read by that.

    A year-first time is read in any style, since it can mean one thing only. What is returned raises `Unreadable`
    for a text that is no time, a time that the clocks skipped, a spreadsheet's serial number, or, where no zone is
    named, a time that does not say its offset.
    """
    where = None if zone_name is None else zone(zone_name)
    if style in ("seconds since 1970", "milliseconds since 1970"):
        return lambda text: _counted(text, 1 if style.startswith("s") else 1000)
    patterns = [_PATTERNS[style]] if style == _ISO else [_PATTERNS[style], _PATTERNS[_ISO]]

    def read(text: str) -> Moment:
        for pattern in patterns:
            if found := pattern.fullmatch(text):
                return _moment(found, where)
        raise _unread(text, style)

    return read


def local(moment: datetime, zone_name: str) -> datetime:
    """Return an instant as that zone's clocks showed it."""
    return moment.astimezone(zone(zone_name))


def _moment(found: re.Match[str], where: ZoneInfo | None) -> Moment:
    said = found.groupdict()
    fraction = (said.get("f") or "")[:6].ljust(6, "0")
    try:
        # The clock's reading; UTC stands for its zone until that is known.
        clock = datetime(
            int(said["y"]),
            _month(said["b"]) if said.get("b") else int(said["m"]),
            int(said["d"]),
            int(said["H"]),
            int(said["M"]),
            int(said["S"] or 0),
            int(fraction),
            tzinfo=UTC,
        )
    except ValueError:
        raise Unreadable(
            "impossible-time",
            "There is no such day or time.",
            "Check the style of the times; correct the time.",
        ) from None
    _in_range(clock.year)
    if said.get("z"):
        instant = clock - _offset(said["z"])
        return Moment(instant, instant)
    if where is None:
        raise Unreadable(
            "time-without-offset",
            "The time does not say its offset from UTC.",
            "Name the time zone of the file's times, as Europe/London or UTC.",
        )
    return in_zone(clock, where)


def _month(name: str) -> int:
    """Return the number of a month named in full or by its first three letters or more."""
    folded = name.casefold()
    for number, full in enumerate(_MONTHS, start=1):
        if full.startswith(folded):
            return number
    raise Unreadable("not-a-time", "The month is none of the twelve.", "Write the month in English.")


def in_zone(clock: datetime, where: ZoneInfo) -> Moment:
    """Return the instants at which a zone's clocks showed this time; a zone that `clock` itself names is set aside.

    :raises Unreadable: the clocks skipped it.
    """
    first = clock.replace(tzinfo=where, fold=0).astimezone(UTC)
    second = clock.replace(tzinfo=where, fold=1).astimezone(UTC)
    if first == second:
        return Moment(first, first)
    if first > second:
        raise Unreadable(
            "time-that-never-was",
            "The clocks went forward over this local time; it never was.",
            "Check the time zone of the export: the times are perhaps in UTC.",
        )
    return Moment(first, second)


def _offset(text: str) -> timedelta:
    if text in _NAMED:
        return _NAMED[text]
    digits = text[1:].replace(":", "").ljust(4, "0")
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if offset > FARTHEST_OFFSET or int(digits[2:]) > 59:
        raise Unreadable("impossible-time", "There is no such offset from UTC.", "Correct the time.")
    return -offset if text[0] == "-" else offset


def _counted(text: str, times: int) -> Moment:
    if not re.fullmatch(r"[0-9]{1,14}(?:\.[0-9]+)?", text):
        raise Unreadable("not-a-time", "This is no count since 1970.", "Check which column holds the time.")
    whole, _, part = text.partition(".")
    micro = int(whole) * (1_000_000 // times) + int((part + "000000")[:6]) // times
    try:
        instant = _EPOCH + timedelta(microseconds=micro)
    except OverflowError:
        raise Unreadable(
            "impossible-time",
            "The count since 1970 is beyond the calendar.",
            "Check whether the times are counted in seconds or in milliseconds.",
        ) from None
    _in_range(instant.year)
    return Moment(instant, instant)


def _in_range(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(
            "impossible-time", f"The year is not between {FIRST_YEAR} and {LAST_YEAR}.", "Correct the time."
        )


def _unread(text: str, style: str) -> Unreadable:
    if re.fullmatch(r"[34][0-9]{4}(?:\.[0-9]+)?", text):
        return Unreadable(
            "serial-number-for-time",
            "A spreadsheet's serial number stands where a time should be.",
            "Format the column as date and time and export again.",
        )
    if re.fullmatch(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2}[T ,].*", text):
        return Unreadable(
            "ambiguous-time", "The year has two digits.", "Export times with the year in four digits."
        )
    return Unreadable(
        "not-a-time", f"This is not a time as {style}.", "Check the style that the mapping names."
    )


_CLOCKED = re.compile(r"(?:([0-9]{1,2})[. ])?([0-9]{1,3}):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,9}))?")


@lru_cache(1 << 16)
def duration(text: str) -> timedelta:
    """Return a duration: seconds, or hours, minutes and seconds with colons, with days before them or not.

    :raises Unreadable: it is neither; two numbers with a colon may be hours or minutes, and are refused.
    """
    if re.fullmatch(r"[0-9]{1,7}(?:\.[0-9]+)?", text):
        return timedelta(seconds=float(text))
    if found := _CLOCKED.fullmatch(text):
        return timedelta(
            days=int(found[1] or 0),
            hours=int(found[2]),
            minutes=int(found[3]),
            seconds=int(found[4]),
            microseconds=int((found[5] or "")[:6].ljust(6, "0")),
        )
    if re.fullmatch(r"[0-9]{1,3}:[0-9]{2}", text):
        raise Unreadable(
            "ambiguous-duration",
            "The duration may be hours and minutes, or minutes and seconds.",
            "Export durations in seconds, or as hh:mm:ss.",
        )
    raise Unreadable("not-a-duration", "This is no duration.", "Write seconds, or hh:mm:ss.")
