"""What is wrong with a received record, said so that its sender can mend it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One input record that was not taken in (or, with `records=0`, a notice about one that was).

    A problem never holds the value itself: it is printed and logged, and the value may be a person's name.
    """

    line: int
    """Line of the file, counted from 1, on which the record begins; the row of a sheet."""
    rule: str
    """Stable name of the rule that refused it, as `ambiguous-date`."""
    what: str
    """A sentence that says what is wrong."""
    do: str
    """A sentence that says what to do about it."""
    sheet: str | None = None
    column: str | None = None
    value_class: str | None = None
    """What sort of value stood there, as `text of 12 characters`; never the value."""
    records: int = 1
    """How many input records the problem accounts for; 0 is a notice."""


def value_class(value: object) -> str:
    """Return the sort of a value without telling it, as `empty`, `number` or `text of 12 characters`."""
    text = "" if value is None else str(value).strip()
    if not text:
        return "empty"
    if text.lstrip("+-£$€").replace(",", "").replace(".", "", 1).isdigit():
        return "number"
    if any(c.isdigit() for c in text) and all(c.isdigit() or c in "/-.: TZ" for c in text):
        return "date-like"
    return f"text of {len(text)} character{'s' if len(text) != 1 else ''}"
