"""The ratio of co-travel: one hop by hand, and the laws that every ratio keeps."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from clewline.evidence.travel.background import survey
from clewline.evidence.travel.hops import measure
from clewline.evidence.travel.kernel import NAMES, hop_ratios
from clewline.evidence.travel.places import make_sites
from clewline.evidence.travel.ratio import Ratios, TravelModel, compare, features, parts, working
from clewline.evidence.travel.timelines import Pairs
from evidence.travel_made import DAY, FITTED, GRID, MODEL, last_day, one_day, people, rows, told


def same(one: Ratios, other: Ratios, within: float = 1e-5) -> None:
    for name in ("log10_lr", "lower", "upper", "episodes", "hops"):
        assert getattr(one, name) == pytest.approx(getattr(other, name), abs=within), name


def test_one_hop_by_hand() -> None:
    # Phone 0 at site 11 and ten minutes later phone 1 two sites on; nothing else within the day.
    # Background: phone 0 has four records, two of them at site 11; phone 1 has one, far away.
    background = [(0, DAY + 1, 11), (0, DAY + 2, 11), (0, DAY + 3, 88), (0, DAY + 4, 87), (1, DAY + 5, 99)]
    lines = rows((0, 1_000, 11), (1, 1_600, 13), *background).lines()
    hops = measure(lines, one_day(), survey(lines, one_day()))
    assert (len(hops), hops.gap[0], hops.news[0], hops.share[0]) == (1, 600, 1, 1)
    km = hops.apart[0] * hops.reach[0] / 1000
    assert km == pytest.approx(2 * 0.03 * 111.195 * np.cos(np.radians(50.02)), rel=1e-3)
    near = GRID.nearness[11][list(GRID.near[11]).index(11)]
    assert near == 1 and hops.usual_u[0] >= 0.5 * near + 1 / 5 - 1e-6
    # No step of its own is known on either side: a day, and 30 km.
    assert hops.before_gap[0] == hops.after_gap[0] == 86_400
    assert hops.before_apart[0] == pytest.approx(30_000 / GRID.reach[13])

    def density(gap: float, apart: float, usual: float) -> float:
        k, reach = dict(zip(NAMES, FITTED.kernel, strict=True)), float(hops.reach[0])
        x = np.log(1 + gap / 120)
        move, far, places = (np.exp(k[f"{n}_level"] + k[f"{n}_slope"] * x) for n in ("move", "far", "usual"))
        stay2 = k["stay_reaches"] ** 2
        move2 = stay2 + (k["speed_m_s"] * min(gap, 7_200) / reach) ** 2
        far2 = (k["far_m"] / reach) ** 2
        return float(
            (1 + apart**2 / 4 / stay2) ** -3 / stay2
            + move * (1 + apart**2 / 4 / move2) ** -3 / move2
            + far * (1 + apart**2 / 2 / far2) ** -2 / far2
            + places * usual
        ) / (1 + move + far + places)

    u, v, d = float(hops.usual_u[0]), float(hops.usual_v[0]), float(hops.apart[0])
    forwards = density(600, d, v) / density(86_400, float(hops.before_apart[0]), v)
    backwards = density(600, d, u) / density(86_400, float(hops.after_apart[0]), u)
    expected = (np.log10(forwards) + np.log10(backwards)) / 2
    assert hop_ratios(FITTED.kernel, hops)[0] == pytest.approx(expected, rel=1e-3)
    meeting = np.exp(-0.5 * (d / 1.65) ** 2 - 600 / 3_600)
    score = (
        0.1 + 1.8 * np.log1p(max(expected, 0)) - 2.9 * np.log1p(max(-expected, 0)) + 1.1 * np.log1p(meeting)
    )
    found = compare(FITTED, lines, one_day())
    assert found.log10_lr[0] == pytest.approx(np.clip(score, -3, 2.5), rel=1e-3)
    assert (found.hops[0], found.episodes[0]) == (1, 1)


def test_one_carrier_is_told_from_two() -> None:
    one, two = (told(*people(same=truth, pairs=30)).log10_lr for truth in (True, False))
    assert np.median(one) > 1 and np.median(two) < -1


def test_no_hop_is_a_ratio_of_one_with_all_that_the_model_may_say() -> None:
    made, pairs = people(pairs=2)
    later = replace(pairs, start=pairs.start + 100 * DAY, end=pairs.end + 100 * DAY)
    found = told(made, later)
    assert (
        list(found.log10_lr) == [0, 0] and list(found.lower) == [-3, -3] and list(found.upper) == [2.5, 2.5]
    )
    one_phone = made.take(made.phone != 1)
    assert told(one_phone, pairs).log10_lr[0] == 0
    assert len(told(made, pairs.take(np.zeros(0, np.int64))).log10_lr) == 0
    empty = rows(phones=0)
    none = np.zeros(0, np.int64)
    assert len(told(empty, Pairs(a=none, b=none, start=none * 1.0, end=none * 1.0)).hops) == 0


def test_it_does_not_matter_who_is_named_first_nor_in_what_order_records_come() -> None:
    made, pairs = people(same=True)
    base = told(made, pairs)
    same(base, told(made, replace(pairs, a=pairs.b, b=pairs.a)))
    chance = np.random.default_rng(1)
    same(base, told(made.take(chance.permutation(len(made.t))), pairs))


def test_a_record_twice_is_one_record() -> None:
    made, pairs = people(same=True)
    doubled = made.take(np.r_[np.arange(len(made.t)), np.arange(0, len(made.t), 3)])
    same(told(made, pairs), told(doubled, pairs))


def test_phones_may_be_numbered_anyhow() -> None:
    made, pairs = people()
    last = made.phones - 1
    turned = replace(made, phone=last - made.phone)
    same(told(made, pairs), told(turned, replace(pairs, a=last - pairs.a, b=last - pairs.b)), 1e-4)


def test_another_clock_and_another_meridian_change_nothing() -> None:
    made, pairs = people(same=True)
    shifted = replace(made, t=made.t + 1_234_567)
    moved = replace(pairs, start=pairs.start + 1_234_567, end=pairs.end + 1_234_567)
    same(told(made, pairs), told(shifted, moved), 1e-3)
    east = make_sites(
        50 + 0.02 * np.repeat(np.arange(10), 10),
        40 + 0.03 * np.tile(np.arange(10), 10),
        np.zeros(100, np.int64),
    )
    same(told(made, pairs), told(made, pairs, east), 2e-2)


def test_the_working_adds_up_to_the_ratio_before_its_bounds() -> None:
    for truth in (True, False):
        made, pairs = people(pairs=5, same=truth)
        lines, found = made.lines(), told(made, pairs)
        for k in range(5):
            one = pairs.take(np.array([k]))
            hops, parts_of = working(FITTED, lines, one, survey(lines, pairs))
            total = parts_of.sum() + FITTED.coefficients[0]
            assert np.clip(total, -3, 2.5) == pytest.approx(found.log10_lr[k], abs=1e-4)
            assert len(hops) == found.hops[k]


@pytest.mark.parametrize("rate", [8, 72, 300])
def test_a_day_side_by_side_at_home_does_not_pile_up(rate: int) -> None:
    chance = np.random.default_rng(0)
    made, pairs = [], 20
    for phone in range(2 * pairs):
        home = (phone // 2) * 5
        for day in range(4):
            away = chance.integers(0, 100, rate)
            place = np.where((chance.random(rate) < 0.4) & (day < 3), away, home)
            t = np.sort(chance.uniform(day * DAY, (day + 1) * DAY, rate))
            made += list(zip([phone] * rate, t, place, strict=True))
    found = told(rows(*made, phones=2 * pairs), last_day(pairs, 4))
    assert np.median(found.log10_lr) < 1
    assert found.hops.min() > rate / 4


def test_more_records_in_one_place_at_one_time_are_one_episode() -> None:
    few = rows((0, 1_000, 11), (1, 1_060, 11), (0, 5_000, 55), (1, 5_060, 55))
    many = rows(
        *((0, 1_000 + 20 * n, 11) for n in range(6)),
        *((1, 1_010 + 20 * n, 11) for n in range(6)),
        (0, 5_000, 55),
        (1, 5_060, 55),
    )
    a, b = (told(made, one_day()) for made in (few, many))
    assert b.hops[0] > 3 * a.hops[0] and b.episodes[0] <= a.episodes[0] + 1


def test_a_rare_place_says_more_than_one_where_everybody_goes() -> None:
    def at(site: int) -> float:
        often = [(p, 2 * DAY + 60 * n, 44) for p in range(12) for n in range(40)]
        travel = [
            (0, 1_000, 0),
            (1, 1_060, 0),
            (0, 9_000, site),
            (1, 9_060, site),
            (0, 20_000, 9),
            (1, 20_060, 9),
        ]
        lines = rows(*often, *travel, phones=12).lines()
        return float(working(FITTED, lines, one_day(), survey(lines, one_day()))[1].sum())

    assert at(99) > at(44)


def test_one_line_against_many_phones_is_as_each_by_itself() -> None:
    made, _ = people(pairs=3)
    n = 5
    pairs = Pairs(
        a=np.zeros(n, np.int64), b=np.arange(1, n + 1), start=np.full(n, 3 * DAY), end=np.full(n, 4 * DAY)
    )
    lines = made.lines()
    ground = survey(lines, pairs)
    whole = features(FITTED, measure(lines, pairs, ground), n)
    alone = [features(FITTED, measure(lines, pairs.take(np.array([k])), ground), 1)[0] for k in range(n)]
    assert whole == pytest.approx(np.array(alone), rel=1e-5) and whole.min() >= 0


def test_work_is_dealt_to_whoever_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clewline.evidence.travel.ratio.ROWS_AT_ONCE", 50)
    made, pairs = people()
    asked = []

    def each(act: Any, blocks: Any) -> Any:
        asked.extend(blocks)
        return [act(block) for block in asked]

    found = compare(FITTED, made.lines(), pairs, each=each)
    assert len(asked) > 3 and [b for a in asked for b in a] == list(range(len(pairs)))
    same(found, told(made, pairs))


def test_features_are_logs_of_sums() -> None:
    made, pairs = people(pairs=3)
    hops = measure(made.lines(), pairs, survey(made.lines(), pairs))
    x, some = features(FITTED, hops, 3), parts(FITTED, hops)
    first = hops.pair == 0
    assert x[0] == pytest.approx([np.log1p(part[first].sum()) for part in some], rel=1e-4)
    assert all((part >= 0).all() for part in some)
    assert all(a <= b for a, b in pairwise(hops.episode))


def test_a_model_reads_back_as_written() -> None:
    again = TravelModel.read(FITTED.parameters("test 1"))
    assert (
        again.parameters("test 1")
        == FITTED.parameters("test 1")
        == {**MODEL, "cap_clash": 3.0} | {"lower": -3.0}
    )
