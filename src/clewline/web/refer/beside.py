"""Forms beside the questions: what opens a referral again, which signs were seen, and files. None of them is needed."""

from collections.abc import Sequence
from typing import Any

from django import forms

from clewline.safeguarding import guide
from clewline.safeguarding.indicator import KINDS
from clewline.web.refer.forms import Line, Page


class Back(Page):
    """What opens a referral again."""

    reference = Line(label="Reference", help_text="As: 7F3G-QW2X.", max_length=40)
    code = Line(label="Return code", help_text="As: 7F3G-QW2X-9CPM. It was shown once.", max_length=40)

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        for name in ("reference", "code"):
            self.fields[name].required = True


class Add(Page):
    """A file to be added."""

    file = forms.FileField(
        label="Photograph or document",
        help_text="A JPEG or PNG picture, or a PDF.",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png,.pdf"}),
        error_messages={"required": "Select a file.", "empty": "The file is empty."},
    )

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["file"].required = True


class Signs(Page):
    """The signs of the guide that the referrer saw, a question for each kind; nothing adds them up."""

    def __init__(self, *args: Any, seen: Sequence[str] = (), **named: Any) -> None:
        super().__init__(*args, **named)
        for kind, some in guide.by_kind().items():
            self.fields[kind] = forms.MultipleChoiceField(
                label=KINDS[kind],
                choices=[(one.name, one.title) for one in some],
                widget=forms.CheckboxSelectMultiple,
                required=False,
                initial=[one.name for one in some if one.name in seen],
            )

    @property
    def seen(self) -> tuple[str, ...]:
        """The names of the signs that were marked, in the guide's order."""
        return tuple(name for kind in guide.by_kind() for name in self.cleaned_data.get(kind, ()))


def titles() -> dict[str, str]:
    """Return what each sign is called, by its name."""
    return {one.name: one.title for some in guide.by_kind().values() for one in some}
