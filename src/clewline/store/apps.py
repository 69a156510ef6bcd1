"""The store as a Django app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from clewline.store.durable import assert_durable


class StoreConfig(AppConfig):
    """Asserts on each new connection that an acknowledged entry survives a power cut."""

    name = "clewline.store"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Watch every connection from its first moment."""
        connection_created.connect(assert_durable, dispatch_uid="clewline.durable")
