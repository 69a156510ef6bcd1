"""What somebody says who takes a copy out."""

from collections.abc import Iterable

from django import forms

from clewline.output.copies import Format
from clewline.web.frame.words import InWords


class Asked(forms.Form):
    """The format, the reason, and for whom: all three are needed."""

    format = forms.ChoiceField(label="Format", widget=forms.RadioSelect)
    reason = InWords(
        label="Why do you need a copy?",
        help_text="It stands on the copy and in the access log.",
    )
    to = InWords(
        otherwise="Say for whom in words.",
        label="Who is it for?",
        max_length=200,
        help_text="A name and where they work; yourself, if nobody else will have it.",
    )

    def __init__(self, *args: object, formats: Iterable[Format], **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        self.fields["format"].choices = [(one.name, one.says) for one in formats]  # type: ignore[attr-defined]  # a field of choices
