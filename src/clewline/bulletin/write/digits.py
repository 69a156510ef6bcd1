"""How our bulletins write numbers: always in digits, with one rounding for each unit.

Digits for small numbers too, as GOV.UK's style has it: a reader who scans a list finds every number, and each of them
opens. No sentence of ours begins with one.
"""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

PLACES: Mapping[str, int] = {"kg": 3, "hours": 1, "years": 1, "percent": 1}
"""Decimal places that are told, by unit; all other units are told whole. A gram is the third place of a kilogram."""

ROUNDING = (
    "Money is rounded to whole pounds, weights to whole grams, and percentages, hours and years to the first "
    "decimal place."
)
"""`PLACES` in words, for the notes."""

_MILLION = Decimal(1_000_000)


def finest(unit: str) -> Decimal:
    """Return the unit of the last digit that is told, as 0.001 for kilograms."""
    return Decimal(1).scaleb(-PLACES.get(unit, 0))


def shown(count: Decimal, unit: str) -> Decimal:
    """Return a count to the last digit that is told."""
    return count.quantize(finest(unit), ROUND_HALF_UP)


def written(value: Decimal, unit: str) -> str:
    """Return a number as it is printed: `1,812`, `£652,214`, `£1.2 million`, `8.273kg`, `88.1%`.

    A sum is said in millions where two decimal places give it in full, as those that `hedges` rounds.
    """
    if unit == "GBP":
        millions = value / _MILLION
        if millions >= 1 and millions == millions.quantize(Decimal("0.01")):
            return f"£{bare(millions)} million"
        return f"£{bare(value)}"
    return bare(value) + {"kg": "kg", "percent": "%"}.get(unit, "")


def bare(value: Decimal) -> str:
    """Return a number's digits, thousands apart and without needless noughts."""
    whole = value == value.to_integral_value()
    return f"{value.quantize(Decimal(1)) if whole else value.normalize():,f}"
