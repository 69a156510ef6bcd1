"""What the pages of a line are asked: a period, some lines, and why numbers are to be shown."""

from datetime import date

from django import forms

from clewline.web.frame.words import InWords


class Period(forms.Form):
    """The local days of the records; both may be left empty, and are in the page's address."""

    first = forms.DateField(required=False, label="From")
    last = forms.DateField(required=False, label="To")

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", "The last day is before the first.")
        return found

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day, each none where it is not asked."""
        return self.cleaned_data.get("first"), self.cleaned_data.get("last")

    @property
    def asked(self) -> dict[str, str]:
        """The period as an address holds it."""
        return {name: day.isoformat() for name, day in self.cleaned_data.items() if day is not None}


class Reason(forms.Form):
    """Why other people's numbers are to be shown: words that stay in the record of the case."""

    reason = InWords(label="Why do you need the numbers?")
    mark = forms.CharField(required=False, max_length=80, widget=forms.HiddenInput)
    page = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    first = forms.DateField(required=False, widget=forms.HiddenInput)
    last = forms.DateField(required=False, widget=forms.HiddenInput)


class Sought(forms.Form):
    """Which of the recorded lines are listed."""

    about = forms.CharField(required=False, label="Name, id, number or force", max_length=100)
