"""Saved searches: each is one person's own."""

from django.conf import settings
from django.db import models


class SavedSearch(models.Model):
    """A search that somebody kept. What is searched for may be a person's name, so it lies sealed, as facts do."""

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_searches"
    )
    sealed = models.BinaryField()
    """Its name and what it asks, as `seal` wrote them."""
    saved_at = models.DateTimeField()
    opened_at = models.DateTimeField(null=True)
    opened_seq = models.BigIntegerField(default=0)
    """Number of the last entry of the record when it was last opened."""
