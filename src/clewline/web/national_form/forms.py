"""The form in which the answers are finished."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from clewline.safeguarding.national_form import FIELDS, Given

LONG = ("nature",)
"""Answers in sentences."""


class NationalForm(forms.Form):
    """What the national forms ask, as far as it was readable. Nothing but the nature of the referral must be said."""

    def __init__(self, said: Mapping[str, Any] | None, *, given: Sequence[Given]) -> None:
        super().__init__(said, initial={one.field: one.text for one in given})
        for asked in FIELDS:
            long = asked.name in LONG
            self.fields[asked.name] = forms.CharField(
                label=asked.title,
                help_text=asked.hint,
                required=long,
                max_length=4000 if long else 300,
                widget=forms.Textarea() if long else forms.TextInput(attrs={"autocomplete": "off"}),
            )
