"""Hedges that say more than that a number is not exact."""

import re

PASSED = frozenset(
    ("over", "more than", "in excess of", "upward of", "upwards of", "exceeding", "above", "just over", "well over",
     "+")
)  # fmt: skip
"""The number itself is passed. `At least 40` may be 40 and is no such hedge."""
NOT_REACHED = frozenset(("nearly", "almost", "just under", "close to", "approaching"))
"""The number itself is not reached, and nearly so. `Up to 40` and `fewer than 40` promise no nearness."""
NEAR_IT = frozenset(("about", "around", "some", "approximately", "approx", "roughly", "circa"))
"""The number itself may be a little off. What is estimated has no exact number."""
BELOW = frozenset(("under", "below", "fewer than", "less than"))
"""The number itself is not reached, by however much."""
_FIRST = re.compile(
    r"\s*(?:a little |well )?(?P<hedge>"
    + "|".join(sorted(PASSED | NOT_REACHED | BELOW, key=len, reverse=True)).replace("+", r"\+")
    + r")\s+(?:an? |the )?[£€$]?(?=\d|[a-z])|[£€$]?\d[\d,.]*(?:k|m|bn)?(?P<plus>\+)",
    re.IGNORECASE,
)


def hedge_of(words: str) -> str:
    """Return the hedge that quoted words begin with, `+` for `200+`, or nothing."""
    m = _FIRST.match(words)
    return "" if m is None else (m["hedge"] or m["plus"]).lower()
