"""What is asked to weigh two phones, and to take a finding out."""

from typing import Any

from django import forms

from clewline.case.scope import identifiers
from clewline.errors import BadInput
from clewline.evidence.types import all_types
from clewline.web.record.forms import SelectDateWidget
from clewline.workflow.case_lines import Held


class Weighing(forms.Form):
    """Which two phones are weighed, by what, on which days."""

    line = forms.ChoiceField(label="The line's number", widget=forms.Select)
    phone = forms.ChoiceField(
        label="The other phone",
        widget=forms.Select,
        help_text="Only numbers, SIMs and handsets whose records the case holds can be weighed.",
    )
    types = forms.MultipleChoiceField(
        label="Kinds of evidence",
        widget=forms.CheckboxSelectMultiple,
        help_text="Each is weighed by itself; they are not combined.",
        error_messages={"required": "Select at least one kind of evidence."},
    )
    first = forms.DateField(
        required=False, label="First day", widget=SelectDateWidget, input_formats=["%d/%m/%Y"]
    )
    last = forms.DateField(
        required=False, label="Last day", widget=SelectDateWidget, input_formats=["%d/%m/%Y"]
    )

    def __init__(self, *args: Any, held: tuple[Held, ...], **named: Any) -> None:
        super().__init__(*args, **named)
        there = [(one.identifier, one.identifier) for one in held]
        for name in ("line", "phone"):
            self.fields[name].choices = [("", "Choose"), *there]  # type: ignore[attr-defined]  # a field of choices
        self.fields["types"].choices = [(name, kind.title) for name, kind in all_types().items()]  # type: ignore[attr-defined]  # the same
        self.fields["types"].initial = list(all_types())
        self.fields["first"].help_text = "Leave the days empty for all days of the records."

    def clean(self) -> dict[str, Any]:
        """Refuse a phone that is weighed with itself, and a period that ends before it begins."""
        said = super().clean() or {}
        if said.get("line") and said.get("line") == said.get("phone"):
            self.add_error("phone", "Choose another phone: a phone is not weighed with itself.")
        if said.get("first") and said.get("last") and said["last"] < said["first"]:
            self.add_error("last", "The last day is before the first.")
        return said


class TakingOut(forms.Form):
    """Which part of a finding is taken out, and why."""

    what = forms.ChoiceField(
        label="What do you need?",
        widget=forms.RadioSelect,
        choices=[
            ("statement", "The statement, with opinion (PDF)"),
            ("schedule", "The schedule of facts, without opinion (PDF)"),
            ("rows", "Every row that is referred to (CSV)"),
        ],
    )
    reason = forms.CharField(
        label="Why do you take it out?",
        max_length=500,
        help_text="Your reason and your name stay in the access log, and the file's hash in the case.",
        error_messages={"required": "Say why you take it out."},
    )


def written(text: str) -> str | None:
    """Return a number as phone records name it; none where it cannot be read."""
    try:
        (found,) = identifiers([text]).written()
    except BadInput:
        return None
    return found
