"""Cells that a spreadsheet takes for text and never for a formula."""

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
"""First characters at which spreadsheets begin to calculate, or that hide one that does."""


def spreadsheet_safe(value: object) -> object:
    """Return the value; a text that a spreadsheet could take for a formula gets an apostrophe before it.

    Numbers, days and nothing pass as they are: only text from outside can carry a formula.
    """
    if value is None:
        return ""
    if isinstance(value, str) and value.lstrip(" \u00a0\ufeff").startswith(STARTS):
        return "'" + value
    return value
