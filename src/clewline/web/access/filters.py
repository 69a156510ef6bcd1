"""Which lines of the access log are asked for."""

from typing import Any

from django import forms

from clewline.access import ACTS, HAPPENED, does
from clewline.store.accounts import log, people

WHAT = sorted(((name, does(name).capitalize()) for name in (*ACTS, *HAPPENED)), key=lambda one: one[1])
OUTCOMES = [("", "All"), (log.DONE, "Done"), (log.REFUSED, "Refused")]


class Filters(forms.Form):
    """The filters of the log: all are optional, and are in the page's address."""

    case = forms.CharField(required=False, label="Case", max_length=80)
    subject = forms.CharField(required=False, label="Of which", max_length=200)
    account = forms.CharField(required=False, label="Who (username)", max_length=80)
    act = forms.ChoiceField(required=False, label="What", choices=[("", "All"), *WHAT])
    outcome = forms.ChoiceField(required=False, label="Outcome", choices=OUTCOMES)
    first = forms.DateField(required=False, label="From")
    last = forms.DateField(required=False, label="To")

    def clean_account(self) -> int | None:
        """Return the number of the account of that username."""
        said = str(self.cleaned_data["account"])
        if not said:
            return None
        found = people.numbers([said])
        if not found:
            raise forms.ValidationError("There is no account of that username.")
        return found[0]

    def clean(self) -> dict[str, Any]:
        """Refuse a period that ends before it begins."""
        found = super().clean() or {}
        if found.get("first") and found.get("last") and found["last"] < found["first"]:
            self.add_error("last", "The last day is before the first.")
        return found

    def wanted(self) -> dict[str, Any]:
        """Return what the log is asked."""
        said = self.cleaned_data
        return {name: said.get(name) or None for name in self.base_fields}
