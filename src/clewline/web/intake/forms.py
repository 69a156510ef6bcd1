"""What whoever takes a file in is asked."""

from collections.abc import Sequence

from django import forms

from clewline.store.upload import Choices, Detected
from clewline.workflow.case_exhibits import Standing
from clewline.workflow.phones.reading import UNDER_AUTHORITY


class Sent(forms.Form):
    """A file as it was received."""

    file = forms.FileField(
        label="File, as it was received",
        help_text="CSV or XLSX of a record system; an operator's records or a handset's report, with the authority "
        "that covers it. What the file is is told from its content.",
    )


class AsRecords(forms.Form):
    """Which mapping reads a file of a record system."""

    sort = forms.CharField(widget=forms.HiddenInput)
    mapping = forms.ChoiceField(label="Mapping that reads it")

    def __init__(self, *args: object, detected: Detected, choices: Choices, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        names = [detected.name] if detected.name else list(detected.names)
        offered = [(name, name) for name in names if name and detected.sort == "records"]
        if choices.mapping and "\n" in choices.mapping:
            offered = [("own", "The columns that you named")]
        self.fields["mapping"].choices = offered  # type: ignore[attr-defined]  # a field of choices
        self.fields["sort"].initial = "records"
        if len(offered) == 1:
            self.fields["mapping"].widget = forms.HiddenInput()
            self.fields["mapping"].initial = offered[0][0]

    def said(self, before: Choices) -> Choices:
        """Return what was chosen."""
        mapping = self.cleaned_data["mapping"]
        return Choices(sort="records", mapping=before.mapping if mapping == "own" else mapping)


class AsPhones(forms.Form):
    """Under which authority, and as which exhibit, a file of phone records is taken in."""

    sort = forms.CharField(widget=forms.HiddenInput, initial="phones")
    authority = forms.ChoiceField(
        label="Authority that covers it",
        error_messages={"required": f"{UNDER_AUTHORITY}."},
        help_text="Records of other numbers, devices and days are counted and dropped: nothing of them is kept.",
    )
    exhibit = forms.CharField(
        label="Exhibit reference",
        error_messages={"required": "Name the exhibit that the file is."},
        max_length=80,
        help_text="The reference that the file has as an exhibit, as NIG/1.",
    )
    handed_over_by = forms.CharField(label="Who handed it over", required=False, max_length=200)
    number = forms.CharField(
        label="Phone that the records are about",
        required=False,
        max_length=40,
        help_text="Only where the file itself does not say it.",
    )

    def __init__(self, *args: object, authorities: Sequence[Standing], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        offered = [(one.facts.reference, _authority(one)) for one in authorities]
        self.fields["authority"].choices = [("", "Choose one"), *offered]  # type: ignore[attr-defined]  # of choices

    def said(self, before: Choices) -> Choices:
        """Return what was chosen; the mapping stays what it was."""
        given = self.cleaned_data
        return Choices(
            sort="phones",
            mapping=before.mapping,
            authority=given["authority"],
            exhibit=given["exhibit"].strip(),
            handed_over_by=given["handed_over_by"].strip() or None,
            number=given["number"].strip() or None,
        )


class Sure(forms.Form):
    """That the very file on the page is meant."""

    sha256 = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)


class Pasted(forms.Form):
    """The text of a mapping or of a layout that somebody has written."""

    text = forms.CharField(
        label="Text of the mapping",
        widget=forms.Textarea,
        max_length=100_000,
        help_text="As `clewline mapping` writes it for an operator, or as the how-to of a record system says.",
    )


def _authority(one: Standing) -> str:
    facts = one.facts
    days = (
        f"{facts.covers_from:%-d %b %Y} to {facts.covers_to:%-d %b %Y}"
        if facts.covers_from and facts.covers_to
        else ""
    )
    return ", ".join(part for part in (facts.reference, str(facts.nature), days) if part)
