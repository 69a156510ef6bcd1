"""Pairs of phones of which the truth is known, dealt so that nobody is on both sides of a fit."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from clewline.errors import BadInput
from clewline.evidence import lir_adapter as lir
from clewline.evidence.card import CardScore, card_scores
from clewline.evidence.evidence_type import Question
from clewline.evidence.outcome import COTRAVEL, Outcome
from clewline.evidence.use import CaseUses, Floats
from clewline.evidence.validation import validate

NEARBY = "nearby"
"""Kind of pair of two people whose ways lie close together."""
DAYS = ((10, "from 10"), (5, "5 to 9"), (2, "2 to 4"), (1, "1"))
Bools = np.ndarray[tuple[int], np.dtype[np.bool_]]


@dataclass(frozen=True, kw_only=True)
class Labelled:
    """A question of which the answer is known."""

    pair: str
    question: Question
    same: bool
    kind: str
    person_a: str
    person_b: str
    columns: Mapping[str, str] = field(default_factory=dict)
    """What else scores are told by, as `{"rate": "24"}`."""

    @property
    def known(self) -> bool:
        """Whether the carrier is known: not of people who really travelled together."""
        return self.kind != COTRAVEL

    def outcome(self, log10_lr: float | None, days: int) -> Outcome:
        """Return what a model said of it, from so many days."""
        return Outcome(
            pair=self.pair,
            same=self.same,
            kind=self.kind,
            person_a=self.person_a,
            person_b=self.person_b,
            log10_lr=log10_lr,
            columns={**self.columns, "days": _many(days)},
        )


def labelled(
    case: CaseUses,
    pairs: Mapping[str, tuple[str, str, int, int]],
    truth: Mapping[str, tuple[bool, str, str, str]],
    columns: Mapping[str, str] | None = None,
) -> tuple[Labelled, ...]:
    """Return the pairs with their answers.

    A pair is its two phones and the period's start and end, in microseconds since 1970 UTC; a truth is whether one
    person carried both, the kind of pair, and the two people.

    :raises BadInput: a pair has no truth, or one of its phones has no uses.
    """
    return tuple(_labelled(case, name, pairs[name], truth.get(name), columns or {}) for name in pairs)


def _labelled(
    case: CaseUses,
    name: str,
    pair: tuple[str, str, int, int],
    answer: tuple[bool, str, str, str] | None,
    columns: Mapping[str, str],
) -> Labelled:
    first, second, start, end = pair
    if answer is None:
        raise BadInput(f"The pair {name} has no truth; a model is fitted on pairs whose truth is known.")
    if not {first, second} <= set(case.phones):
        raise BadInput(f"A phone of the pair {name} has no uses in the records.")
    return Labelled(
        pair=name,
        question=Question(
            first=case.phones[first], second=case.phones[second], case=case, start=start, end=end
        ),
        same=answer[0],
        kind=answer[1],
        person_a=answer[2],
        person_b=answer[3],
        columns=columns,
    )


@dataclass(frozen=True, kw_only=True)
class Fitted:
    """A model as its file holds it, and what it said of pairs of which neither person took part in the fit."""

    parameters: Mapping[str, Any]
    outcomes: tuple[Outcome, ...]
    against: tuple[Outcome, ...]
    """What it said against a further proposition, of the pairs that this one is of."""
    bounds: tuple[float, float]
    """Least and most log10 LR of the outcomes."""
    people: int
    pairs: int


def people_of(pairs: Sequence[Labelled]) -> list[str]:
    """Return the people of the pairs, in order."""
    return sorted({person for p in pairs for person in (p.person_a, p.person_b)})


def folds(
    pairs: Sequence[Labelled], rng: np.random.Generator, many: int = 5
) -> Iterator[tuple[Bools, Bools]]:
    """Yield for every two of the folds of people which pairs to fit on and which to test: nobody is in both.

    Each pair is tested once: where its two people are in the two folds, or both in one.
    """
    names = people_of(pairs)
    order = rng.permutation(len(names))
    fold = {names[int(person)]: at % many for at, person in enumerate(order)}
    one = np.array([min(fold[p.person_a], fold[p.person_b]) for p in pairs], np.int64)
    other = np.array([max(fold[p.person_a], fold[p.person_b]) for p in pairs], np.int64)
    for a in range(many):
        for b in range(a, many):
            test = (one == a) & (other == b)
            if test.any():
                yield ~np.isin(one, (a, b)) & ~np.isin(other, (a, b)), test


def _many(days: int) -> str:
    return next((name for least, name in DAYS if days >= least), "none")


def scores(fitted: Fitted, *, seed: int, times: int = 1000) -> tuple[CardScore, ...]:
    """Return the scores as a card keeps them: by kind, by number of days, by each column, and against the further."""
    columns = sorted({c for o in fitted.outcomes for c in o.columns})
    found = card_scores(validate(fitted.outcomes, seed=seed, times=times, by=columns))
    if not fitted.against:
        return found
    further = card_scores(validate(fitted.against, seed=seed, times=times))
    return (*found, *(replace(s, by="further proposition", name=NEARBY) for s in further if s.by == "all"))


def bounds(log10_lr: Sequence[float] | Floats, pairs: Sequence[Labelled]) -> tuple[float, float]:
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
