"""The logistic regression of every fit: which factors of some features make the truths of the pairs most likely."""

import numpy as np

from clewline.errors import BadInput
from clewline.evidence.scores import Bools
from clewline.evidence.use import Floats

MOST_STEPS, CLOSE_ENOUGH = 100, 1e-10
HALVED = 30
"""How often a step that goes too far is halved."""
FLAT = 1e-12
"""No pair is taken as more certain than this, or the search for the next step would be blind."""
LN10 = float(np.log(10))


def logistic(x: Floats, same: Bools, weight: Floats, *, shrink: Floats, least: float = -np.inf) -> Floats:
    """Return the factors of the features (pairs by features) whose sum is the log10 odds of one person.

    They minimise the weighted cost of the truths plus half of `shrink` times the squares of the factors of the natural
    log; none is below `least`. A feature that is 1 throughout is the constant.

    :raises BadInput: there are no pairs of the one truth or of the other.
    """
    there = weight > 0
    x, w = x[there], weight[there]
    if not same[there].any() or same[there].all():
        raise BadInput("A fit needs pairs of both truths: one person's phones and two people's.")
    sign = np.where(same[there], 1.0, -1.0)

    def cost(b: Floats) -> float:
        return float(w @ np.logaddexp(0, -sign * (x @ b)) + 0.5 * shrink @ b**2)

    b = np.zeros(x.shape[1])
    now = cost(b)
    for _ in range(MOST_STEPS):
        wrong = 1 / (1 + np.exp(np.clip(sign * (x @ b), -500, 500)))
        slope = shrink * b - (w * sign * wrong) @ x
        curve = (x * (w * np.maximum(wrong * (1 - wrong), FLAT))[:, None]).T @ x + np.diag(shrink)
        free = (b > least) | (slope < 0)
        step = np.zeros(len(b))
        step[free] = np.linalg.solve(curve[np.ix_(free, free)], slope[free])
        for _ in range(HALVED):
            there_to = np.maximum(b - step, least)
            then = cost(there_to)
            if then <= now:
                break
            step /= 2
        moved = np.abs(there_to - b).max()
        b, now = there_to, then
        if moved < CLOSE_ENOUGH:
            break
    found: Floats = b / LN10
    return found
