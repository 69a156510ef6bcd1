"""Cells that a spreadsheet takes for text and never for a formula: the one place that says which texts can be one."""

import re
from unicodedata import category, normalize

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters at which spreadsheets begin to calculate, or that hide one that does; wide and small forms of them,
as `＝`, begin a formula where an East Asian keyboard is set.
"""
_PARTING = re.compile(r"([;\t\r\n])")
"""Characters at which a spreadsheet set for another country, or told so, begins a new cell."""


def spreadsheet_safe(value: object) -> object:
    """Return the value; a text that a spreadsheet could take for a formula gets an apostrophe before it.

    Numbers, days and nothing pass as they are: only text from outside can carry a formula.
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    inner = value.lstrip()
    first, *rest = _PARTING.split(inner)
    first = value[: len(value) - len(inner)] + first
    safe = first + "".join(
        parting + ("'" + part if _calculates(part.lstrip("\"' ")) else part)
        for parting, part in zip(rest[::2], rest[1::2], strict=True)
    )
    return "'" + safe if _calculates(value) else safe


def _calculates(text: str) -> bool:
    """Return whether a spreadsheet could begin to calculate at this text, spaces and unseen characters passed over."""
    for character in text:
        wide = normalize("NFKC", character)
        if wide.startswith(STARTS):
            return True
        if not (wide.isspace() or category(character)[0] in "CZ"):
            return False
    return False
