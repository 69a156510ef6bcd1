"""Uses at once in places too far apart for one carrier, on a made-up strip along a meridian."""

import json
from dataclasses import replace
from importlib import resources
from math import exp, log, log10
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clewline.evidence.apart import TOP_SPEED, crossings
from clewline.evidence.card import read_card
from clewline.evidence.evidence_type import Question
from clewline.evidence.fitting.separation import cut
from clewline.evidence.types import separation
from clewline.evidence.types.separation import Days
from clewline.evidence.use import CaseUses, Places
from evidence.uses_made import MINUTE, case_of, question

KM = 1 / 111.195
"""Degrees north in a kilometre."""
TOWN = [(51.0 + n * KM, 0.0) for n in range(5)]
SITES = [*TOWN, *((lat + 100 * KM, lon) for lat, lon in TOWN)]
"""Two towns 100 km apart, of five sites a kilometre from each other: 0 to 4 and 5 to 9."""
PLAIN: dict[str, Any] = {
    "version": "test 1",
    "fitted": {
        "error": -5.0,
        "error_spread": 0.0,
        "apart": 0.0,
        "apart_sharp": 1.0,
        "apart_spread": 0.0,
        "near": -2.0,
        "near_sharp": 0.0,
        "near_spread": 0.0,
    },
    "resampled": [],
    "bounds": {"apart": [-1.5, 0.6], "near": [-1.5, 0.1]},
}
PLAIN["resampled"] = [PLAIN["fitted"], PLAIN["fitted"] | {"error": -4.0}, PLAIN["fitted"] | {"error": -6.0}]


def towns(**phones: list[str]) -> CaseUses:
    return case_of(phones, sites=SITES)


def asked(case: CaseUses, **period: float) -> Question:
    return question(case, "p", "q", **period)


def sigmoid(x: float) -> float:
    return 1 / (1 + exp(-x))


def test_a_day_apart_by_hand() -> None:
    case = towns(p=["0 - 2"], q=["10 - 7"])
    finding = separation.weigh(asked(case), PLAIN)
    # Ten minutes at 63 m/s are 37.8 km, and no use is so near in time that 10 km could have shown: x = 0.
    expected = log10(sigmoid(-5) / sigmoid(0))
    assert finding.ratio is not None and finding.ratio.note is None
    assert sum(w.log10 for w in finding.weights) == pytest.approx(expected)
    assert finding.ratio.log10_lr == -1.5 and finding.ratio.at_bound
    assert finding.weights[0].log10 == pytest.approx(log10((1 - sigmoid(-5)) / 0.5))
    assert finding.against[0].propositions == separation.NEIGHBOURS
    assert finding.against[0].log10_lr == pytest.approx(max(-1.5, log10(sigmoid(-5) / sigmoid(-2))))
    assert finding.episodes == 1 and {row.line for row in finding.rows} == {2, 3}


def test_an_impossible_pair_is_a_fact_with_distance_time_and_speed() -> None:
    case = towns(p=["0 - 2"], q=["10 - 7"])
    (fact,) = separation.weigh(asked(case), None).facts
    # The middle site's spacing is the mean distance to its 2nd to 4th neighbours, 1, 2 and 2 km; three of it, twice.
    reach = 2 * 3 * (1 + 2 + 2) / 3
    assert f"cells 100.0 km apart; less the reach of both, {reach:.1f} km" in fact.what
    assert f"would have needed {(100 - reach) * 6:.0f} km/h" in fact.what
    assert "1 January 1970 01:00:00" in fact.what  # British Standard Time, all the year
    assert [row.line for row in fact.rows] == [2, 3]


@pytest.mark.parametrize(
    ("minutes", "impossible"),
    [(10, True), (23, True), (25, False), (59, False)],
)
def test_reach_and_a_journey_at_top_speed_are_allowed_for(minutes: int, impossible: bool) -> None:
    case = towns(p=["0 - 2"], q=[f"{minutes} - 7"])
    found = crossings(case.phones["p"], case.phones["q"], case, 0)
    assert found.impossible.tolist() == [impossible]
    assert (found.needed > TOP_SPEED).tolist() == [impossible]


