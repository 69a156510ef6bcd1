"""Fitting co-travel: the same seed gives the same model, people are kept apart, and hard pairs are not drowned."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from clewline.errors import BadInput
from clewline.evidence.fitting import co_travel
from clewline.evidence.fitting.co_travel import calibrate, fit, fit_model
from clewline.evidence.fitting.labelled import Answer
from clewline.evidence.fitting.people import check_people
from clewline.evidence.fitting.travelled import MADE_UP_SHARE, Travelled, joined
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.hops import measure
from clewline.evidence.travel.places import F64, Bools
from clewline.evidence.travel.timelines import Pairs
from evidence.travel_made import people


def labelled(pairs: int = 40) -> Travelled:
    """Return pairs of which the first half are one person's; two people of the others share no pair of their own."""
    half = pairs // 2
    (one, asked), (two, _) = people(pairs=half, same=True), people(pairs=half, seed=1)
    made = replace(
        one,
        phone=np.r_[one.phone, two.phone + one.phones],
        t=np.r_[one.t, two.t],
        place=np.r_[one.place, two.place],
        phones=one.phones + two.phones,
    )
    a = np.r_[asked.a, asked.a + one.phones]
    every = Pairs(a=a, b=a + 1, start=np.r_[asked.start, asked.start], end=np.r_[asked.end, asked.end])
    lines = made.lines()
    answers = [
        Answer(
            pair=f"p{n}",
            same=n < half,
            kind="same" if n < half else "nearby" if n >= pairs - 4 else "random",
            person_a=f"w{n % half:02}",
            person_b=f"w{n if n < half else (n + 1) % half:02}",
            columns={"rate": "24"},
        )
        for n in range(pairs)
    ]
    return Travelled(answers=answers, hops=measure(lines, every, survey(lines, every)))


def changed(pairs: Travelled, change: Callable[[int, Answer], dict[str, Any]], **more: Any) -> Travelled:
    """Return the pairs with what `change` says of each."""
    answers = [replace(a, **change(n, a)) for n, a in enumerate(pairs.answers)]
    return replace(pairs, answers=answers, **more)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(co_travel, "HOPS", 300)
    monkeypatch.setattr(co_travel, "RESAMPLES", 20)


def test_the_same_seed_fits_the_same_model_and_says_how_far_it_is() -> None:
    pairs, steps = labelled(), []
    one = fit_model(pairs, np.random.default_rng(3), lambda done, of: steps.append((done, of)))
    other = fit(pairs, np.random.default_rng(3))
    assert one.model.parameters("co-travel") == other.parameters
    assert list(one.log10_lr) == [o.log10_lr for o in other.outcomes]
    assert (other.people, other.pairs, other.made_up) == (20, 40, ())
    assert steps == [(n, 12) for n in range(1, 13)]
    assert one.model.coefficients[1] > 0 > one.model.coefficients[2]
    assert one.log10_lr.min() >= one.model.least and one.log10_lr.max() <= one.model.most
    assert (one.model.together, one.model.together_pairs) == (0, 0)
    good = np.median(one.log10_lr[pairs.same]), np.median(one.log10_lr[~pairs.same])
    assert good[0] > 0 > good[1]


def test_people_who_travelled_together_take_no_part_and_set_the_second_ratios_bounds() -> None:
    some = changed(labelled(), lambda n, a: {"kind": "cotravel"} if n >= 38 else {})
    assert some.companions() == 2 and not some.known[-1]
    found = fit(some, np.random.default_rng(3))
    assert found.parameters["together"] == {"within": round(float(np.log10(3)), 3), "pairs": 2}
    assert (found.pairs, len(found.outcomes)) == (38, 40)


def test_weights_halve_the_truths_and_give_hard_kinds_a_share_of_their_own() -> None:
    pairs = labelled()
    weight = pairs.weights(pairs.known)
    assert weight.sum() == pytest.approx(40)
    for kind, share in (("same", 0.5), ("random", 0.38), ("nearby", 0.12)):
        assert weight[pairs.kind == kind].sum() == pytest.approx(40 * share)
    some = changed(pairs, lambda n, a: {"kind": "habit"} if n >= 38 else {})
    weight = some.weights(some.known)
    assert weight[some.kind == "nearby"].sum() == pytest.approx(40 * 0.12 * 0.6)
    assert weight[some.kind == "habit"].sum() == pytest.approx(40 * 0.12 * 0.4)


@pytest.mark.parametrize(("kind", "hard"), [("nearby", 0.5), ("random", 0.0)])
def test_pairs_of_one_kind_alone_have_the_whole_half(kind: str, hard: float) -> None:
    alone = changed(labelled(), lambda n, a: {} if a.same else {"kind": kind})
    weight = alone.weights(alone.known)
    assert weight[~alone.same].sum() == pytest.approx(20)
    assert weight[alone.kind == "nearby"].sum() == pytest.approx(40 * hard)


