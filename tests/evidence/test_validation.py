"""A validation scores each group of pairs, says how certain it is, and is silent where there is too little."""

from dataclasses import replace

import numpy as np
import pytest

from clewline.errors import BadInput
from clewline.evidence.outcome import Outcome
from clewline.evidence.resampling import Measure, by_chance, draw, interval, scored, share
from clewline.evidence.validation import Group, Validation, validate
from evidence.outcomes_made import outcomes
from evidence.ratios_made import cllr_written_out, gaussian, known_cllr


def named(found: Validation, by: str, name: str) -> Group:
    (one,) = [g for g in found.groups if (g.by, g.name) == (by, name)]
    return one


def inside(measure: Measure, value: float) -> bool:
    return measure.lower is not None and measure.upper is not None and measure.lower <= value <= measure.upper


def test_known_ratios_get_their_known_cost_with_an_interval_around_it() -> None:
    found = validate(outcomes(1500, people=80, seed=4), seed=1, times=200)
    scores = found.whole.scores
    assert scores is not None
    assert inside(scores.cllr, known_cllr(2.0)) and inside(scores.cllr_min, known_cllr(2.0))
    assert scores.cllr_cal.lower == 0 and scores.cllr_cal.value < 0.03
    assert 0.3 * scores.cllr_cal.value < scores.cal_by_chance < 3 * scores.cllr_cal.value
    assert scores.devpav is not None and scores.devpav < 0.3
    assert inside(scores.same_below_1, 0.1587) and inside(scores.different_above[1.0], 0.1587)
    assert inside(scores.median_same, 2 / np.log(10)) and inside(scores.median_different, -2 / np.log(10))


def test_ratios_that_say_too_much_show_a_loss() -> None:
    scores = validate(outcomes(500, times=3), seed=1, times=50).whole.scores
    assert scores is not None
    assert scores.cllr_cal.lower is not None and scores.cllr_cal.lower > 5 * scores.cal_by_chance


def test_each_kind_is_scored_against_all_pairs_of_the_same_person() -> None:
    made = outcomes()
    found = validate(made, seed=1, times=20, by=["rate"])
    assert [g.name for g in found.grouped()["kind"]] == ["nearby", "random"]
    nearby = named(found, "kind", "nearby")
    assert (nearby.same, nearby.different) == (200, 50)
    rates = found.grouped()["rate"]
    assert [(g.name, g.same, g.different) for g in rates] == [("8", 100, 100), ("24", 100, 100)]
    only = [o for o in made if o.kind in ("same", "nearby")]
    assert nearby.scores is not None
    assert nearby.scores.cllr.value == pytest.approx(
        cllr_written_out([o.counted for o in only], [o.same for o in only]), abs=1e-9
    )


def test_shares_of_misleading_ratios_are_counted_above_each_step() -> None:
    said = [0.5, 1.5, 2.5, 3.5] + [-1.0] * 36
    made = [
        Outcome(pair=f"d{i}", same=False, kind="random", person_a=f"a{i}", person_b=f"b{i}", log10_lr=v)
        for i, v in enumerate(said)
    ]
    made += [
        Outcome(
            pair=f"s{i}",
            same=True,
            kind="same",
            person_a=f"a{i}",
            person_b=f"a{i}",
            log10_lr=-0.2 if i else 1,
        )
        for i in range(40)
    ]
    found = validate(made, seed=3, times=50)
    scores = found.whole.scores
    assert scores is not None
    assert [m.value for m in scores.different_above.values()] == [4 / 40, 3 / 40, 2 / 40, 1 / 40]
    assert scores.same_below_1.value == 39 / 40
    assert [(m.pair, m.same) for m in found.misleading[:4]] == [
        ("d3", False),
        ("d2", False),
        ("d1", False),
        ("d0", False),
    ]
    assert len(found.misleading) == 4 + 39


def test_a_pair_without_a_finding_counts_as_a_ratio_of_1_and_is_told() -> None:
    made = outcomes()
    some = [replace(o, log10_lr=None) if i % 10 == 0 else o for i, o in enumerate(made)]
    noughts = [replace(o, log10_lr=0.0) if i % 10 == 0 else o for i, o in enumerate(made)]
    found, same = (validate(x, seed=1, times=20) for x in (some, noughts))
    assert (found.without, same.without) == (40, 0)
    assert found.whole.without == 40
    assert found.whole.scores == same.whole.scores


def test_pairs_that_travelled_together_are_kept_apart() -> None:
    found = validate(outcomes(cotravel=30), seed=1, times=50)
    assert found.travel is not None
    assert (found.travel.pairs, found.travel.above_100.value) == (30, 0.5)
    assert inside(found.travel.above_100, 0.5)
    assert found.whole.scores == validate(outcomes(cotravel=0), seed=1, times=50).whole.scores
    assert (found.whole.different, found.pairs) == (200, 430)
    assert all(m.kind != "cotravel" for m in found.misleading)


def test_few_people_who_travelled_give_no_interval() -> None:
    few = [replace(o, person_a="w1", person_b="w2") for o in outcomes(cotravel=4) if o.kind == "cotravel"]
    travel = validate(outcomes() + few, seed=1, times=50).travel
    assert travel is not None and travel.above_100 == Measure(value=0.5)


