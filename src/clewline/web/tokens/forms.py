"""What is asked of whoever makes a token."""

from django import forms
from django.conf import settings

from clewline.store.accounts.tokens import LONGEST_NAME


class Make(forms.Form):
    """A new token: what it is for, and for how long."""

    name = forms.CharField(
        label="Name of the token",
        max_length=LONGEST_NAME,
        help_text="The program that will use it, as “weekly figures to the spreadsheet”. It is shown to you alone.",
    )
    days = forms.IntegerField(label="Days until it ends", min_value=1, initial=30)

    def __init__(self, *args: object, **named: object) -> None:
        super().__init__(*args, **named)  # type: ignore[arg-type]  # passed on as they come
        self.fields[
            "days"
        ].help_text = f"{settings.TOKEN_DAYS} at most. Fewer is safer; a new one is soon made."

    def clean_days(self) -> int:
        """Refuse a token that would last longer than this site allows."""
        days = int(self.cleaned_data["days"])
        if days > settings.TOKEN_DAYS:
            raise forms.ValidationError(f"A token ends after {settings.TOKEN_DAYS} days at the latest.")
        return days

    def clean_name(self) -> str:
        """Return the name on one line."""
        return " ".join(str(self.cleaned_data["name"]).split())
