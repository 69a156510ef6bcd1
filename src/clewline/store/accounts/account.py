"""Who may log in. An account says what a person's work is; it opens no case."""

from collections.abc import Iterator

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from clewline.access import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts."""

    def make(
        self, login: str, *, name: str, role: Role, body: str, password: str | None, made_up: bool = False
    ) -> "Account":
        """Add an account; without a password its holder cannot log in with one. One that is given must be changed."""
        account = self.model(
            login=login,
            name=name,
            role=role.value,
            body=body,
            made_up=made_up,
            must_change=password is not None and not made_up,
        )
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """Someone who may log in."""

    login = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=40)
    body = models.CharField(max_length=80)
    """Force or partner that they work for."""
    is_active = models.BooleanField(default=True)
    made_up = models.BooleanField(default=False)
    """Made by the demo, whose passwords are printed; such an account is refused anywhere else."""
    made_at = models.DateTimeField(auto_now_add=True)
    must_change = models.BooleanField(default=False)
    """Whether somebody else chose the password: its holder is asked for their own before anything else."""
    password_given_by = models.CharField(max_length=80, null=True)
    """Who set the password anew, until its holder chooses their own."""
    factor_reset_by = models.CharField(max_length=80, null=True)
    """Who took the second factor away, until its holder logs in with a new one."""
    admitted_by = models.CharField(max_length=80, null=True)
    """Of a partner's account: who says that its holder works for that partner. Without it they see no referral."""
    revision = models.IntegerField(default=0)
    """Raised by each change that an administrator makes. Every session holds it, so that the change ends them all."""

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name", "role", "body"]  # noqa: RUF012  # Django wants a list

    objects = AccountManager()

    def __str__(self) -> str:
        return f"account {self.pk}"

    def get_session_auth_hash(self) -> str:
        """Return what a session of the account holds: another password, or another revision, ends it."""
        salt = "clewline.store.accounts.account.session"
        return salted_hmac(salt, f"{self.revision} {self.password}", algorithm="sha256").hexdigest()

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        """Yield nothing: no session of a key that was replaced is honoured."""
        yield from ()
