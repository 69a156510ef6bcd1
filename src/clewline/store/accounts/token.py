"""Tokens of the API: what a program asks with in place of the person whose token it is."""

from django.conf import settings
from django.db import models


class ApiToken(models.Model):
    """One person's token. Its secret is not kept: `hash` tells whether a text is it. It is ended, never removed."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=80)
    """What its holder calls it, as the program that uses it."""
    handle = models.CharField(max_length=16, unique=True)
    """First part of its text: what it is looked up by, and no secret."""
    hash = models.BinaryField()
    """SHA-256 of its secret part."""
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    """When its holder ended it."""
    used_at = models.DateTimeField(null=True)
    minute = models.BigIntegerField(default=0)
    """Minute since 1970 in which it was last used."""
    uses = models.IntegerField(default=0)
    """How often it was used in that minute."""
