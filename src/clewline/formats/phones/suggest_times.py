"""Which styles of time fit the values of a sample."""

import re
from collections.abc import Sequence
from typing import Literal, get_args

from clewline.formats.phones import moment
from clewline.formats.phones.moment import TimeStyle
from clewline.formats.values import Unreadable

Shape = Literal["whole", "date", "clock", "none"]

NEARLY_ALL = 0.9
"""Share of a sample's times that a style reads, at the least, to be the file's."""

_ISO: TimeStyle = "yyyy-mm-dd hh:mm:ss"
_CLOCK = re.compile(
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?(?:Z|UTC|GMT|BST|[+-][0-9]{2}:?[0-9]{2}))?"
)
_DATE = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}|[0-9]{1,2}[ -][^\W\d]{3,9}[ -][0-9]{4}")
_OFFSET = re.compile(r".*[0-9 ](?:Z|UTC|GMT|BST|[+-][0-9]{2}(?::?[0-9]{2})?)(?:\[[A-Za-z_/]+\])?")


def shape(values: Sequence[str]) -> Shape:
    """Return whether the values of a column are whole times, days alone, clock times alone, or something else."""
    if not values:
        return "none"
    if all(map(_CLOCK.fullmatch, values)):
        return "clock"
    if all(map(_DATE.fullmatch, values)):
        return "date"
    # A few that cannot be read do not make a column of times another thing.
    times = sum(bool(_DATE.match(value) and ":" in value) or value.isdecimal() for value in values)
    return "whole" if times * 2 > len(values) else "none"


def styles(times: Sequence[str]) -> tuple[TimeStyle, ...]:
    """Return the styles that read the most of these times; several where they differ in what the times mean.

    None where no style reads nearly all: a time that cannot be read is for the intake to report, and does not make
    the style of the others uncertain, but a column of which much cannot be read is not understood.
    """
    if not times:
        return ()
    if all(_reads(_ISO, time) for time in times):
        return (_ISO,)
    # Each style also reads a year-first time, so none fits by those alone.
    fits = {style: sum(_reads(style, time) for time in times) for style in get_args(TimeStyle)}
    most = max(fits.values())
    if most < NEARLY_ALL * len(times):
        return ()
    return tuple(style for style, read in fits.items() if read == most)


def says_offset(time: str) -> bool:
    """Return whether a time says its own offset from UTC."""
    return _OFFSET.fullmatch(time) is not None


def ambiguous_duration(values: Sequence[str]) -> bool:
    """Return whether a duration among these may be hours and minutes, or minutes and seconds."""
    return any(re.fullmatch(r"[0-9]{1,3}:[0-9]{2}", value) for value in values)


def _reads(style: TimeStyle, time: str) -> bool:
    try:
        moment.reader(style, "UTC")(time)
    except Unreadable:
        return False
    return True
