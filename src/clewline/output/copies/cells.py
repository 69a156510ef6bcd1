"""Texts of copies: none begins a formula, and a telephone number stays usable.

A number in E.164 begins with a plus sign, which begins a formula too. In a cell it is written as RFC 3966 does,
`tel:+447700900123`: text to every spreadsheet, no digit lost, and read by telephones and programs alike.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from clewline.bulletin.safe import spreadsheet_safe
from clewline.output.words import printable

_PHONE = re.compile(r"\+[0-9]{3,15}")


def is_phone(text: str) -> bool:
    """Return whether the text is one telephone number in E.164."""
    return _PHONE.fullmatch(text) is not None


def cell(value: Any) -> Any:
    """Return a value as a cell of a file that spreadsheets open without asking."""
    if isinstance(value, str):
        text = printable(value)
        if all(map(is_phone, text.split(", "))):
            return ", ".join(f"tel:{one}" for one in text.split(", "))
        return spreadsheet_safe(text)
    if isinstance(value, datetime | date):
        return value.isoformat()
    return "" if value is None else value


def plain(value: str) -> str:
    """Return a text for a file that is no sheet of cells, but may become one: a telephone number as it is, and nothing
    else that begins a formula.
    """
    text = printable(value)
    return text if is_phone(text) else str(spreadsheet_safe(text))


def written(row: Mapping[str, Any], columns: Sequence[str]) -> list[Any]:
    """Return the cells of a row."""
    return [cell(row.get(column)) for column in columns]
