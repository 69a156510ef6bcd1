"""Who may log in. An account says what a person's work is; it opens no case."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from clewline.access import Role


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts."""

    def make(
        self, login: str, *, name: str, role: Role, body: str, password: str | None, made_up: bool = False
    ) -> "Account":
        """Add an account; without a password its holder cannot log in with one."""
        account = self.model(login=login, name=name, role=role.value, body=body, made_up=made_up)
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

    USERNAME_FIELD = "login"
    REQUIRED_FIELDS = ["name", "role", "body"]  # noqa: RUF012  # Django wants a list

    objects = AccountManager()

    def __str__(self) -> str:
        return f"account {self.pk}"
