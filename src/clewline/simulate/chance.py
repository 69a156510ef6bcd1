"""Chance that keeps totals: sums split at random into parts, and shares that round to a given per cent."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from clewline.errors import BadInput

T = TypeVar("T")


def split(rng: Random, total: int, parts: int, *, least: int = 0) -> list[int]:
    """Return `parts` whole numbers, none below `least`, that sum to `total`; a few large, many small."""
    if parts == 0:
        return []
    spare = total - least * parts
    weights = [rng.lognormvariate(0, 1.1) for _ in range(parts)]
    scale = spare / sum(weights)
    found = [least + int(w * scale) for w in weights]
    for _ in range(total - sum(found)):
        found[rng.randrange(parts)] += 1
    return found


def handed_out(rng: Random, total: int, parts: int) -> list[int]:
    """Return `parts` whole numbers of at least one that sum to `total` and lie close together."""
    found = [1] * parts
    for _ in range(total - parts):
        found[rng.randrange(parts)] += 1
    return found


def share(whole: int, percent: int) -> int | None:
    """Return how many of `whole` are `percent` per cent when rounded to whole per cent; none where none are."""
    nearest = (whole * percent * 2 + 100) // 200
    if whole and abs(100 * nearest - percent * whole) * 2 < whole:
        return nearest
    return None


def needed_share(whole: int, percent: int, what: str) -> int:
    """Return `share`.

    :raises BadInput: no number of so few people is that per cent.
    """
    found = share(whole, percent)
    if found is None:
        raise BadInput(
            f"No number of {whole} {what} is {percent} per cent of them; the margins are too small."
        )
    return found


def often(rng: Random, probability: float) -> bool:
    """Return true with that probability."""
    return rng.random() < probability


def weighted(rng: Random, table: Sequence[tuple[T, int]]) -> T:
    """Return one of the values, each as likely as its weight says."""
    at = rng.randrange(sum(weight for _, weight in table))
    for value, weight in table:
        at -= weight
        if at < 0:
            return value
    raise AssertionError("The weights were counted above.")  # pragma: no cover - cannot be reached
