"""Whose word is given, or taken back, and why."""

from django import forms

from clewline.web.accounts.forms import in_words


class Admit(forms.Form):
    """Who is to see a partner's referrals, or no longer."""

    account = forms.TypedChoiceField(label="Whose account?", coerce=int)
    sees = forms.ChoiceField(
        label="Do they see the referrals to their organisation?",
        choices=[("yes", "Yes"), ("no", "No, no longer")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="How do you know, or why not?", max_length=500)

    def clean_reason(self) -> str:
        """Return the reason; refuse one in which no word stands."""
        return in_words(str(self.cleaned_data["reason"]))
