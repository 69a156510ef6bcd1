"""Who is to be a member, and why somebody no longer is."""

from typing import Any

from django import forms

from clewline.access import Purpose
from clewline.web.frame.words import InWords


class NewMember(forms.Form):
    """Whom a supervisor makes a member."""

    login = forms.CharField(label="Username", max_length=80)
    purpose = forms.ChoiceField(
        label="What do they need the case for?",
        choices=[(one.value, str(one).capitalize()) for one in Purpose],
        widget=forms.RadioSelect,
    )
    last = forms.DateField(label="Last day", required=False, widget=forms.SelectDateWidget)
    opens_sealed = forms.BooleanField(label="They may see the case while it is sealed", required=False)

    def __init__(self, *args: Any, sealed: bool, **named: Any) -> None:
        super().__init__(*args, **named)
        if not sealed:
            del self.fields["opens_sealed"]


class End(forms.Form):
    """Why a membership ends."""

    member = forms.IntegerField(widget=forms.HiddenInput)
    reason = InWords(label="Why?")
