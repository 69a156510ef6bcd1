"""A validation: how far likelihood ratios are to be trusted, from pairs of phones of which the truth is known.

Pairs of different people are scored against all pairs of the same person: all of them, and each kind by itself. By the
number of events, and by a column that is asked for, both truths are taken from the group. Pairs of people who travelled
together have no known carrier: they are kept apart, and only the share with a ratio above 100 is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from clewline.errors import BadInput
from clewline.evidence import lir_adapter as lir
from clewline.evidence.outcome import COTRAVEL, Outcome, groups, people
from clewline.evidence.resampling import ABOVE, Drawn, Measure, by_chance, draw, interval, scored, share
from clewline.evidence.scores import Bools, Floats

TRAVEL_ABOVE = 100.0
FEWEST_PAIRS = 20
"""Pairs of each truth below which a group is not scored: the smallest misleading share that could show is 5 %."""
FEWEST_PEOPLE = 10
"""People of each truth below which scores have no interval: drawing them again tells nothing of other people."""
BY_CHANCE = 200
"""Draws from which the calibration loss by chance is averaged."""


@dataclass(frozen=True, kw_only=True)
class Scores:
    """What the ratios of a group are worth; the medians are log10 LRs, the costs bits, the rest shares of pairs."""

    cllr: Measure
    cllr_min: Measure
    cllr_cal: Measure
    cal_by_chance: float
    """The part of `cllr_cal` that perfectly calibrated ratios would show at this size, on average."""
    devpav: float | None
    """None where the ranking parts the truths wholly. Without an interval: it hangs on the outermost pairs, and the
    intervals that were tried on made-up pairs did not hold."""
    same_below_1: Measure
    different_above: Mapping[float, Measure]
    """Share of different-person pairs above each ratio."""
    median_same: Measure
    median_different: Measure


@dataclass(frozen=True, kw_only=True)
class Group:
    """Pairs that are scored together, or why they are not."""

    by: str
    """`all`, `kind`, `events`, or a column."""
    name: str
    same: int
    different: int
    people: int
    without: int
    """Pairs without a finding; each counts as a ratio of 1."""
    scores: Scores | None = None
    note: str | None = None
    """Why it is not scored, or why its scores have no interval."""


@dataclass(frozen=True, kw_only=True)
class Travel:
    """Pairs of people who travelled together: who carried the phones is not known."""

    pairs: int
    people: int
    without: int
    above_100: Measure


@dataclass(frozen=True, kw_only=True)
class Misleading:
    """A finding that speaks for the untrue proposition."""

    pair: str
    kind: str
    same: bool
    log10_lr: float


@dataclass(frozen=True, kw_only=True)
class Validation:
    """The scores of a model's ratios, by group."""

    pairs: int
    people: int
    without: int
    groups: tuple[Group, ...]
    travel: Travel | None
    misleading: tuple[Misleading, ...]
    """The most misleading first."""
    times: int
    """Resamples of the people behind each interval."""
    seed: int

    @property
    def whole(self) -> Group:
        """Return the group of all different-person pairs against all same-person pairs."""
        return self.groups[0]

    def grouped(self) -> dict[str, list[Group]]:
        """Return the groups by what they are grouped by, in order."""
        found: dict[str, list[Group]] = {}
        for group in self.groups:
            found.setdefault(group.by, []).append(group)
        return found


def validate(
    outcomes: Sequence[Outcome], *, seed: int, times: int = 1000, by: Sequence[str] = ()
) -> Validation:
    """Return the scores of the outcomes, grouped by kind, by number of events, and by each column of `by`.

    :raises BadInput: a pair comes twice, a ratio is no finite number, or there is no pair of one of the truths.
    """
    _check(outcomes)
    drawn = draw([(o.person_a, o.person_b) for o in outcomes], times=times, seed=seed)
    scorer = _Scorer(outcomes, drawn, seed)
    return Validation(
        pairs=len(outcomes),
        people=people(outcomes),
        without=sum(o.log10_lr is None for o in outcomes),
        groups=tuple(scorer.group(*named) for named in groups(outcomes, by)),
        travel=scorer.travel(),
        misleading=tuple(_misleading(outcomes)),
        times=times,
        seed=seed,
    )


def _many(pairs: int) -> str:
    return f"{pairs:,} pair" if pairs == 1 else f"{pairs:,} pairs"


