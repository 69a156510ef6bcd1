"""Where the marks of a line open: at an anchor of the same page, or wherever else a page says."""

from collections.abc import Callable

Opens = Callable[[str], str]
"""Gives the address at which a mark opens."""


def mark_id(mark: str) -> str:
    """Return the anchor of a mark, as `day-2024-03-04`."""
    return mark.replace(":", "-")


def in_page(mark: str) -> str:
    """Return the address of a mark's rows on the page itself."""
    return f"#r-{mark_id(mark)}"
