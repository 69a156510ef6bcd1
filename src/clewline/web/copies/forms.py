"""What somebody says who takes a copy out."""

from collections.abc import Iterable

from django import forms

from clewline.output.copies import Format


class Asked(forms.Form):
    """The format, the reason, and for whom: all three are needed."""

    format = forms.ChoiceField(label="Format", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why do you need a copy?",
        max_length=500,
        help_text="It stands on the copy and in the access log.",
    )
    to = forms.CharField(
        label="Who is it for?",
        max_length=200,
        help_text="A name and where they work; yourself, if nobody else will have it.",
    )

    def __init__(self, *args: object, formats: Iterable[Format], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        self.fields["format"].choices = [(one.name, one.says) for one in formats]  # type: ignore[attr-defined]  # a field of choices

    def clean_reason(self) -> str:
        """Return the reason on one line; refuse one in which no word stands."""
        return _in_words(str(self.cleaned_data["reason"]), "Say why in words.")

    def clean_to(self) -> str:
        """Return for whom it is, on one line; refuse one in which no word stands."""
        return _in_words(str(self.cleaned_data["to"]), "Say for whom in words.")


def _in_words(text: str, otherwise: str) -> str:
    said = " ".join(text.split())
    if not any(mark.isalnum() for mark in said):
        raise forms.ValidationError(otherwise)
    return said
