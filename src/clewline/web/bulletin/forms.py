"""What a bulletin is written of, and a bulletin that something is done with."""

from datetime import date, datetime, timedelta
from secrets import token_hex

from django import forms

from clewline import reference
from clewline.web.bulletin.shown import STYLES
from clewline.web.figures.period import at_end_of


class Write(forms.Form):
    """The settings of a bulletin, as the command line has them."""

    start = forms.DateField(label="From", widget=forms.DateInput(attrs={"type": "date"}))
    end = forms.DateField(
        required=False,
        label="To",
        help_text="Left empty: the seventh day.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    style = forms.ChoiceField(label="Style", choices=list(STYLES.items()))
    force = forms.ChoiceField(label="Force", required=False)
    since = forms.DateField(
        required=False,
        label="First day of the programme",
        help_text="For example 1 November 2019: its totals and rates are told too. Left empty: they are not.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    known = forms.DateField(
        required=False,
        label="As known on",
        help_text="Left empty: as known now.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    body = forms.CharField(
        required=False,
        max_length=120,
        label="Who publishes it",
        help_text="Left empty: the force by its name.",
    )
    pressed = forms.CharField(widget=forms.HiddenInput, max_length=32, initial=lambda: token_hex(8))

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        forces = sorted((force.name, name) for name, force in reference.forces().items())
        self.fields["force"].choices = [("", "All forces"), *((name, title) for title, name in forces)]  # type: ignore[attr-defined]  # a field of choices

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins, and a programme that begins after it."""
        found = super().clean() or {}
        start, end, since = found.get("start"), found.get("end"), found.get("since")
        if isinstance(start, date) and isinstance(end, date) and end < start:
            self.add_error("end", "The last day is before the first.")
        if isinstance(start, date) and isinstance(since, date) and since > start:
            self.add_error("since", "The programme begins after the period.")
        return found

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day."""
        start: date = self.cleaned_data["start"]
        return start, self.cleaned_data["end"] or start + timedelta(days=6)

    def as_of(self, now: datetime) -> datetime:
        """Return the instant of knowledge: the end of the day that is named, or now."""
        return at_end_of(self.cleaned_data["known"], now)


class Chosen(forms.Form):
    """One bulletin, by its id."""

    id = forms.CharField(max_length=40, widget=forms.HiddenInput)
