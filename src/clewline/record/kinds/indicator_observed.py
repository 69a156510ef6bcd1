"""Somebody saw or heard of a sign that a person may be exploited."""

from dataclasses import dataclass
from typing import ClassVar

from clewline.record.facts import WorkWithPerson


@dataclass(frozen=True, kw_only=True)
class IndicatorObserved(WorkWithPerson):
    """Somebody saw or heard of a sign that a person may be exploited.

    It is what one person noticed, and no finding: many signs are also a part of growing up.
    """

    title: ClassVar[str] = "Indicator observed"
    supersedes: ClassVar[bool] = False

    indicator: str
    """Name of the indicator, as the guide has it: `found_far_from_home`."""
    observed_by: str
    """Who saw or heard of it."""
    basis: str
    """What the saying rests on, as `seen at the stop` or `told by the school`."""
    note: str | None = None
    """What was seen, in a sentence."""
    behind: tuple[str, ...] = ()
    """Ids of the entries behind it, where somebody recorded it after a notice from the record."""
