"""The code of the demo's made-up people, who have no telephone: it is printed, and works for nobody else."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from django.conf import settings


class _Demo:
    user: Any
    cleaned_data: dict[str, str]
    authenticator: Authenticator

    def clean_code(self) -> str:
        """Accept the printed code from someone made up, on a site that serves the demo."""
        code = self.cleaned_data["code"]
        if settings.DEMO and self.user.made_up and code == settings.DEMO_CODE:
            self.authenticator = Authenticator.objects.filter(
                user=self.user, type=Authenticator.Type.TOTP
            ).get()
            return code
        return super().clean_code()  # type: ignore[misc,no-any-return]  # of the form that it is mixed into


class DemoCode(_Demo, AuthenticateForm):
    """The form of a log-in."""


class DemoCodeAgain(_Demo, ReauthenticateForm):
    """The form by which someone shows once more who they are."""
