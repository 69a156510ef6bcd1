"""One cell of an operator's table to one value, by its layout; each reader is a function of the text alone.

A reader returns `None` for what systems write where they have nothing: a dash, `NULL`, an IMEI of zeros.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from clewline.formats.phones import cell, device, grid, moment, number
from clewline.formats.phones.event import Direction, Service
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.values import Unreadable

Read = Callable[[str], Any]

LONGEST_REACH = 200_000.0
"""Metres; no cell of GSM, 3G, 4G or 5G serves farther."""

_NOTHING = frozenset({"-", "--", "n/a", "null", "(null)"})
_ALL_ROUND = frozenset({"omni", "omnidirectional", "omni-directional"})
_DECIMAL = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def readers(layout: PhoneLayout) -> dict[str, Read]:
    """Return what reads each sort of value of the layout; `Unreadable` is raised for what is none."""
    country = layout.country
    when = moment.reader(layout.times, layout.zone)

    def any_number(text: str) -> str:
        return number.number(text, country)

    plain: dict[str, Read] = {
        "number": lambda text: number.own_number(text, country),
        "other": any_number,
        "from": any_number,
        "to": any_number,
        "start": when,
        "end": when,
        "duration": moment.duration,
        "service": lambda text: cast(Service, _coded(text, layout.services, "service")),
        "direction": lambda text: cast(Direction, _coded(text, layout.directions, "direction")),
        "imei": lambda text: _unless_zeros(text, device.imei),
        "imsi": lambda text: _unless_zeros(text, device.imsi),
        "operator": str,
        "cell": cell.cell,
        "cell_from": cell.cell,
        "cell_to": cell.cell,
        "last_cell": cell.cell,
        "lat": lambda text: _degrees(text, 90),
        "lon": lambda text: _degrees(text, 180),
        "last_lat": lambda text: _degrees(text, 90),
        "last_lon": lambda text: _degrees(text, 180),
        "easting": lambda text: _number(text, 0, grid.EAST),
        "northing": lambda text: _number(text, 0, grid.NORTH),
        "azimuth": _azimuth,
        "reach": lambda text: _number(text, 0, LONGEST_REACH),
        "place": str,
    }
    return {what: _unless_nothing(read) for what, read in plain.items()}


def _unless_nothing(read: Read) -> Read:
    return lambda text: None if text.casefold() in _NOTHING else read(text)


def _unless_zeros(text: str, read: Read) -> Any:
    return read(text) if text.strip("0. ") else None


_OWN_WORDS: Mapping[str, Mapping[str, str]] = {
    "service": {w: w for w in ("call", "text", "multimedia", "data", "contact", "other")},
    "direction": {"out": "out", "in": "in", "outgoing": "out", "incoming": "in"},
}


def _coded(text: str, codes: Mapping[str, str], noun: str) -> str:
    folded = text.casefold()
    word = codes.get(folded) or _OWN_WORDS[noun].get(folded)
    if word is None:
        raise Unreadable(
            f"unknown-{noun}",
            f"The layout does not know this word for a {noun}.",
            f"Add it to the layout's [{noun}s], with what it means.",
        )
    return word


def _azimuth(text: str) -> int | None:
    if text.casefold() in _ALL_ROUND:
        return None
    return round(_number(text, 0, 360)) % 360


def _number(text: str, least: float, most: float) -> float:
    found = _decimal(text)
    if found is None or not least <= found <= most:
        raise Unreadable(
            "not-in-range",
            f"This is no number from {least:,.0f} to {most:,.0f}.",
            "Correct it at its source.",
        )
    return found


def _degrees(text: str, most: int) -> float:
    found = _decimal(text)
    if found is None or not -most <= found <= most:
        raise Unreadable(
            "not-degrees",
            f"This is no number of degrees from -{most} to {most}.",
            "Export coordinates as decimal degrees (WGS 84).",
        )
    return found


def _decimal(text: str) -> float | None:
    """Return a number written with a point or a decimal comma, and in no other of Python's ways."""
    return float(text.replace(",", ".")) if _DECIMAL.fullmatch(text) else None