def test_uses_more_than_an_hour_apart_are_not_compared() -> None:
    finding = separation.weigh(asked(towns(p=["0 - 2"], q=["61 - 7"])), PLAIN)
    assert finding.ratio is None and "within an hour" in str(finding.why_none)
    assert "no fitted model" in str(separation.weigh(asked(towns(p=["0 - 2"], q=["1 - 7"])), None).why_none)


def test_an_unknown_place_or_a_time_that_is_not_exact_separates_nobody() -> None:
    case = towns(p=["0 - 2", "5 - -"], q=["0 - -", "1 - 7"])
    whole = separation.weigh(asked(case), PLAIN)
    assert len(whole.facts) == 1
    q = replace(case.phones["q"], exact=np.array([True, False]))
    assert separation.weigh(replace(asked(case), second=q), PLAIN).ratio is None


def test_the_hour_that_occurs_twice_is_taken_in_favour_of_one_carrier() -> None:
    case = towns(p=["0 - 2"], q=["5 - 7"])
    sure = separation.weigh(asked(case), PLAIN)
    q = replace(case.phones["q"], latest=case.phones["q"].latest + 60 * MINUTE)
    doubtful = separation.weigh(replace(asked(case), second=q), PLAIN)
    assert len(sure.facts) == 1 and doubtful.facts == ()
    assert sure.ratio is not None and sure.ratio.log10_lr < 0 and doubtful.ratio is None


def test_no_separation_speaks_weakly_for_one_carrier_and_hardly_against_neighbours() -> None:
    finding = separation.weigh(asked(towns(p=["0 - 2"], q=["0 - 3"])), PLAIN)
    assert finding.ratio is not None and finding.facts == ()
    # At once, and two cells of 5 and 6 km reach: no separation of 10 km could have shown.
    assert finding.ratio.log10_lr == pytest.approx(log10((1 - sigmoid(-5)) / 0.5))
    assert 0 < finding.against[0].log10_lr < 0.1
    (weight,) = finding.weights
    assert weight.what.startswith("1 day on which") and len(weight.rows) == 2


def test_a_use_so_near_in_time_that_a_separation_could_have_shown_says_more() -> None:
    dense = [(51.0 + n * KM / 10, 0.0) for n in range(5)]  # reach 2 km, the least
    far, near = (case_of({"p": ["0 - 2"], "q": [f"{m} - 2"]}, sites=dense) for m in (30, 1))
    a, b = (separation.weigh(asked(c), PLAIN).ratio for c in (far, near))
    assert a is not None and b is not None
    assert a.log10_lr == pytest.approx(log10((1 - sigmoid(-5)) / (1 - sigmoid(0))))
    assert b.log10_lr == pytest.approx(log10((1 - sigmoid(-5)) / (1 - sigmoid(log(2)))))


def test_more_uses_of_one_day_are_no_more_episodes() -> None:
    few = separation.weigh(asked(towns(p=["0 - 2"], q=["1 - 7"])), PLAIN)
    many = separation.weigh(
        asked(towns(p=[f"{n} - 2" for n in range(40)], q=[f"{n + 0.5} - 7" for n in range(40)])), PLAIN
    )
    assert few.episodes == many.episodes == 1
    assert few.ratio is not None and many.ratio is not None
    assert sum(w.log10 for w in many.weights) == pytest.approx(sum(w.log10 for w in few.weights))
    assert (
        many.weights[1].what.startswith("1344 pairs of uses too far apart")
        and len(many.weights[1].rows) == 80
    )
    assert len(many.facts) == 79  # each use with its nearest in time


def test_a_second_day_apart_is_a_second_episode_that_says_less_than_the_first() -> None:
    spread = PLAIN["fitted"] | {"error_spread": 2.0, "apart_spread": 2.0}
    day = 24 * 60
    ratios = [separation.log10_ratio(np.ones(n, bool), np.zeros(n), spread) for n in (1, 2)]
    assert 2 * ratios[0] < ratios[1] < ratios[0]
    case = towns(p=["0 - 2", f"{day} - 2"], q=["1 - 7", f"{day + 1} - 7"])
    finding = separation.weigh(asked(case), PLAIN)
    assert finding.episodes == 2 and len(finding.weights) == 3


