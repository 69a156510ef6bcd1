"""Where two phones usually are by time of day, in a made-up place of distant sites."""

import json
from dataclasses import replace
from importlib import resources
from math import exp, log, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clewline.evidence.alike import neighbourhoods
from clewline.evidence.card import read_card
from clewline.evidence.clock import local, written
from clewline.evidence.habit import PARTS, habits, parts_of_days
from clewline.evidence.reach import near
from clewline.evidence.types import usual_places
from clewline.evidence.use import CaseUses, Places
from evidence.uses_made import MINUTE, case_of, question

SITES = [(50.0 + n * 0.5, 0.0) for n in range(6)]
"""55 km apart, so that each is a neighbourhood of its own."""
FIT: dict[str, Any] = {
    "coefficients": [1.0, 0.5, 0.25],
    "covariance": [[0.01, 0, 0], [0, 0.01, 0], [0, 0, 0.01]],
    "lower": -2.0,
    "upper": 2.0,
}
PLAIN: dict[str, Any] = {
    "version": "test 1",
    "unrelated": FIT,
    "neighbours": FIT | {"coefficients": [0.5, 0.5, 0.25], "upper": 0.5},
}


def at(day: int, hour: float, place: int | str) -> str:
    return f"{day * 1440 + hour * 60} - {place}"


def made(**phones: list[str]) -> CaseUses:
    return case_of(phones, sites=SITES)


def weighed(case: CaseUses, model: dict[str, Any] | None = PLAIN, zone: str = "UTC", **period: float) -> Any:
    return usual_places.weigh(question(case, "p", "q", zone=zone, **period), model)


HOME = {
    "p": [at(day, 22, 0) for day in (0, 1, 2, 3)],
    "q": [at(day, 23, 0) for day in (10, 11)],
}


def test_a_sum_by_hand() -> None:
    finding = weighed(made(**HOME))
    # No other phone: c = .1 / 2. Four parts of days and two; each phone's only place is the other's too, u = 1:
    # (4 + 4/4) / (4 + 1), its parts at that time and one part of all times mixed in.
    c = 0.05
    r = [log((sqrt(n) + c) / ((sqrt(n) + 1) * c)) for n in (2, 4)]
    sure = sqrt(2 / (14 / 4 + 12 / 2))
    x = np.array([sure * sum(r) / 2, 0, -sure])
    assert finding.ratio.log10_lr == pytest.approx(x @ FIT["coefficients"])
    margin = 1.96 * 0.1 * sqrt(x @ x)
    assert finding.ratio.upper == pytest.approx(min(2, finding.ratio.log10_lr + margin))
    assert finding.ratio.lower == pytest.approx(finding.ratio.log10_lr - margin)
    (weight,) = finding.weights
    assert weight.log10 == pytest.approx(finding.ratio.log10_lr)
    assert weight.what == (
        "21:00 to 24:00 near 50.000, 0.000: the first phone on 4 days, the second on 2 days; "
        "usual then for 0 of 0 other phones"
    )
    assert len(weight.rows) == len(finding.rows) == 6
    assert finding.episodes == 2 and "only 0." in finding.ratio.note
    assert finding.against[0].propositions == usual_places.NEIGHBOURS
    assert finding.against[0].log10_lr == pytest.approx(x @ np.array([0.5, 0.5, 0.25]))
    assert finding.against[0].upper == 0.5


def test_a_place_where_the_other_never_is_speaks_against() -> None:
    finding = weighed(made(p=[at(d, 22, 0) for d in range(4)], q=[at(d, 22, 3) for d in range(4)]))
    r = log(1 / 3)  # u = 0, four parts of days
    assert finding.ratio.log10_lr == pytest.approx(sqrt(4 / 14) * (0.5 * r - 0.25))
    assert [w.what.count("never") for w in finding.weights] == [1, 1]
    assert sum(w.log10 for w in finding.weights) == pytest.approx(finding.ratio.log10_lr)


def test_a_place_where_everybody_goes_weighs_little() -> None:
    crowd = {f"r{n:02}": [at(d, 22, 0) for d in range(3)] for n in range(12)}
    other = {f"r{n:02}": [at(d, 22, 4) for d in range(3)] for n in range(12)}
    common, rare = weighed(made(**HOME, **crowd)), weighed(made(**HOME, **other))
    assert common.ratio.log10_lr < 0.1 < 1 < rare.ratio.log10_lr
    assert common.weights[0].what.endswith("usual then for 12 of 12 other phones")
    assert common.ratio.note is None


