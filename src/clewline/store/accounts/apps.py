"""Accounts as a Django app of their own: Django wants an account's table in the first migration of its app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The app."""

    name = "clewline.store.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
