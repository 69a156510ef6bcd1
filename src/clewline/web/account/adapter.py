"""What allauth asks us: nobody signs up by themselves, and nobody is written to."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Adapter(DefaultAccountAdapter):
    """Accounts are made by an administrator; a lost password is set anew by one."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody signs up."""
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: no account has an address."""

    def send_notification_mail(self, *args: Any, **named: Any) -> None:
        """Send nothing."""
