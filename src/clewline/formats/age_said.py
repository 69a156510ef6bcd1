"""An age as people write it: `15`, `about 15`, `15 years`, `3/5/2010`, `3 May 2010`; or that they do not know."""

import re
from datetime import date

from clewline.errors import BadInput

OLDEST = 120
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEARS = re.compile(
    r"(?:about|around|aged?|maybe|~)?\s*([0-9]{1,3})\s*(?:or so|years?(?: old)?|yrs?|yo|\?)?", re.I
)
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[\s/.\-]+([0-9]{1,2}|[a-z]{3,9})[\s/.,\-]+([0-9]{4})", re.I)


def age_said(text: str, on: date) -> int | None:
    """Return the age in whole years that a text says, on a day; none where it says none that can be told.

    :raises BadInput: it says a day that is to come, or an age that nobody has.
    """
    said = " ".join(text.split())
    if years := _YEARS.fullmatch(said):
        return _of_a_life(int(years[1]))
    born = _born(said)
    if born is None:
        return None
    return _of_a_life(on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


def _born(said: str) -> date | None:
    found = _DAY.fullmatch(said)
    if found is None:
        return None
    month = found[2][:3].lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdecimal() else 0
    try:
        return date(int(found[3]), number, int(found[1]))
    except ValueError:
        return None


def _of_a_life(age: int) -> int:
    if age < 0:
        raise BadInput("The date of birth is in the future.")
    if age > OLDEST:
        raise BadInput("Enter an age of 120 years or less, or a date of birth as 3 May 2010.")
    return age
