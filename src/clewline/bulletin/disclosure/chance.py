"""What cannot be foretold about a release: which of the numbers that would serve are hidden, and now and then one more.

Without it, somebody who runs this programme on every table that fits could tell from the pattern of marks which of
them it comes from: two marks where one number would have been the cheaper cover are two small counts (the minimality
attack of Wong, Fu, Wang and Pei, 2007). With it, every table that the rule allows could have given the same pattern.
"""

from hashlib import blake2b

from clewline.bulletin.disclosure.table import Table
from clewline.errors import Misused

LEAST_SECRET = 16
"""Bytes that a release's secret has at the least."""

ONE_IN = 20
"""A number whose loss weighs 1 is hidden needlessly once in so many times; one that weighs more, less by its square.

So a leaf of one digit is held back once in 20 releases, one of three digits once in 180, and a headline total of four
digits, which has parts of parts, about once in 3,000.
"""

NOUGHT = 50
"""How much dearer a nought is as a cover than a number of one digit."""


def shares(table: Table, secret: bytes) -> tuple[int, ...]:
    """Return a number from 0 to 2**64 - 1 for each cell, always the same for one secret and key.

    :raises Misused: the secret is short enough to be guessed.
    """
    if len(secret) < LEAST_SECRET:
        raise Misused(
            f"Give the release a secret of {LEAST_SECRET} random bytes or more, and keep it with the frozen release."
        )
    seed = blake2b(secret, digest_size=64).digest()
    return tuple(
        int.from_bytes(blake2b(repr(cell.key).encode(), key=seed, digest_size=8).digest())
        for cell in table.cells
    )


def loss(table: Table, i: int) -> int:
    """Return what the reader loses with a number: more with a larger one, and with a whole more than with a part."""
    cell = table.cells[i]
    return cell.weight * (len(str(cell.value)) + 4 * table.height[i] + (0 if cell.personal else 4))


def cost(table: Table, i: int, share: int) -> int:
    """Return the cost of hiding a number for another: its loss, and up to as much again by chance.

    A nought says that there was nobody; it is hidden for another only where nothing else serves.
    """
    cell = table.cells[i]
    return loss(table, i) * (32 + share % 32) * (NOUGHT if cell.personal and cell.value == 0 else 1)


def drawn(table: Table, i: int, share: int) -> bool:
    """Return whether a number is hidden by chance, if it hangs together with one that has to be protected.

    Every other nought beneath a small whole is: neither does a mark then tell that a part is not nought, nor a nought
    that the whole is not small.
    """
    if table.nought_beneath_small(i):
        return (share >> 8) % 2 == 0
    return (share >> 8) * ONE_IN * loss(table, i) ** 2 < 1 << 56
