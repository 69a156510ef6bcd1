"""Hedges that say more than that a number is not exact."""

PASSED = frozenset(
    ("over", "more than", "in excess of", "upward of", "upwards of", "exceeding", "above", "just over", "well over",
     "+")
)  # fmt: skip
"""The number itself is passed. `At least 40` may be 40 and is no such hedge."""
NOT_REACHED = frozenset(("nearly", "almost", "just under", "close to", "approaching"))
"""The number itself is not reached, and nearly so. `Up to 40` and `fewer than 40` promise no nearness."""
NEAR_IT = frozenset(
    ("about", "around", "some", "approximately", "approx", "roughly", "circa")
)
"""The number itself may be a little off. What is estimated has no exact number."""
