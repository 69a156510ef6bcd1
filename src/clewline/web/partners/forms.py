"""Whose word is given, or taken back, and why."""

from django import forms

from clewline.web.frame.words import InWords


class Admit(forms.Form):
    """Who is to see a partner's referrals, or no longer."""

    account = forms.TypedChoiceField(label="Whose account?", coerce=int)
    sees = forms.ChoiceField(
        label="Do they see the referrals to their organisation?",
        choices=[("yes", "Yes"), ("no", "No, no longer")],
        widget=forms.RadioSelect,
    )
    reason = InWords(label="How do you know, or why not?")
