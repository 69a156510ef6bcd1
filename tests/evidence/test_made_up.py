"""Made-up pairs: real days of people, dealt to phones on networks that never were; nothing of anybody else."""

from dataclasses import replace

import numpy as np
import pytest

from clewline.evidence.fitting.made_up import pairs as making
from clewline.evidence.fitting.made_up.network import NEAREST, MadeUpNetwork
from clewline.evidence.fitting.made_up.pairs import MadeUp, made_in, made_up
from clewline.evidence.fitting.made_up.setting import Setting, both_ways, setting
from clewline.evidence.fitting.made_up.tracks import (
    BEGINS_S,
    DAY,
    Tracks,
    tracks_of,
    ways_of,
    with_stays,
)

HOUR = 3_600


def tracks(*, people: int = 6, days: int = 5, apart: float = 4_000.0, seed: int = 0) -> Tracks:
    """Return people who walk about homes `apart` metres from each other, on some days from nine to four."""
    chance = np.random.default_rng(seed)
    found: list[tuple[np.ndarray, ...]] = []
    for person in range(people):
        for day in range(days):
            t = day * DAY + 9 * HOUR + np.arange(0, 7 * HOUR, 120.0)
            walk = chance.normal(0, 150, (len(t), 2)).cumsum(axis=0)
            found.append((np.full(len(t), person), t, person * apart + walk[:, 0], walk[:, 1]))
    person, t, x, y = (np.concatenate(v) for v in zip(*found, strict=True))
    return Tracks(person=person.astype(np.int64), t=t, x=x, y=y, lat=52.0)


def drawn(seed: int, some: Tracks | None = None) -> Setting:
    chance = np.random.default_rng(seed)
    return setting(both_ways(tracks() if some is None else some), chance, chance.spawn(2))


def pooled(many: int = 120, *, seed: int = 1, some: Tracks | None = None) -> list[MadeUp]:
    return list(made_up(both_ways(tracks() if some is None else some), many, np.random.default_rng(seed)))


def test_fixes_are_laid_on_a_plane_by_the_clocks_of_the_people_and_far_journeys_are_left_out() -> None:
    noon = 1_781_524_800 * 1_000_000  # 15 June 2026, 12:00 UTC
    person, lat, lon = np.array([1, 0, 0, 0]), np.array([52.0, 52.0, 52.1, 55.0]), np.zeros(4)
    instant = np.array([noon, noon + 60_000_000, noon, noon])
    found = tracks_of(person, instant, lat, lon, zone="Europe/London")
    # The median of the latitudes is 52.05; the fix at 55 degrees is of a journey.
    assert found.lat == pytest.approx(52.05) and found.person.tolist() == [0, 0, 1]
    assert found.y == pytest.approx([5_560, -5_560, -5_560], abs=5) and found.x == pytest.approx([0, 0, 0])
    moved = tracks_of(person, instant, lat, lon, zone="Europe/London", middle=(52.0, 0.1))
    assert moved.lat == 52 and moved.y == pytest.approx([11_119, 0, 0], abs=5)
    assert moved.x == pytest.approx([-6_846] * 3, abs=5)
    assert (found.t - noon / 1e6).tolist() == [3_600, 3_660, 3_600]  # British Summer Time


def test_a_gap_that_ends_where_it_began_is_a_stay_and_another_is_not() -> None:
    t = np.array([0, 30 * 60, 60 * 60, 90 * 60, 20 * HOUR])
    some = Tracks(
        person=np.array([0, 0, 0, 1, 1]),
        t=t.astype(float),
        x=np.array([0, 100, 2_000, 0, 0.0]),
        y=np.zeros(5),
        lat=0.0,
    )
    found = with_stays(some)
    # Half an hour within 100 m: a fix every five minutes on the way; not the way of 2 km, another's, nor 18 hours.
    assert len(found.t) == 10
    assert found.t[:7].tolist() == [0, 300, 600, 900, 1_200, 1_500, 1_800]
    assert found.x[:7] == pytest.approx([0, 100 / 6, 200 / 6, 50, 400 / 6, 500 / 6, 100])


def test_a_day_runs_from_five_and_needs_two_hours_of_fixes() -> None:
    t = np.concatenate([day * DAY + BEGINS_S - HOUR + np.arange(0, 4 * HOUR, 300.0) for day in (1, 2, 3)])
    some = Tracks(person=np.zeros(len(t), np.int64), t=t, x=np.zeros(len(t)), y=t * 0, lat=0.0)
    found = ways_of(some)
    # The hour before five is of the day before: day 0 has that hour alone, which is too little.
    assert {day: len(rows) for day, rows in found.days[0].items()} == {1: 48, 2: 48, 3: 36}
    assert found.people.tolist() == [0] and found.middles.tolist() == [[0, 0]]
    assert ways_of(some.take(t < 3 * DAY)).people.tolist() == []
    assert ways_of(some.take(t < 0)).days == {}