def test_one_separated_day_of_many_never_speaks_for_one_carrier() -> None:
    day = 24 * 60
    p = [f"{n * day} - 2" for n in range(60)]
    q = [f"{n * day} - {7 if n == 3 else 3}" for n in range(60)]
    finding = separation.weigh(asked(towns(p=p, q=q)), PLAIN)
    assert finding.ratio is not None and sum(w.log10 for w in finding.weights) > 0
    assert finding.ratio.log10_lr == finding.ratio.upper == 0 and "Few of many days" in str(
        finding.ratio.note
    )
    days = Days(day=np.zeros(1, np.int64), separated=np.ones(1, bool), sharp=np.zeros(1))
    assert cut(days, 0.4) == 0


def test_a_model_without_neighbours_gives_one_ratio() -> None:
    bare = PLAIN | {"bounds": {"apart": [-1.5, 0.6]}}
    assert separation.weigh(asked(towns(p=["0 - 2"], q=["1 - 7"])), bare).against == ()


def test_only_the_period_counts() -> None:
    case = towns(p=["0 - 2", "60 - 2"], q=["0 - 2", "60 - 7"])
    assert len(separation.weigh(asked(case), PLAIN).facts) == 1
    assert separation.weigh(asked(case, end=50), PLAIN).facts == ()


uses = st.lists(st.tuples(st.integers(0, 3000), st.integers(-1, 9)), min_size=1, max_size=12)


def same_in_substance(one: Any, other: Any) -> None:
    assert (one.ratio is None) == (other.ratio is None)
    assert len(one.facts) == len(other.facts) and one.episodes == other.episodes
    if one.ratio is not None:
        assert one.ratio.log10_lr == pytest.approx(other.ratio.log10_lr)
        assert one.ratio.lower == pytest.approx(other.ratio.lower)


@given(uses, uses)
@settings(max_examples=40)
def test_the_order_of_phones_and_rows_and_duplicates_change_nothing(p: Any, q: Any) -> None:
    text = {n: [f"{at} - {'-' if w < 0 else w}" for at, w in some] for n, some in (("p", p), ("q", q))}
    one = separation.weigh(asked(towns(**text)), PLAIN)
    turned = towns(q=list(reversed(text["q"])), p=list(reversed(text["p"])))
    same_in_substance(one, separation.weigh(question(turned, "q", "p"), PLAIN))
    twice = towns(p=[*text["p"], *text["p"]], q=[*text["q"], *text["q"]])
    same_in_substance(one, separation.weigh(asked(twice), PLAIN))


def test_a_lone_site_reaches_as_far_as_gsm_allows() -> None:
    sites = [(51.0, 0.0), (51.0 + 65 * KM, 0.0)]
    case = case_of({"p": ["0 - 0"], "q": ["0 - 1"]}, sites=sites)
    lone = replace(case, places=Places(lat=case.places.lat, lon=case.places.lon, operator=np.array([0, 1])))
    assert separation.weigh(asked(lone), PLAIN).facts == ()


def test_the_model_that_comes_with_clewline_reads() -> None:
    text = (resources.files("clewline.evidence") / "models" / "separation_1.json").read_text()
    model = json.loads(text)["parameters"]
    least, most = read_card(text).least, read_card(text).most
    apart = separation.weigh(asked(towns(p=["0 - 2"], q=["0 - 7"])), model)
    beside = separation.weigh(asked(towns(p=["0 - 2"], q=["0 - 2"])), model)
    assert apart.ratio is not None and beside.ratio is not None
    assert apart.ratio.log10_lr == least < 0 < beside.ratio.log10_lr < most
    assert beside.ratio.lower < beside.ratio.log10_lr < beside.ratio.upper
    assert apart.against[0].log10_lr < -1 and 0 < beside.against[0].log10_lr < 0.3
