"""The access log: who looked at what, when, why. `log` alone appends; the database refuses change."""

from django.db import models

from clewline.store.fields import Seq


class Look(models.Model):
    """One line of the access log: its head in columns, what it says sealed, and its place in the log's own chain."""

    seq = Seq(primary_key=True)
    at_us = models.BigIntegerField()
    """Microseconds since 1970 UTC."""
    account = models.BigIntegerField(null=True)
    """Number of the account; none where nobody had logged in."""
    act = models.CharField(max_length=40)
    outcome = models.CharField(max_length=10)
    """`done`, or `refused`, which also stands for what is not there."""
    case_id = models.CharField(max_length=80, null=True)
    subject = models.TextField(null=True)
    """Id of the person, line, entry or file that was looked at."""
    sealed = models.BinaryField()
    """Purpose, reason, to whom, what was searched for and how much was shown, as `seal` wrote them."""
    prev = models.BinaryField()
    hash = models.BinaryField()

    class Meta:
        indexes = (
            models.Index(fields=["case_id", "subject"], name="look_subject"),
            models.Index(fields=["account"], name="look_account"),
            models.Index(fields=["account", "case_id", "at_us"], name="look_last"),
        )


class LookHead(models.Model):
    """The head of the log's chain: one row."""

    id = models.SmallIntegerField(primary_key=True)
    length = models.BigIntegerField()
    head = models.BinaryField()
    last_us = models.BigIntegerField()
