"""A duty-to-notify report about an adult who did not consent to a referral."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class DutyToNotify(WorkWithPerson):
    """A duty-to-notify report about an adult who did not consent to a referral.

    See the Modern Slavery Act 2015, s.52.
    """

    title: ClassVar[str] = "Duty to notify"