def test_groups_by_events_are_told_where_events_are_known() -> None:
    made = outcomes(events=30)
    made[0] = replace(made[0], events=4)
    made[1] = replace(made[1], events=0)
    made[2] = replace(made[2], events=120)
    groups = validate(made, seed=1, times=20).grouped()["events"]
    assert [(g.name, g.same + g.different) for g in groups] == [
        ("1 to 5", 1),
        ("24 to 47", 397),
        ("96 or more", 1),
        ("none, or not known", 1),
    ]
    assert groups[0].scores is None and "too little" in (groups[0].note or "")
    assert "events" not in validate(outcomes(), seed=1, times=20).grouped()


def test_a_column_s_values_come_in_order_and_those_not_stated_last() -> None:
    made = [
        replace(o, columns={"net": ("10", "9", "1.5", "b", "")[i % 5]} if i % 7 else {})
        for i, o in enumerate(outcomes())
    ]
    assert [g.name for g in validate(made, seed=1, times=20, by=["net"]).grouped()["net"]] == [
        "1.5",
        "9",
        "10",
        "b",
        "not stated",
    ]


@pytest.mark.parametrize(("people", "words"), [(1, "1 person,"), (5, "5 people,")])
def test_few_people_have_scores_without_intervals(people: int, words: str) -> None:
    made = [
        replace(o, person_a=f"w{i % people}", person_b=f"w{i % people}") for i, o in enumerate(outcomes())
    ]
    whole = validate(made, seed=1, times=20).whole
    assert whole.scores is not None and whole.scores.cllr.lower is None
    assert words in (whole.note or "")


def test_the_same_seed_gives_the_same_intervals() -> None:
    made = outcomes(60)
    assert validate(made, seed=5, times=100) == validate(made, seed=5, times=100)
    first, other = (validate(made, seed=s, times=100).whole.scores for s in (5, 6))
    assert first is not None and other is not None and first.cllr.lower != other.cllr.lower


def test_the_order_of_the_pairs_changes_no_score() -> None:
    made = outcomes(60)
    one, other = (validate(x, seed=5, times=100).whole.scores for x in (made, made[::-1]))
    assert one is not None and other is not None
    assert one.cllr.value == pytest.approx(other.cllr.value)
    assert one.cllr.lower == pytest.approx(other.cllr.lower)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ([outcomes(2)[0], outcomes(2)[0]], "comes twice"),
        ([replace(outcomes(2)[0], log10_lr=float("nan"))], "no number"),
        ([o for o in outcomes(5) if o.same], "no pair of different people"),
        ([o for o in outcomes(5, cotravel=2) if not o.same], "no pair of the same person"),
    ],
)
def test_what_cannot_be_validated_is_refused(wrong: list[Outcome], why: str) -> None:
    with pytest.raises(BadInput, match=why):
        validate(wrong, seed=1)


def test_a_pair_counts_as_often_as_its_two_people_were_drawn() -> None:
    drawn = draw([("a", "a"), ("a", "b"), ("b", "c")], times=500, seed=2)
    (weights,) = drawn.weights(np.arange(3))
    a, b, c = drawn.times.T
    assert (drawn.times.sum(axis=1) == 3).all()
    assert (weights == np.array([a, a * b, b * c]).T).all()


def test_weights_come_in_parts_that_fit_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn = draw([("a", "b"), ("b", "c")], times=7, seed=2)
    (whole,) = drawn.weights(np.arange(2))
    monkeypatch.setattr("clewline.evidence.resampling.AT_ONCE", 4)
    parts = list(drawn.weights(np.arange(2)))
    assert [len(p) for p in parts] == [2, 2, 2, 1] and (np.concatenate(parts) == whole).all()


def test_weights_are_as_good_as_pairs_that_come_again() -> None:
    values, same = gaussian(20)
    weights = np.random.default_rng(1).integers(0, 3, 40)
    twice = np.repeat(np.arange(40), weights)
    one = scored(values, same, weights[None, :].astype(float))
    other = scored(values[twice], same[twice], np.ones((1, len(twice))))
    assert one.keys() == other.keys()
    for name in one:
        assert one[name] == pytest.approx(other[name], abs=1e-9), name


def test_resamples_without_a_truth_give_no_number_and_too_many_of_them_no_interval() -> None:
    found = scored(np.array([1.0, 0.0]), np.array([True, False]), np.array([[1.0, 1.0], [1.0, 0.0]]))
    assert np.isnan(found["cllr"][1]) and np.isnan(found["median_different"][1])
    assert interval("cllr", 0.5, np.array([0.4, np.nan])) == Measure(value=0.5)
    assert interval("cllr", 0.5, np.array([])) == Measure(value=0.5)


def test_none_of_few_people_may_be_some_of_many() -> None:
    none, every = (share(v, np.full(9, v), people=30) for v in (0.0, 1.0))
    assert (none.lower, none.upper) == (0, pytest.approx(1 - 0.025 ** (1 / 30)))
    assert (every.lower, every.upper) == (pytest.approx(0.025 ** (1 / 30)), 1)


def test_the_loss_by_chance_falls_with_the_number_of_pairs() -> None:
    few, many = (by_chance(*gaussian(n), times=50, seed=1) for n in (50, 2000))
    assert 0 < many < few / 5
    assert by_chance(np.array([1.0, -1.0]), np.array([True, False]), times=20, seed=1) >= 0
