"""Who is a member of which case, and which cases are sealed. Each change is also in the access log."""

from django.conf import settings
from django.db import models

from clewline.access import Membership, Purpose


class Member(models.Model):
    """One person's part in one case. It is ended, never removed: who could see what is a question for years."""

    case_id = models.CharField(max_length=80)
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="member_of")
    purpose = models.CharField(max_length=40)
    first = models.DateField()
    last = models.DateField(null=True)
    opens_sealed = models.BooleanField(default=False)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()
    ended_by = models.CharField(max_length=200, null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(fields=["account", "case_id"], name="member_account"),
            models.Index(fields=["case_id"], name="member_case"),
        )

    def as_membership(self) -> Membership:
        """Return what the table of permissions asks for."""
        return Membership(
            purpose=Purpose(self.purpose),
            first=self.first,
            last=self.last,
            ended=self.ended_at is not None,
            opens_sealed=self.opens_sealed,
        )


class SealedCase(models.Model):
    """A case that only those members see who were given leave to open it."""

    case_id = models.CharField(max_length=80, primary_key=True)
    sealed_by = models.CharField(max_length=200)
    sealed_at = models.DateTimeField()
    because = models.TextField()
