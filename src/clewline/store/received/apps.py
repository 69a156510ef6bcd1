"""What comes in by the public form, as a Django app of its own: it is no part of the record."""

from django.apps import AppConfig


class ReceivedConfig(AppConfig):
    """The app."""

    name = "clewline.store.received"
    label = "received"
    default_auto_field = "django.db.models.BigAutoField"
