"""Tables of the public form. What was sent is append-only but for its disposal; a draft is changed, and dies."""

from django.db import models

from clewline.store.fields import Seq


class Draft(models.Model):
    """A referral that is being written."""

    reference = models.CharField(max_length=12, primary_key=True)
    code = models.BinaryField(null=True)
    """HMAC of the return code; none until it was shown."""
    begun_us = models.BigIntegerField()
    """Microseconds since 1970 UTC."""
    sealed = models.BinaryField()
    """The answers so far, as `seal` wrote them."""


class Received(models.Model):
    """A referral that was sent."""

    seq = Seq(primary_key=True)
    reference = models.CharField(max_length=12, unique=True)
    code = models.BinaryField()
    area = models.CharField(max_length=100)
    """Body that answers for the area, in small letters; empty where the referrer did not know."""
    received_us = models.BigIntegerField()
    sealed = models.BinaryField()
    """The answers; empty once they were lawfully destroyed."""


class Done(models.Model):
    """What somebody did about a referral that was sent."""

    seq = Seq(primary_key=True)
    reference = models.CharField(max_length=12)
    what = models.CharField(max_length=20)
    """`taken up`, `closed` or `told`."""
    at_us = models.BigIntegerField()
    by = models.CharField(max_length=200)
    sealed = models.BinaryField()
    """The case or the reason, and what the referrer may know; empty once destroyed."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["reference", "what"], name="done_once"),)


class Picture(models.Model):
    """A page of a file that came with a referral, drawn anew; the file itself is not kept."""

    reference = models.CharField(max_length=12)
    file = models.SmallIntegerField()
    page = models.SmallIntegerField()
    sealed = models.BinaryField()
    """The picture, a JPEG, as `seal` wrote it; empty once destroyed."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["reference", "file", "page"], name="picture_once"),)


class Tried(models.Model):
    """How often something was tried within one stretch of time; by whom is told by nothing but a keyed hash."""

    key = models.CharField(max_length=64, primary_key=True)
    stretch = models.BigIntegerField()
    """The stretch that is counted: seconds since 1970 UTC over its length."""
    ends_us = models.BigIntegerField()
    """From when on it counts for nothing and may be removed."""
    times = models.IntegerField()


class Salt(models.Model):
    """What addresses are hashed with on one day; destroyed after it, so that no hash can be tried out later."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField()