def _check(outcomes: Sequence[Outcome]) -> None:
    seen: set[str] = set()
    for one in outcomes:
        if one.pair in seen:
            raise BadInput(f"The pair {one.pair} comes twice; each is scored once.")
        seen.add(one.pair)
        if not abs(one.counted) <= lir.MOST:
            raise BadInput(
                f"The pair {one.pair} has no number from -{lir.MOST:g} to {lir.MOST:g} as log10 LR."
            )
    for truth, words in ((True, "the same person"), (False, "different people")):
        if not any(o.same == truth and o.kind != COTRAVEL for o in outcomes):
            raise BadInput(f"There is no pair of {words}: a ratio is validated against both truths.")


def _misleading(outcomes: Sequence[Outcome]) -> Iterator[Misleading]:
    wrong = [o for o in outcomes if o.kind != COTRAVEL and (o.counted < 0 if o.same else o.counted > 0)]
    for o in sorted(wrong, key=lambda o: (-abs(o.counted), o.pair)):
        yield Misleading(pair=o.pair, kind=o.kind, same=o.same, log10_lr=o.counted)


@dataclass(frozen=True)
class _Scorer:
    outcomes: Sequence[Outcome]
    drawn: Drawn
    seed: int

    def group(self, by: str, name: str, inside: Sequence[int]) -> Group:
        """Return the group with its scores, or with why it has none."""
        some = [self.outcomes[i] for i in inside]
        good, bad = ([o for o in some if o.same is truth] for truth in (True, False))
        fewest = min(people(good), people(bad))
        note = scores = None
        if min(len(good), len(bad)) < FEWEST_PAIRS:
            note = (
                f"Not scored: {_many(len(good))} of the same person and {_many(len(bad))} of different people say too "
                f"little; {FEWEST_PAIRS} of each are the least."
            )
        else:
            if fewest < FEWEST_PEOPLE:
                note = (
                    f"Without intervals: one of the truths rests on {fewest} {'person' if fewest == 1 else 'people'}, "
                    f"and fewer than {FEWEST_PEOPLE} say nothing of others."
                )
            scores = self._scores(np.array(inside, dtype=np.intp), good, bad)
        return Group(
            by=by,
            name=name,
            same=len(good),
            different=len(bad),
            people=people(some),
            without=sum(o.log10_lr is None for o in some),
            scores=scores,
            note=note,
        )

    def travel(self) -> Travel | None:
        """Return what is told of pairs whose carrier is unknown."""
        inside = [i for i, o in enumerate(self.outcomes) if o.kind == COTRAVEL]
        if not inside:
            return None
        some = [self.outcomes[i] for i in inside]
        above = np.array([o.counted > np.log10(TRAVEL_ABOVE) for o in some], dtype=np.float64)
        told = [w @ above / np.where(w.any(axis=1), w.sum(axis=1), np.nan) for w in self._weights(inside)]
        measure = share(float(above.mean()), np.concatenate(told), people=people(some))
        if people(some) < FEWEST_PEOPLE:
            measure = Measure(value=measure.value)
        return Travel(
            pairs=len(some),
            people=people(some),
            without=sum(o.log10_lr is None for o in some),
            above_100=measure,
        )

    def _weights(self, inside: Sequence[int]) -> Iterator[Floats]:
        return self.drawn.weights(np.array(inside, dtype=np.intp))

    def _scores(self, inside: npt.NDArray[np.intp], good: list[Outcome], bad: list[Outcome]) -> Scores:
        some = [self.outcomes[i] for i in inside]
        values = np.array([o.counted for o in some])
        same: Bools = np.array([o.same for o in some])
        point = {name: float(v[0]) for name, v in scored(values, same, np.ones((1, len(some)))).items()}
        point |= {"cllr": lir.cllr(values, same), "cllr_min": lir.cllr_min(values, same)}
        point["cllr_cal"] = point["cllr"] - point["cllr_min"]
        parts = [scored(values, same, w) for w in self.drawn.weights(inside)]
        again = {name: np.concatenate([part[name] for part in parts]) for name in point}
        many = (people(good), people(bad))

        def measured(name: str) -> Measure:
            if min(many) < FEWEST_PEOPLE:
                return Measure(value=point[name])
            if name == "same_below_1" or name.startswith("above_"):
                return share(point[name], again[name], people=many[name != "same_below_1"])
            return interval(name, point[name], again[name])

        return Scores(
            cllr=measured("cllr"),
            cllr_min=measured("cllr_min"),
            cllr_cal=measured("cllr_cal"),
            cal_by_chance=by_chance(values, same, times=BY_CHANCE, seed=self.seed),
            devpav=lir.devpav(values, same),
            same_below_1=measured("same_below_1"),
            different_above={ratio: measured(f"above_{ratio:g}") for ratio in ABOVE},
            median_same=measured("median_same"),
            median_different=measured("median_different"),
        )
