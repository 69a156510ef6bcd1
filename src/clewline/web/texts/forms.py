"""A pasted text, when it was published, and what it is checked against."""

from collections.abc import Sequence

from django import forms

from clewline import reference

LONGEST = 60_000
"""Characters of a text above which it is surely no bulletin."""
RECORD, NOTHING = "record", ""


class Pasted(forms.Form):
    """What is read; nothing of it is kept."""

    text = forms.CharField(
        label="Text",
        max_length=LONGEST,
        widget=forms.Textarea,
        help_text="Paste the whole text, its headline first. It is read and forgotten: nothing of it is kept.",
    )
    published = forms.DateField(
        required=False,
        label="Published on",
        help_text="Dates without a year take theirs from it.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    publisher = forms.CharField(
        required=False, max_length=120, label="Who speaks", help_text="Where the text names nobody."
    )
    against = forms.ChoiceField(required=False, label="Check it against")
    force = forms.ChoiceField(
        required=False, label="Force", help_text="With the record: whose number one is that names nobody."
    )

    def __init__(
        self, *args: object, bulletins: Sequence[tuple[str, str]], record: bool, **named: object
    ) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        choices = [
            *([(RECORD, "The record, as known then and now")] if record else []),
            (NOTHING, "Itself alone"),
        ]
        self.fields["against"].choices = [*choices, *bulletins]  # type: ignore[attr-defined]  # a field of choices
        self.fields["against"].initial = RECORD if record else NOTHING
        forces = sorted((force.name, name) for name, force in reference.forces().items())
        self.fields["force"].choices = [("", "Not said"), *((name, title) for title, name in forces)]  # type: ignore[attr-defined]  # a field of choices
        if not record:
            # Whoever sees no counts asks the record nothing.
            del self.fields["force"]
