"""The most telling numbers of a week: its headline and its lead."""

from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.opening import during, the
from clewline.bulletin.write.telling import Piece, capital, joined, tell
from clewline.figures import Counted

LEADING: tuple[tuple[str, ...], ...] = (
    ("people_safeguarded", "children_safeguarded", "safeguarding_referrals"),
    ("lines_closed",),
    ("arrests",),
    ("people_charged",),
    ("drugs_seized_value",),
    ("weapons_seized",),
    ("cash_seized",),
)
"""Figures in the order in which they lead, whom the work protected first (docs/decisions); of several in one place
the first that is told. Each wording says what was done for people, so that none is a bare number of them."""

IN_HEADLINE = 3
IN_LEAD = 4

_WEEK = 7


def headline(contents: Contents) -> Piece:
    """Return the headline: the first numbers, rounded with true hedges, and the time."""
    leading = _leading(contents)[:IN_HEADLINE]
    if not leading:
        return Piece(text=title(contents))
    days = (contents.end - contents.start).days + 1
    told = joined([tell(counted, contents.stated, round_it=True) for counted in leading])
    when = "in a week" if days == _WEEK else during(contents.start, contents.end)
    return Piece(text=f"County lines: {told.text} {when}", told=told.told)


def title(contents: Contents) -> str:
    """Return a headline without numbers of results: the body and the days."""
    return f"County lines: results of {the(contents.body)} {during(contents.start, contents.end)}"


def lead(contents: Contents) -> Piece:
    """Return the first sentence: who did what in which days, without rounding."""
    leading = _leading(contents)[:IN_LEAD]
    opening = f"{capital(during(contents.start, contents.end))}, {the(contents.body)} and partners"
    if not leading:
        return Piece(text=f"{opening} worked against county lines and to protect those exploited by them.")
    told = joined([tell(counted, contents.stated, form="active") for counted in leading])
    return Piece(text=f"{opening} {told.text}.", told=told.told)


def _leading(contents: Contents) -> list[Counted]:
    found = []
    for names in LEADING:
        of_place = (contents.week.find(name) for name in names)
        if (counted := next((c for c in of_place if c is not None), None)) is not None:
            found.append(counted)
    return found
