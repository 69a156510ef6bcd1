"""What a password may not be."""

from django.core.exceptions import ValidationError

from clewline.store.accounts import people


class NotAboutTheAccount:
    """A password does not hold the log-in or the name of its account."""

    def validate(self, password: str, user: object = None) -> None:
        """Refuse such a password.

        :raises ValidationError: it holds one of them.
        """
        told = people.told_by(user)
        if any(part in password.lower() for part in told):
            raise ValidationError(self.get_help_text(), code="about_the_account")

    def get_help_text(self) -> str:
        """Return the rule in words."""
        return "Your password must not hold your log-in or a part of your name."
