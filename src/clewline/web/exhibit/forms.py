"""What is asked of an authority, an exhibit, a move of one, a batch that is undone and a copy that is taken out."""

from datetime import date
from typing import Any, get_args

from django import forms

from clewline.record.kinds.authority import Authority
from clewline.record.kinds.custody_move import CustodyMove
from clewline.record.kinds.exhibit import Exhibit
from clewline.web.frame.words import InWords

NATURES = get_args(Authority.__annotations__["nature"])


def _day(label: str, hint: str = "", *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, help_text=hint, required=required, widget=forms.DateInput(attrs={"type": "date"})
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


class NewAuthority(forms.Form):
    """What allows data to be held, and what it covers."""

    reference = forms.CharField(label="Reference", max_length=80, help_text="Its unique reference.")
    nature = forms.ChoiceField(
        label="Kind", choices=[("", "Choose one"), *((one, one.capitalize()) for one in NATURES)]
    )
    identifiers = forms.CharField(
        label="Numbers and devices that it covers",
        widget=forms.Textarea,
        max_length=20_000,
        help_text="One a line: a number in full, or IMEI or IMSI before its digits.",
    )
    covers_from = _day("First day of records that it covers")
    covers_to = _day("Last day of records that it covers")
    given = _day("Day on which it was given", "Left empty: today.", required=False)
    expires = _day("Last day on which records may be taken in", required=False)
    purposes = forms.CharField(
        label="Statutory purposes",
        widget=forms.Textarea,
        required=False,
        max_length=5_000,
        help_text="One a line, in its own words.",
    )
    sorts = forms.CharField(
        label="Kinds of data that it covers",
        widget=forms.Textarea,
        required=False,
        max_length=1_000,
        help_text="One a line, as: events data; handset data. Left empty: it does not say.",
    )

    def facts(self) -> Authority:
        """Return what was said."""
        said = self.cleaned_data
        return Authority(
            nature=said["nature"],
            reference=said["reference"].strip(),
            purposes=_lines(said["purposes"]),
            identifiers=_lines(said["identifiers"]),
            covers_from=said["covers_from"],
            covers_to=said["covers_to"],
            data=_lines(said["sorts"]),
            expires=said["expires"],
        )

    def day(self, today: date) -> date:
        """Return the day on which it was given."""
        given: date = self.cleaned_data["given"] or today
        return given


class NewExhibit(forms.Form):
    """A thing that is held as evidence. A file becomes one when it is taken in."""

    reference = forms.CharField(label="Exhibit reference", max_length=80)
    description = forms.CharField(label="What it is", max_length=500)
    received = _day("Day on which it was received", "Left empty: today.", required=False)
    handed_over_by = forms.CharField(label="Who handed it over", max_length=200, required=False)
    received_by = forms.CharField(label="Who took it", max_length=200, required=False)

    def facts(self) -> Exhibit:
        """Return what was said."""
        said = self.cleaned_data
        return Exhibit(
            reference=said["reference"].strip(),
            description=said["description"].strip(),
            handed_over_by=said["handed_over_by"].strip() or None,
            received_by=said["received_by"].strip() or None,
        )

    def day(self, today: date) -> date:
        """Return the day on which it was received."""
        received: date = self.cleaned_data["received"] or today
        return received


class NewMove(forms.Form):
    """That an exhibit passed from one hand or place to another."""

    moved_from = forms.CharField(label="Who, or which store, gave it", max_length=200)
    moved_to = forms.CharField(label="Who, or which store, took it", max_length=200)
    purpose = forms.CharField(label="What for", max_length=300, required=False)
    on = _day("Day of the move", "Left empty: today.", required=False)

    def facts(self, exhibit: str) -> CustodyMove:
        """Return what was said of that exhibit."""
        said = self.cleaned_data
        return CustodyMove(
            exhibit=exhibit,
            moved_from=said["moved_from"].strip(),
            moved_to=said["moved_to"].strip(),
            purpose=said["purpose"].strip() or None,
        )

    def day(self, today: date) -> date:
        """Return the day of the move."""
        on: date = self.cleaned_data["on"] or today
        return on


class Because(forms.Form):
    """Why something is done that the record keeps the reason of."""

    reason = InWords(label="Why?", help_text="Your reason and your name are kept.")

    def __init__(self, *args: Any, label: str, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["reason"].label = label
