"""What allauth asks us: nobody signs up by themselves, nobody is written to, and each try to log in is logged."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core import context
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse

from clewline.access.happened import LOG_IN, THROTTLED
from clewline.store.accounts import manage
from clewline.web.account.logged import tried


class Adapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; a lost password is set anew by one."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is closed. Your administrator can open it again.",
        "enter_current_password": "Your current password is not right.",
        "incorrect_code": "The code is not right. Enter the one that your app shows now, or a recovery code.",
        "incorrect_password": "The password is not right.",
        "invalid_login": "The log-in is not right.",
        "too_many_login_attempts": "That was tried too often. Wait five minutes, then try again.",
        "rate_limited": "That was tried too often. Wait a few minutes, then try again.",
        "username_password_mismatch": "The username or the password is not right.",
        "same_as_current": "It must not be the same as before.",
    }
    _trying: str | None = None
    """The log-in that is being tried, which may be anything that somebody typed."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody signs up."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: no account has an address."""

    def send_notification_mail(self, *args: Any, **named: Any) -> None:
        """Send nothing."""

    def clean_password(self, password: str, user: AbstractBaseUser | None = None) -> str:
        """Refuse the password that they have: whoever gave it to them knows it.

        :raises ValidationError: it is that, or breaks another rule.
        """
        if user is not None and user.has_usable_password() and user.check_password(password):
            raise ValidationError("Choose another password than the one that you have.")
        return str(super().clean_password(password, user))

    def is_reauthentication_required(self, *, app: str, **named: Any) -> bool:
        """Return whether somebody shows once more who they are; whoever came by their organisation and has no second
        factor here yet has nothing to show it with.
        """
        user = context.request.user
        if user.is_authenticated and not get_reauthentication_flows(user):
            return False
        return bool(super().is_reauthentication_required(app=app, **named))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return where those go on who chose a password: the gate asks newcomers for a second factor there."""
        return reverse("home")

    def set_password(self, user: AbstractBaseUser, password: str) -> None:
        """Keep a password that its holder chose."""
        manage.chose_password(user)
        super().set_password(user, password)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse whoever tries too often."""
        self._trying = str(credentials.get("username", ""))
        super().pre_authenticate(request, **credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Log that somebody tried to log in: to whose account, where there is one."""
        tried(LOG_IN, manage.account_named(str(credentials.get("username", ""))))

    def validation_error(self, code: str, *args: Any) -> ValidationError:
        """Return what is said of what was refused; log that somebody was made to wait."""
        if code == "too_many_login_attempts":
            tried(THROTTLED, self._whose())
        found: ValidationError = super().validation_error(code, *args)
        return found

    def _whose(self) -> int | None:
        """Return whose account is tried; none where it is nobody's."""
        if self._trying is not None:
            return manage.account_named(self._trying)
        stage = getattr(context.request, "_login_stage", None)
        user = stage.login.user if stage is not None else context.request.user
        number: int | None = user.pk
        return number
