"""What a fit is worth: each pair judged by what saw neither of its people, and the bounds that this bears."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from clewline.evidence import lir_adapter as lir
from clewline.evidence.card import CardScore, card_scores
from clewline.evidence.fitting.labelled import NEARBY, Answer, people_of
from clewline.evidence.fitting.people import FOLDS, Pairing
from clewline.evidence.outcome import Outcome
from clewline.evidence.scores import Bools
from clewline.evidence.use import Floats
from clewline.evidence.validation import validate

DAYS = ((10, "from 10"), (5, "5 to 9"), (2, "2 to 4"), (1, "1"))
Judge = Callable[[Bools, Bools], Mapping[str, Floats]]
"""Fits on some pairs and returns the log10 LR of others, by the second proposition; not a number where it has none."""


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A model as its file holds it, and what it said of pairs of which neither person took part in the fit."""

    parameters: Mapping[str, Any]
    outcomes: tuple[Outcome, ...]
    against: tuple[Outcome, ...] = ()
    """What it said against a further proposition, of the pairs that this one is of."""
    made_up: tuple[Outcome, ...] = ()
    """What it said of made-up pairs; the others say how good it is."""
    bounds: tuple[float, float]
    """Least and most log10 LR of the outcomes."""
    people: int
    pairs: int


def cross_validated(
    of: Pairing,
    judge: Judge,
    chance: np.random.Generator,
    *,
    folds: int = FOLDS,
    told: Callable[[int], None] = lambda done: None,
) -> dict[str, Floats]:
    """Return what was said of every pair by a fit that saw nobody of its two people's folds.

    By the second proposition; not a number where nothing was said.
    """
    said: dict[str, Floats] = {}
    for done, (train, test) in enumerate(of.folds(chance, folds), start=1):
        if test.any():
            for kind, values in judge(train, test).items():
                said.setdefault(kind, np.full(len(of.one), np.nan))[test] = values
        told(done)
    return said


def within(
    pairs: Sequence[Answer], said: Floats, days: Sequence[int], *, close: bool = False
) -> tuple[tuple[float, float], tuple[Outcome, ...]]:
    """Return the bounds that what was said of the pairs bears, and the outcomes within them.

    `days` is of how many days each speaks; with `close` only pairs that can be weighed against neighbours take part.
    """
    some = [at for at, pair in enumerate(pairs) if pair.close or not close]
    there = [at for at in some if np.isfinite(said[at])]
    ends = bounds(said[there], [pairs[at] for at in there])
    return ends, tuple(
        pairs[at].outcome(
            float(np.clip(said[at], *ends)) if np.isfinite(said[at]) else None, days=_many(days[at])
        )
        for at in some
    )


def _many(days: int) -> str:
    return next((name for least, name in DAYS if days >= least), "none")


def bounds(log10_lr: Sequence[float] | Floats, pairs: Sequence[Answer]) -> tuple[float, float]:
    """Return the least and the most log10 LR that the pairs bear.

    They are the empirical bounds (ELUB), and no more than the people of either truth, and one, who were asked. Pairs of
    one truth alone bear nothing.
    """
    if len({p.same for p in pairs}) < 2:
        return 0.0, 0.0
    least, most = lir.elub(log10_lr, [p.same for p in pairs])
    same, different = (len(people_of([p for p in pairs if p.same is truth])) for truth in (True, False))
    return (
        round(float(min(0.0, max(least, -np.log10(same + 1)))), 2),
        round(float(max(0.0, min(most, np.log10(different + 1)))), 2),
    )


def scores(fitted: Fitted, *, seed: int, times: int = 1000) -> tuple[CardScore, ...]:
    """Return the scores as a card keeps them: by kind, by number of days, by each column, and against the further.

    Made-up pairs are scored by kind, apart from the others.
    """
    columns = sorted({c for o in fitted.outcomes for c in o.columns})
    found = card_scores(validate(fitted.outcomes, seed=seed, times=times, by=columns))
    if fitted.made_up:
        made = card_scores(validate(fitted.made_up, seed=seed, times=times))
        found = (*found, *(replace(s, name=f"{s.name}, made up") for s in made if s.by == "kind"))
    if fitted.against:
        further = card_scores(validate(fitted.against, seed=seed, times=times))
        found = (
            *found,
            *(replace(s, by="further proposition", name=NEARBY) for s in further if s.by == "all"),
        )
    return found