def test_the_same_place_at_another_time_of_day_says_less() -> None:
    def told(night: int, day: int) -> float:
        q = [use for d in (10, 11) for use in (at(d, 22, night), at(d, 10, day))]
        value: float = weighed(made(p=HOME["p"], q=q)).ratio.log10_lr
        return value

    assert told(3, 3) < told(night=3, day=0) < told(night=0, day=3) < told(0, 0)


def test_more_uses_of_a_stay_change_nothing() -> None:
    many = {n: [use for use in uses for _ in range(30)] for n, uses in HOME.items()}
    busy = {
        n: [f"{float(u.split()[0]) + k} - 0" for u in uses for k in range(30)] for n, uses in HOME.items()
    }
    once, copied, used = (weighed(made(**c)) for c in (HOME, many, busy))
    assert once.ratio == copied.ratio == used.ratio and once.episodes == used.episodes
    assert len(used.rows) == 180


def test_a_part_of_a_day_is_shared_out_among_its_places() -> None:
    one = parts_of_days(made(p=[at(0, 9, 0), at(0, 10, 1), at(0, 11, 1), at(0, 12, 0)]).phones["p"], "UTC")
    assert one.weight.tolist() == [0.5, 0.5, 1.0] and one.row.tolist() == [0, 1, 1, 2]
    assert one.column.tolist() == [3, PARTS + 3, 4] and one.day.tolist() == [0, 0, 0]


def test_unknown_places_are_left_out() -> None:
    dark = {n: [*uses, at(20, 3, "-"), at(21, 3, "-")] for n, uses in HOME.items()}
    assert weighed(made(**dark)).ratio == weighed(made(**HOME)).ratio
    nowhere = weighed(made(p=[at(0, 1, "-")], q=HOME["q"]))
    assert nowhere.ratio is None and "on fewer than 2 days" in nowhere.why_none


def test_one_day_is_no_habit_and_no_model_no_ratio() -> None:
    one = weighed(made(p=HOME["p"], q=[at(9, hour, 0) for hour in range(24)]))
    assert one.ratio is None and one.episodes == 1
    assert "no fitted model" in weighed(made(**HOME), None).why_none


def test_only_the_period_counts() -> None:
    late = {n: [*uses, *(at(d, 22, 5) for d in (50, 51, 52))] for n, uses in HOME.items()}
    assert weighed(made(**late), end=40 * 1440).ratio == weighed(made(**HOME)).ratio


def test_the_hour_that_occurs_twice_is_one_part_of_the_day_either_way() -> None:
    # Clocks went back at 01:00 UTC on 27 October 2024: 01:30 occurred at 00:30 and at 01:30 UTC.
    first = 1_729_989_000_000_000
    both = np.array([first, first + 60 * MINUTE])
    shown = local(both)
    assert (
        shown[0] == shown[1] and written(first) == written(first + 60 * MINUTE) == "27 October 2024 01:30:00"
    )
    case = made(**HOME)
    for certain in (0, 60 * MINUTE):
        q = replace(case.phones["q"], earliest=both, latest=both + certain, exact=np.array([True, False]))
        part = parts_of_days(q, "Europe/London")
        assert part.column.tolist() == [0] and part.weight.tolist() == [1.0]


def test_summer_and_winter_go_by_the_clocks() -> None:
    noon = {"January": 1_736_940_600, "July": 1_752_575_400}  # 11:30 and 10:30 UTC
    shown = local(np.array(list(noon.values())) * 1_000_000)
    assert ((shown // (60 * MINUTE)) % 24).tolist() == [11, 11]


def test_cells_of_one_neighbourhood_are_told_together() -> None:
    close = Places(
        lat=np.array([51.0, 51.0, 51.003, 51.02, 51.04, 52.0]),
        lon=np.zeros(6),
        operator=np.array([0, 1, 0, 0, 0, 1]),
    )
    close_to = near(close)
    assert close_to[0, 1] == 1 and 0 < close_to[0, 2] < 1 and close_to[0, 5] == 0
    assert (close_to != close_to.T).nnz == 0
    column = np.array([0, 1, 2, 5]) * PARTS
    assert neighbourhoods(column, np.array([0.1, 0.2, 0.5, 0.2]), close_to).tolist() == [16, 16, 16, 40]
    assert neighbourhoods(
        column + np.array([0, 1, 0, 0]), np.array([0.1, 0.2, 0.5, 0.2]), close_to
    ).tolist() == [
        16,
        9,
        16,
        40,
    ]
    assert near(Places(lat=np.zeros(0), lon=np.zeros(0), operator=np.zeros(0, np.int64))).shape == (0, 0)


def test_two_operators_cells_of_one_neighbourhood_are_one_place() -> None:
    case = made(p=HOME["p"], q=[use.replace("- 0", "- 1") for use in HOME["q"]])
    twin = replace(
        case, places=Places(lat=np.array([50.0, 50.001]), lon=np.zeros(2), operator=np.array([0, 1]))
    )
    fine = weighed(twin)
    away = 50.0 * 0.001 * 2 * 111_195 / 100 / (0.5 * sqrt(2) * 1000)
    assert exp(-0.5 * away**2) > 0.95
    assert fine.ratio.log10_lr == pytest.approx(weighed(made(**HOME)).ratio.log10_lr, rel=0.02)
    assert len(fine.weights) == 1


def test_habits_of_no_phones_are_none() -> None:
    assert len(habits([], 3)) == 0


uses = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 23), st.integers(-1, 5)), min_size=1, max_size=12)


