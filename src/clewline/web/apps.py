"""The site as a Django app: it has no tables of its own."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """The app."""

    name = "clewline.web"
    label = "web"
