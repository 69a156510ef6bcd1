"""Where a page of what was found goes on."""

from datetime import date

from clewline.record import Entry
from clewline.web.case.filters import place


def read_place(text: str) -> tuple[str, date, int] | None:
    """Return case, day and number that a page goes on from; none where the text is no such place."""
    where, _, case = text.partition("~in~")
    known = place(where)
    return None if known is None or not case else (case, *known)


def place_of(number: int, last: Entry) -> str:
    """Return the place behind an entry."""
    return f"{last.day}~{number}~in~{last.case}"