def test_a_rate_weighs_as_its_pairs_do_and_both_truths_within_it_alike() -> None:
    # Of thirty pairs at the one rate twenty are one person's; at the other there are two people's alone.
    some = changed(labelled(), lambda n, a: {"columns": {"rate": "24" if n < 30 else "8"}})
    weight = some.weights(some.known)
    at_24 = some.rate == "24"
    assert weight[at_24 & some.same].sum() == pytest.approx(weight[at_24 & ~some.same].sum())
    assert weight[at_24].sum() == pytest.approx(6 * weight[~at_24].sum())


def test_made_up_pairs_weigh_their_share_and_set_no_bounds() -> None:
    some = changed(
        labelled(), lambda n, a: {"same": n % 2 == 0, "kind": "same" if n % 2 == 0 else "random"}, made_up=25
    )
    weight = some.weights(some.known)
    assert weight[15:].sum() == pytest.approx(40 * MADE_UP_SHARE)
    assert not some.telling()[15:].any() and some.telling()[:15].all()


def test_bounds_are_of_the_commonest_rate_in_the_records_that_have_most_of_it() -> None:
    rates = ["8"] * 12 + ["24"] * 26 + ["8"] * 2
    files = [0] * 12 + [1] * 9 + [2] * 17 + [0] * 2
    some = changed(labelled(), lambda n, a: {"columns": {"rate": rates[n]}}, files=files)
    assert np.flatnonzero(some.telling()).tolist() == list(range(21, 38))


def test_the_hops_of_two_records_are_told_apart_where_they_are_joined() -> None:
    hops = labelled().hops
    both = joined([hops, hops], [40, 40])
    assert (both.pair[len(hops) :] - hops.pair == 40).all() and len(both) == 2 * len(hops)
    assert not set(both.episode[: len(hops)]) & set(both.episode[len(hops) :])
    assert (both.apart[len(hops) :] == hops.apart).all()


def test_a_made_up_pair_takes_part_only_where_both_its_people_may(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = replace(labelled(), made_up=10)
    seen: list[tuple[set[str], set[str]]] = []
    real = co_travel._judged

    def judged(of: Travelled, train: Bools, chance: np.random.Generator) -> F64:
        trained = [a for a, t in zip(of.answers, train, strict=True) if t]
        seen.append(({p for a in trained for p in (a.person_a, a.person_b)}, {a.pair for a in trained}))
        return real(of, train, chance)

    monkeypatch.setattr(co_travel, "_judged", judged)
    found = fit(pairs, np.random.default_rng(3))
    made = {o.pair: {o.person_a, o.person_b} for o in found.made_up}
    assert len(made) == 10 and len(found.outcomes) == 30
    everybody = {p for a in pairs.answers for p in (a.person_a, a.person_b)}
    for people_of_fit, fitted_on in seen:
        tested = everybody - people_of_fit
        assert tested  # somebody is left out of every fit, and with them their made-up pairs
        assert all(not who & tested for name, who in made.items() if name in fitted_on)
    assert any(set(made) & fitted_on for _, fitted_on in seen)


def test_the_calibration_is_told_in_the_features_own_scale() -> None:
    chance = np.random.default_rng(0)
    x = chance.normal(size=(4_000, 3)) * [1.0, 10.0, 0.1]
    score = 0.5 + x @ [2.0, -0.1, 0.0]
    same = chance.random(4_000) < 1 / (1 + np.exp(-score))
    found = calibrate(x, same, np.ones(4_000)) * np.log(10)
    assert found[:3] == pytest.approx([0.5, 2, -0.1], abs=0.15)


def test_a_resample_that_drew_one_truth_alone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    # One pair of different people: many draws are without them.
    some = changed(
        labelled(),
        lambda n, a: (
            {"same": True, "kind": "same", "person_b": a.person_a}
            if n < 39
            else {"person_b": "w01", "kind": "random"}
        ),
    )
    monkeypatch.setattr(co_travel, "RESAMPLES", 40)
    x = np.random.default_rng(0).normal(size=(40, 3))
    assert 0 < len(co_travel._resampled(some, x, np.random.default_rng(1))) < 40


def test_too_few_people_or_one_truth_alone_are_refused() -> None:
    with pytest.raises(BadInput, match=r"pairs of 11 people; .* needs 12"):
        check_people(11)
    check_people(12)
    with pytest.raises(BadInput, match="both truths"):
        fit(changed(labelled(), lambda n, a: {"same": True}), np.random.default_rng(0))


def test_truths_that_hang_on_few_people_are_refused() -> None:
    some = changed(labelled(), lambda n, a: {} if a.same else {"person_a": "w01", "person_b": "w00"})
    with pytest.raises(BadInput, match="With some people left out"):
        fit(some, np.random.default_rng(0))
