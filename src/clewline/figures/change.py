"""The change of a figure on an earlier period: a number made of two counted numbers, never of a remembered one."""

from dataclasses import dataclass
from decimal import Decimal

from clewline.errors import Misused
from clewline.figures.counted import Counted

NAME = "change"
VERSION = "per cent of the earlier 1"
SENTENCE = (
    "The difference between a figure in the period and in an earlier period of as many days, in per cent of the "
    "earlier; none where the earlier was 0."
)
AUTHORITY = (
    "Clewline: both periods are counted by one definition, as known at one instant. Releases have printed +68 % for "
    "276 on 172, which is +60 %."
)


@dataclass(frozen=True, kw_only=True)
class Change:
    """A figure against an earlier period of the same length."""

    now: Counted
    before: Counted

    def __post_init__(self) -> None:
        if (self.now.end - self.now.start) != (self.before.end - self.before.start):
            raise Misused("A change compares periods of as many days.")
        if self.now.definition is not self.before.definition:
            raise Misused("A change compares numbers counted by one definition.")

    @property
    def percent(self) -> Decimal | None:
        """Return the change in per cent of the earlier value; none where that was 0 or is not known."""
        if not self.before.value or self.now.value is None:
            return None
        return 100 * (self.now.value - self.before.value) / self.before.value
