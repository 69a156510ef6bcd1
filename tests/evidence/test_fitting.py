"""A model is fitted on people whom it is not tested on, and fitting again gives it again."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from clewline.errors import BadInput
from clewline.evidence.fitting import separation, usual_places
from clewline.evidence.fitting.labelled import paired, people_of
from clewline.evidence.fitting.people import pairing
from clewline.evidence.fitting.reference import phones_of
from clewline.evidence.fitting.scored import Fitted, bounds, scores
from clewline.evidence.lir_adapter import cllr
from clewline.evidence.outcome import Outcome
from clewline.evidence.types.separation import weigh as weigh_separation
from clewline.evidence.types.usual_places import weigh as weigh_usual
from evidence.labelled_made import PEOPLE, pairs
from evidence.uses_made import MINUTE


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(separation, "RESAMPLES", 2)
    monkeypatch.setattr(usual_places, "RESAMPLES", 5)


def rng() -> np.random.Generator:
    return np.random.default_rng(7)


def cost(fitted: Fitted) -> float:
    """Return the log likelihood ratio cost."""
    return cllr([o.counted for o in fitted.outcomes], [o.same for o in fitted.outcomes])


def doubled(outcomes: Sequence[Outcome], times: int = 2) -> tuple[Outcome, ...]:
    return tuple(replace(o, pair=f"{o.pair} {n}") for o in outcomes for n in range(times))


def test_nobody_is_on_both_sides_of_a_fit_and_each_pair_is_tested_once() -> None:
    made = pairs()
    tested = np.zeros(len(made), int)
    for train, test in paired(made).folds(rng()):
        sides = [{*people_of([p for p, w in zip(made, which, strict=True) if w])} for which in (train, test)]
        assert not sides[0] & sides[1]
        tested += test
    assert tested.tolist() == [1] * len(made)


def test_a_fold_without_pairs_is_passed_over_and_draws_without_one_of_the_truths_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    two = [p for p in pairs() if {p.person_a, p.person_b} <= {"person 0", "person 2"}]
    assert sum(test.sum() for _, test in paired(two).folds(rng())) == len(two) == 5
    monkeypatch.setattr(usual_places, "RESAMPLES", 40)
    fitted = usual_places._fitted(np.ones((5, 3)), two, rng())
    assert len(fitted["coefficients"]) == 3 and np.shape(fitted["covariance"]) == (3, 3)


def test_a_person_counts_as_often_as_drawn_and_two_people_the_one_times_the_other() -> None:
    three = pairing([("a", "a"), ("a", "b"), ("c", "b"), ("b", "b")])
    assert three.people == 3
    for a, ab, cb, b in three.drawn(rng(), 20):
        # Three draws of three people: what a and b were not, c was.
        assert (ab, cb) == (a * b, (3 - a - b) * b)


def test_rarity_is_told_by_one_phone_of_each_other_person() -> None:
    made = pairs()
    names = list(made[0].question.case.phones)
    whose = {
        uses.name: person
        for p in made
        for uses, person in ((p.question.first, p.person_a), (p.question.second, p.person_b))
    }
    phones = phones_of(made)
    for pair in made:
        beside = [whose[names[at]] for at in phones.drawn(pair, [*people_of(made), "nobody"], rng())]
        assert sorted(beside) == [p for p in people_of(made) if p not in (pair.person_a, pair.person_b)]


def test_bounds_are_no_wider_than_people_and_one() -> None:
    made = [p for p in pairs() if p.known]
    sure = [5.0 if p.same else -5.0 for p in made]
    least, most = bounds(sure, made)
    assert -np.log10(PEOPLE + 1) <= least < 0 < most <= np.log10(PEOPLE + 1) + 0.005


def test_separation_is_fitted_again_to_the_same_and_tells_people_apart() -> None:
    made = pairs()
    fitted = separation.fit(made, rng())
    assert fitted.parameters == separation.fit(made, rng()).parameters
    assert fitted.people == PEOPLE and fitted.pairs == len(made) - 1 == len(fitted.outcomes)
    assert {o.kind for o in fitted.against} == {"same", "nearby"}
    assert cost(fitted) < 0.9
    said = fitted.parameters["fitted"]
    assert said["error"] < -2 and set(fitted.parameters["bounds"]) == {"apart", "near"}
    finding = weigh_separation(made[0].question, fitted.parameters)
    assert finding.ratio is not None and finding.ratio.log10_lr > 0 and finding.against


def test_usual_places_are_fitted_again_to_the_same_and_tell_people_apart() -> None:
    made = pairs()
    fitted = usual_places.fit(made, rng())
    assert fitted.parameters == usual_places.fit(made, rng()).parameters
    assert cost(fitted) < 0.5
    assert {o.columns["days"] for o in fitted.outcomes} == {"2 to 4"}
    # Sixteen pairs of the same person are too few to be scored; twice as many are enough.
    twice = replace(fitted, outcomes=doubled(fitted.outcomes), against=doubled(fitted.against, 4))
    assert {s.by for s in scores(twice, seed=1, times=20)} >= {"all", "days", "rate", "further proposition"}
    # Made-up pairs would be told by kind, apart from the others.
    made_too = scores(replace(twice, made_up=twice.outcomes), seed=1, times=20)
    assert [s.name for s in made_too if s.by == "kind"] == ["random", "random, made up"]
    assert {o.kind for o in fitted.against} == {"same", "nearby"}
    finding = weigh_usual(made[0].question, fitted.parameters)
    assert finding.ratio is not None and finding.against and finding.model == usual_places.VERSION


def test_without_neighbours_there_is_no_second_ratio_and_without_days_no_finding() -> None:
    made = pairs(near=False)
    q = made[0].question
    made[0] = replace(made[0], question=replace(q, start=q.end, end=q.end + MINUTE))
    for fitted in (separation.fit(made, rng()), usual_places.fit(made, rng())):
        assert fitted.against == ()
        assert fitted.outcomes[0].log10_lr is None and fitted.outcomes[0].columns["days"] == "none"
        assert {s.by for s in scores(fitted, seed=1, times=20)} <= {"all", "kind", "rate", "days"}


def test_where_only_the_tested_people_are_neighbours_nothing_is_said_of_them() -> None:
    made = [
        replace(p, kind="random") if p.kind == "nearby" and p.person_a != "person 0" else p for p in pairs()
    ]
    for fitted in (separation.fit(made, rng()), usual_places.fit(made, rng())):
        (only,) = [o for o in fitted.against if not o.same]
        assert only.counted == 0


@pytest.mark.parametrize("same", [True, False])
def test_both_truths_are_needed(same: bool) -> None:
    some = [p for p in pairs() if p.same is same]
    with pytest.raises(BadInput, match="A fit needs days"):
        separation.fit(some, rng())
    with pytest.raises(BadInput, match="A fit needs pairs"):
        usual_places.fit(some, rng())


def test_neighbours_without_days_are_no_second_proposition_and_no_reason_to_refuse() -> None:
    made = [
        replace(p, question=replace(p.question, end=p.question.start)) if p.kind == "nearby" else p
        for p in pairs()
    ]
    fitted = usual_places.fit(made, rng())
    assert fitted.against == () and "neighbours" not in fitted.parameters
    assert fitted.bounds == (fitted.parameters["unrelated"]["lower"], fitted.parameters["unrelated"]["upper"])
