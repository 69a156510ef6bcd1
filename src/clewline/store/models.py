"""Django's view of the record. `ledger` alone appends; the database refuses change (migration 0002)."""

from django.db import models

from clewline.store.fields import Seq

LOOKED_UP = ("received", "batch_reversed", "correction", "disposal", "published")
"""Kinds that are looked up as such, and indexed; a query must name them all, in this order, for SQLite to see it."""


class StoredEntry(models.Model):
    """One entry: its head in columns, its facts sealed, and its place in the chain of its case."""

    seq = Seq(primary_key=True)
    case_id = models.CharField(max_length=80)
    entry_id = models.CharField(max_length=120)
    kind = models.CharField(max_length=40)
    subject = models.TextField()
    day = models.DateField()
    recorded_us = models.BigIntegerField()
    """When the record learnt it: microseconds since 1970 UTC, so that both databases keep it exactly."""
    recorded_by = models.CharField(max_length=200)
    batch = models.CharField(max_length=40, null=True)
    sheet = models.TextField(null=True)
    line = models.BigIntegerField(null=True)
    stated_by = models.CharField(max_length=200, null=True)
    corrects = models.CharField(max_length=120, null=True)
    sealed = models.BinaryField()
    """Facts as `seal` wrote them; empty once they were lawfully destroyed."""
    prev = models.BinaryField()
    """Hash of the entry before it in its case."""
    hash = models.BinaryField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["entry_id"], name="entry_once"),)
        indexes = (
            models.Index(fields=["case_id", "subject"], name="entry_subject"),
            models.Index(fields=["case_id", "day", "seq", "kind"], name="entry_day"),
            models.Index(fields=["case_id", "seq"], name="entry_order"),
            models.Index(
                fields=["corrects"], name="entry_corrects", condition=models.Q(corrects__isnull=False)
            ),
            models.Index(
                fields=["kind"],
                name="entry_looked_up",
                condition=models.Q(kind__in=LOOKED_UP),
            ),
        )


class Chain(models.Model):
    """The head of a case's chain: how many entries it holds and the hash of the last."""

    case_id = models.CharField(max_length=80, primary_key=True)
    length = models.BigIntegerField()
    head = models.BinaryField()
    last_us = models.BigIntegerField()
    """When the last entry was recorded; an entry is never recorded before it."""