@given(uses, uses, uses)
@settings(max_examples=40)
def test_the_order_of_phones_and_rows_and_duplicates_change_nothing(p: Any, q: Any, r: Any) -> None:
    text = {
        n: [at(d, h, "-" if w < 0 else w) for d, h, w in some] for n, some in (("p", p), ("q", q), ("r", r))
    }
    one = weighed(made(**text))
    turned = usual_places.weigh(
        question(made(**{n: list(reversed(text[n])) for n in "rqp"}), "q", "p", zone="UTC"), PLAIN
    )
    twice = weighed(made(**{n: uses * 2 for n, uses in text.items()}))
    assert (one.ratio is None) == (turned.ratio is None) == (twice.ratio is None)
    if one.ratio is not None:
        for other in (turned, twice):
            assert one.ratio.log10_lr == pytest.approx(other.ratio.log10_lr)
        assert one.episodes == turned.episodes == twice.episodes
        assert np.clip(sum(w.log10 for w in one.weights), -2, 2) == pytest.approx(one.ratio.log10_lr)
        assert sum(len(w.rows) for w in one.weights) == len(one.rows)


def test_a_model_without_neighbours_gives_one_ratio() -> None:
    bare = {name: value for name, value in PLAIN.items() if name != "neighbours"}
    assert weighed(made(**HOME), bare).against == ()


def test_the_model_that_comes_with_clewline_reads() -> None:
    text = (resources.files("clewline.evidence") / "models" / "usual_places_1.json").read_text()
    model = json.loads(text)["parameters"]
    card = read_card(text)
    least, most = card.least, card.most
    long = {"p": [at(d, 21, 0) for d in range(20)], "q": [at(d, 21, 0) for d in range(30, 50)]}
    alike, apart = (
        weighed(made(**long), model),
        weighed(made(p=long["p"], q=[at(d, 21, 3) for d in range(20)]), model),
    )
    assert apart.ratio.log10_lr < -1 and apart.ratio.log10_lr >= least
    assert alike.ratio.log10_lr == alike.ratio.upper == most and alike.against[0].log10_lr < most
    assert card.zone == "Asia/Shanghai"


def test_hours_are_those_of_the_clocks_asked_for() -> None:
    # Two places, changed over between half past two and a quarter past three UTC, by the phones in opposite order: they
    # are never at one place in one part of the day, but by Indian clocks.
    early, late = ([at(d, hour, place) for d in range(4)] for hour, place in ((14.5, 0), (15.25, 1)))
    first, last = ([at(d, hour, place) for d in range(4)] for hour, place in ((14.5, 1), (15.25, 0)))
    case = made(p=early + late, q=first + last)
    by = {zone: weighed(case, zone=zone) for zone in ("UTC", "Asia/Kolkata")}
    assert by["UTC"].ratio.log10_lr < by["Asia/Kolkata"].ratio.log10_lr
    assert {w.what[:14] for w in by["Asia/Kolkata"].weights} == {"18:00 to 21:00"}


def test_phones_that_are_named_as_the_reference_tell_how_rare_a_place_is() -> None:
    everywhere = {f"r{n}": [at(d, 22, 0) for d in range(4)] for n in range(12)}
    case = made(**HOME, **everywhere)
    asked = question(case, "p", "q", zone="UTC")
    whole = usual_places.weigh(asked, PLAIN)
    names = list(case.phones)
    all_others = tuple(names.index(name) for name in everywhere)
    assert usual_places.weigh(replace(asked, reference=all_others), PLAIN).ratio == whole.ratio
    beside_none = usual_places.weigh(replace(asked, reference=()), PLAIN)
    assert beside_none.ratio.log10_lr > whole.ratio.log10_lr
    assert beside_none.ratio.note == "Other phones that tell how rare the places are: only 0."
    assert "usual then for 0 of 0 other phones" in beside_none.weights[0].what
