"""Which period and force the figures are of."""

from datetime import UTC, date, datetime, time, timedelta

from django import forms

from clewline import reference
from clewline.bulletin.week import financial_year
from clewline.workflow import published

PROGRAMME = date(2019, 11, 1)
"""First day of the programme that forces report on."""
LONGEST = 366 * 30
"""Days of a period above which it is surely a slip."""


class Period(forms.Form):
    """The period of a page of figures; it is in the page's address."""

    start = forms.DateField(label="From")
    end = forms.DateField(label="To")
    force = forms.ChoiceField(label="Force", required=False)
    known = forms.DateField(label="As known on", required=False)

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        forces = sorted((force.name, name) for name, force in reference.forces().items())
        choices = [("", "All forces"), *((name, title) for title, name in forces)]
        self.fields["force"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins, or is longer than a working life."""
        found = super().clean() or {}
        start, end = found.get("start"), found.get("end")
        if isinstance(start, date) and isinstance(end, date):
            if end < start:
                self.add_error("end", "The last day is before the first.")
            elif (end - start).days > LONGEST:
                self.add_error("end", "The period is longer than thirty years.")
        return found


def usual(body: str, today: date) -> dict[str, str]:
    """Return the period that is shown first: the last week of action about which the person's force published
    numbers, or else the last whole week.
    """
    force = body if body in reference.forces() else ""
    weeks = [
        (p.period_start, p.period_end)
        for p in map(published.facts_of, published.standing())
        if p.period_kind in (None, "week")
        and p.period_start
        and p.period_end
        and p.body in (force or None, None)
    ]
    if weeks:
        start, end = max(weeks)
    else:
        end = today - timedelta(days=today.isoweekday())
        start = end - timedelta(days=6)
    return {"start": start.isoformat(), "end": end.isoformat(), "force": force}


def presets(start: date, end: date) -> list[tuple[str, date, date]]:
    """Return periods that people ask for, beside the one that they see."""
    week, day = timedelta(days=7), timedelta(days=1)
    begins, month = financial_year(end), end.replace(day=1)
    return [
        ("The week before", start - week, start - day),
        ("The week after", end + day, end + week),
        ("That calendar month", month, (month + timedelta(days=31)).replace(day=1) - day),
        ("Financial year to that day", begins, end),
        ("The whole financial year", begins, begins.replace(year=begins.year + 1) - day),
        ("The programme, since November 2019", PROGRAMME, end),
    ]


def at_end_of(day: date | None, now: datetime) -> datetime:
    """Return the last instant of a day, or now where that is earlier or no day is named."""
    return now if day is None else min(now, datetime.combine(day, time.max, UTC))
