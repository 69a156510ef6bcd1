"""The form in which the answers are finished."""

from collections.abc import Sequence
from typing import Any

from django import forms

from clewline.safeguarding.national_form import FIELDS, Given

LONG = ("nature",)
"""Answers in sentences."""


class NationalForm(forms.Form):
    """What the national forms ask, as far as it was readable. Nothing but the nature of the referral must be said."""

    def __init__(self, *args: Any, given: Sequence[Given], **named: Any) -> None:
        texts = {one.field: one.text for one in given}
        super().__init__(*args, initial=texts, **named)
        for asked in FIELDS:
            long = asked.name in LONG
            self.fields[asked.name] = forms.CharField(
                label=asked.title,
                help_text=asked.hint,
                required=long,
                max_length=4000 if long else 300,
                widget=forms.Textarea() if long else forms.TextInput(attrs={"autocomplete": "off"}),
            )
