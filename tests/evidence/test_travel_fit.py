"""Fitting co-travel: the same seed gives the same model, people are kept apart, and hard pairs are not drowned."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from clewline.errors import BadInput
from clewline.evidence.travel import fit as fitting
from clewline.evidence.travel.background import survey
from clewline.evidence.travel.fit import calibrate, fit
from clewline.evidence.travel.hops import measure
from clewline.evidence.travel.labelled import Labelled
from clewline.evidence.travel.timelines import Pairs
from evidence.travel_made import people


def labelled(pairs: int = 40, **changed: Any) -> Labelled:
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
    k = np.arange(half)
    columns: dict[str, Any] = {
        "hops": measure(lines, every, survey(lines, every)),
        "same": np.r_[np.ones(half, np.bool_), np.zeros(half, np.bool_)],
        "kind": np.array(["same"] * half + ["random"] * (half - 4) + ["nearby"] * 4),
        "first": np.r_[k, k],
        "second": np.r_[k, (k + 1) % half],
        "rate": np.full(pairs, "24"),
    }
    return Labelled(**{**columns, **changed})


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "HOPS", 300)
    monkeypatch.setattr(fitting, "RESAMPLES", 20)


def test_the_same_seed_fits_the_same_model_and_says_how_far_it_is() -> None:
    pairs, steps = labelled(), []
    one = fit(pairs, np.random.default_rng(3), lambda done, of: steps.append((done, of)))
    other = fit(pairs, np.random.default_rng(3))
    assert one.model.parameters("m 1") == other.model.parameters("m 1")
    assert list(one.log10_lr) == list(other.log10_lr)
    assert steps == [(n, 12) for n in range(1, 13)]
    assert one.model.coefficients[1] > 0 > one.model.coefficients[2]
    assert one.log10_lr.min() >= one.model.least and one.log10_lr.max() <= one.model.most
    assert (one.model.together, one.model.together_pairs) == (0, 0)
    good = np.median(one.log10_lr[pairs.same]), np.median(one.log10_lr[~pairs.same])
    assert good[0] > 0 > good[1]


def test_people_who_travelled_together_take_no_part_and_set_the_second_ratios_bounds() -> None:
    pairs = labelled()
    kind = pairs.kind.astype("<U8")
    kind[-2:] = "cotravel"
    some = replace(pairs, kind=kind)
    assert some.companions() == 2 and not some.known[-1]
    model = fit(some, np.random.default_rng(3)).model
    assert model.together == pytest.approx(np.log10(3)) and model.together_pairs == 2


def test_weights_halve_the_truths_and_give_hard_kinds_a_share_of_their_own() -> None:
    pairs = labelled()
    weight = pairs.weights(pairs.known)
    assert weight.sum() == pytest.approx(40)
    for kind, share in (("same", 0.5), ("random", 0.38), ("nearby", 0.12)):
        assert weight[pairs.kind == kind].sum() == pytest.approx(40 * share)
    kind = pairs.kind.copy()
    kind[-2:] = "habit"
    weight = replace(pairs, kind=kind).weights(pairs.known)
    assert weight[kind == "nearby"].sum() == pytest.approx(40 * 0.12 * 0.6)
    assert weight[kind == "habit"].sum() == pytest.approx(40 * 0.12 * 0.4)


@pytest.mark.parametrize(("kind", "hard"), [("nearby", 0.5), ("random", 0.0)])
def test_pairs_of_one_kind_alone_have_the_whole_half(kind: str, hard: float) -> None:
    pairs = labelled()
    alone = replace(pairs, kind=np.where(pairs.same, "same", kind))
    weight = alone.weights(alone.known)
    assert weight[~alone.same].sum() == pytest.approx(20)
    assert weight[alone.kind == "nearby"].sum() == pytest.approx(40 * hard)


def test_rates_weigh_alike_whatever_each_lacks() -> None:
    pairs = labelled()
    rate = np.where(np.arange(40) < 30, "24", "8")
    weight = replace(pairs, rate=rate).weights(pairs.known)
    assert weight[rate == "24"].sum() == pytest.approx(2 * weight[rate == "8"].sum())
    only_same = np.where(pairs.same, "24", "8")
    weight = replace(pairs, rate=only_same).weights(pairs.known)
    assert weight[pairs.same].sum() == pytest.approx(20)


def test_the_calibration_is_the_one_that_fits_best() -> None:
    chance = np.random.default_rng(0)
    x = chance.normal(size=(4_000, 3))
    score = 0.5 + x @ [2.0, -1.0, 0.0]
    same = chance.random(4_000) < 1 / (1 + np.exp(-score))
    found = calibrate(x, same, np.ones(4_000)) * np.log(10)
    assert found == pytest.approx([0.5, 2, -1, 0], abs=0.15)


def test_a_calibration_that_does_not_settle_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "MOST_STEPS", 1)
    assert np.isfinite(calibrate(np.eye(4)[:, :3], np.array([1, 0, 0, 1], bool), np.ones(4))).all()


def test_a_resample_that_drew_one_truth_alone_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = labelled()
    # One pair of different people: many draws are without them.
    first = pairs.first.copy()
    second = np.where(pairs.same, pairs.second, first)
    second[-1] = (first[-1] + 1) % 20
    same = np.arange(40) < 39
    some = replace(pairs, same=same, kind=np.where(same, "same", "random"), second=second)
    monkeypatch.setattr(fitting, "RESAMPLES", 40)
    x = np.random.default_rng(0).normal(size=(40, 3))
    assert 0 < len(fitting._resampled(some, x, np.random.default_rng(1))) < 40


def test_too_few_people_or_one_truth_alone_are_refused() -> None:
    pairs = labelled()
    with pytest.raises(BadInput, match=r"pairs of 3 people; .* needs 12"):
        replace(pairs, first=pairs.first % 3, second=pairs.second % 3)
    with pytest.raises(BadInput, match="both truths"):
        replace(pairs, same=np.ones(40, np.bool_))


def test_truths_that_hang_on_few_people_are_refused() -> None:
    pairs = labelled()
    second = np.where(pairs.same, pairs.second, 0)
    first = np.where(pairs.same, pairs.first, 1)
    with pytest.raises(BadInput, match="With some people left out"):
        fit(replace(pairs, first=first, second=second), np.random.default_rng(0))
