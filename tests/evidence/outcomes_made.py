"""Made-up pairs with made-up ratios: who they are of, what was said of them, and the truth."""

import numpy as np

from clewline.evidence.outcome import Outcome
from evidence.ratios_made import gaussian


def outcomes(
    n: int = 200,
    *,
    people: int = 40,
    spread: float = 2.0,
    seed: int = 1,
    times: float = 1.0,
    events: int | None = None,
    cotravel: int = 0,
) -> list[Outcome]:
    """Return n pairs of each truth; every fourth different pair is `nearby`, the rest `random`."""
    values, same = gaussian(n, spread=spread, seed=seed, times=times)
    chance = np.random.default_rng(seed + 1)
    first = chance.integers(0, people, 2 * n)
    second = np.where(same, first, (first + 1 + chance.integers(0, max(1, people - 1), 2 * n)) % people)
    made = [
        Outcome(
            pair=f"p{i:04d}",
            same=bool(same[i]),
            kind="same" if same[i] else ("nearby" if i % 4 == 0 else "random"),
            person_a=f"w{first[i]}",
            person_b=f"w{second[i]}",
            log10_lr=float(values[i]),
            events=events,
            columns={"rate": "8" if i % 2 else "24"},
        )
        for i in range(2 * n)
    ]
    travel = [
        Outcome(
            pair=f"t{i:04d}",
            same=False,
            kind="cotravel",
            person_a=f"w{i % people}",
            person_b=f"w{(i + 1) % people}",
            log10_lr=3.0 if i % 2 else 0.5,
        )
        for i in range(cotravel)
    ]
    return made + travel
