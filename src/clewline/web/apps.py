"""The site as a Django app: it has no tables of its own."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The app."""

    name = "clewline.web"
    label = "web"

    def ready(self) -> None:
        """Begin to log who logs in."""
        from clewline.web.account import logged  # noqa: F401  # it listens
