"""Round a count for a headline, with the hedge that makes the round number true.

A count of three digits or more becomes two of them: 1,812 is `over 1,800`, 1,981 is `nearly 2,000`, and 1,800 itself
needs no hedge. So a hedged number is never further than a tenth from the count, and an estimate, told as `about`,
never further than a twentieth; below two digits the last digit that is told at all sets the limit.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from clewline.formats.stated import Relation

DIGITS = 2
"""Significant digits that a round number keeps."""
NEARLY = Decimal("0.2")
"""`nearly` is said within this share of a step below the round number; all other counts are `over` the one below."""

WORDS: dict[Relation, str] = {"exactly": "", "at_least": "over ", "at_most": "nearly ", "about": "about "}
"""The hedge of each relation, as our bulletins say it."""


@dataclass(frozen=True, kw_only=True)
class Rounded:
    """A number as it is told, and how the count stands to it."""

    value: Decimal
    relation: Relation


def rounded(count: Decimal, *, finest: Decimal = Decimal(1)) -> Rounded:
    """Return the round number for a count of nought or more: below it, above it, or the count itself.

    `finest` is the unit of the last digit that is ever told, as a gram in kilograms.
    """
    step = _step(count, finest)
    low, high = _to_step(count, step, ROUND_FLOOR), _to_step(count, step, ROUND_CEILING)
    if low == high:
        return Rounded(value=count, relation="exactly")
    if high - count <= NEARLY * step or not low:
        return Rounded(value=high, relation="at_most")
    return Rounded(value=low, relation="at_least")


def about(estimate: Decimal, *, finest: Decimal = Decimal(1)) -> Rounded:
    """Return the round number nearest to an estimate of nought or more."""
    return Rounded(value=_to_step(estimate, _step(estimate, finest), ROUND_HALF_UP), relation="about")


def _step(count: Decimal, finest: Decimal) -> Decimal:
    """Return the unit of the last digit that a round number keeps."""
    return max(Decimal(1).scaleb(count.adjusted() - DIGITS + 1), finest)


def _to_step(count: Decimal, step: Decimal, rounding: str) -> Decimal:
    return (count / step).quantize(Decimal(1), rounding) * step