def test_a_network_is_denser_in_town_and_serves_by_a_near_site() -> None:
    network = MadeUpNetwork(1.0, np.random.default_rng(0))
    radius = np.hypot(*network.sites.T)
    town, suburb = (
        (radius < 10_000).sum() / (np.pi * 100),
        ((radius >= 10_000) & (radius < 20_000)).sum() / (np.pi * 300),
    )
    assert (town, suburb) == (pytest.approx(2, rel=0.1), pytest.approx(1, rel=0.1))
    x, y = np.zeros(200), np.zeros(200)
    served = np.unique(network.serve(x, y, np.random.default_rng(1)))
    assert 1 < len(served) <= NEAREST
    assert set(served) <= set(np.argsort(radius)[:NEAREST])


def test_the_same_chance_makes_the_same_pairs_and_another_others() -> None:
    one, again, other = (pooled(40, seed=seed)[0] for seed in (1, 1, 2))
    assert (one.lines.t == again.lines.t).all() and one.kind.tolist() == again.kind.tolist()
    assert len(one.lines.t) != len(other.lines.t) or (one.lines.t != other.lines.t).any()


def test_all_four_kinds_are_made_of_the_people_that_they_say() -> None:
    made = pooled(300)
    kinds = np.concatenate([m.kind for m in made])
    assert set(kinds) == {"same", "random", "nearby", "habit"} and len(kinds) == 300
    for m in made:
        one_person = m.first == m.second
        assert (one_person == np.isin(m.kind, ["same", "habit"])).all()
        assert (m.same == (m.kind == "same")).all()


def test_a_phone_holds_its_person_s_days_alone_and_the_two_of_a_pair_share_a_day() -> None:
    # Everybody has days of their own, so that a day says whose it is.
    some = tracks(apart=300.0)
    own = replace(some, t=some.t + some.person * 10 * DAY)
    for m in pooled(60, some=own):
        for n, (first, second) in enumerate(zip(m.first, m.second, strict=True)):
            window = m.pairs.start[n], m.pairs.end[n]
            for phone, person in ((2 * n, first), (2 * n + 1, second)):
                t = m.lines.t[m.lines.first[phone] : m.lines.first[phone + 1]]
                inside = (t >= window[0]) & (t < window[1])
                assert inside.sum() >= 3
                # What is outside the window is background, on days of the person's own.
                assert (((t[~inside] // DAY).astype(int) // 10) == person).all()
                assert (~inside).any()


def test_one_person_s_two_phones_share_no_fix_and_a_habit_s_days_are_two() -> None:
    of = drawn(3)
    m = made_in(of, 80)
    for n in np.flatnonzero(m.first == m.second):
        times = [
            t[(t >= m.pairs.start[n]) & (t < m.pairs.end[n])]
            for phone in (2 * n, 2 * n + 1)
            for t in [m.lines.t[m.lines.first[phone] : m.lines.first[phone + 1]]]
        ]
        shared = len(np.intersect1d(*times))
        # Fixes of every day are at the same seconds, so that two days laid together may share them.
        assert shared == 0 or m.kind[n] == "habit"


def test_people_who_live_close_by_are_nearby_and_others_random() -> None:
    close, far = (pooled(150, some=tracks(apart=apart)) for apart in (200.0, 30_000.0))
    assert {k for m in close for k in m.kind} >= {"nearby"}
    assert "nearby" not in {k for m in far for k in m.kind}


def test_days_that_never_go_together_give_fewer_pairs_and_none_at_all_is_none() -> None:
    # Nobody is about in the hours of another: one person's pairs alone can be made.
    some = tracks(people=3, days=4)
    apart = replace(some, t=some.t - 9 * HOUR + BEGINS_S + some.person * 8 * HOUR)
    made = pooled(40, some=apart)
    assert {k for m in made for k in m.kind} == {"same", "habit"}
    assert sum(len(m) for m in made) <= 40
    lonely = drawn(1, tracks(people=1))
    assert len(made_in(lonely, 5)) == 0 and lonely.uses(np.zeros(0, np.int64), 5.0).tolist() == []


def test_days_with_too_few_fixes_or_uses_are_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "FEWEST_FIXES", 10_000)
    assert len(made_in(drawn(1), 5)) == 0
    monkeypatch.undo()
    monkeypatch.setattr(making, "FEWEST_USES", 10_000)
    assert len(made_in(drawn(1), 5)) == 0
