"""The made-up land, its cells, and people who move in it as people can."""

import itertools
from math import hypot

import numpy as np
import pytest

from clewline.simulate.phones.cells import OPERATORS, network
from clewline.simulate.phones.geography import (
    CITY,
    ROUTES,
    SETTLEMENTS,
    TOWNS,
    degrees,
    lasts,
    settlement_of,
    spot,
    way,
)
from clewline.simulate.phones.movement import Leg, travel
from clewline.simulate.phones.period import Period, moments, shown

FASTEST = 36.0
"""Metres a second (130 km/h) that nobody exceeds."""


def test_the_land_is_in_the_open_sea():
    corners = np.array([p for r in ROUTES for p in r.points] + [s.middle for s in SETTLEMENTS])
    lat, lon = degrees(corners)
    # Between the Dogger Bank and the middle of the North Sea; the nearest coast is more than 100 km away.
    assert ((lat > 54.9) & (lat < 56.1)).all()
    assert ((lon > 0.7) & (lon < 2.4)).all()


@pytest.mark.parametrize(("here", "there"), list(itertools.permutations([s.name for s in SETTLEMENTS], 2)))
def test_there_is_a_way_between_any_two_settlements(here, there):
    middles = {s.name: s.middle for s in SETTLEMENTS}
    for by in ("car", "train"):
        gone = way(middles[here], middles[there], by)
        far = hypot(middles[here][0] - middles[there][0], middles[here][1] - middles[there][1])
        assert gone[-1][0] == middles[there]
        assert far / 33 < lasts(middles[here], middles[there], by) < 3.5 * far / 8
    assert settlement_of(middles[here]).name == here


def test_a_leg_that_cannot_begin_yet_waits_for_the_one_before():
    town = TOWNS[0].middle
    track = travel(CITY.middle, [Leg(leave=100, to=town), Leg(leave=200, to=CITY.middle)], begins=0, ends=1e6)
    out, home = track.journeys
    assert home.leave >= out.arrive > 1_000
    assert tuple(track.at(np.array([home.arrive + 1]))[0]) == CITY.middle
    assert track.fastest() <= FASTEST


def test_nobody_in_the_case_moves_faster_than_a_train(case):
    for key, track in case.plot.tracks.items():
        assert track.fastest() <= FASTEST, key
        assert (np.diff(track.times) >= 0).all()


def test_on_some_days_people_do_not_go_out(case):
    track, period = case.plot.tracks["stranger-1"], case.period
    still = 0
    for day in range(period.days):
        times = np.arange(period.at(day, 1), period.at(day, 23.5), 600)
        still += int(np.ptp(track.at(times), axis=0).max() < 1)
    assert 1 <= still <= period.days // 2


@pytest.mark.parametrize("name", OPERATORS)
def test_a_phone_is_served_by_a_cell_nearby_that_points_at_it(name):
    net, rng = network(name), np.random.default_rng(1)
    points = np.array([spot(rng, CITY) for _ in range(2_000)])
    cells = net.serve(points, rng)
    gap = points - net.sites[cells // 3]
    far = np.hypot(*gap.T)
    bearing = np.degrees(np.arctan2(gap[:, 0], gap[:, 1]))
    off = np.abs((bearing - net.azimuths[cells] + 180) % 360 - 180)
    nearest = np.hypot(*(points[:, None] - net.sites[None]).transpose(2, 0, 1)).min(1)
    assert np.median(far) < 1_500
    assert 0.35 < (far < nearest + 1).mean() < 0.95, "mostly the nearest site, and not always"
    assert (off <= 60).mean() > 0.8 and off.max() < 60 + 6 * 14


def test_cells_are_told_apart_and_stand_denser_in_the_city():
    for net in map(network, OPERATORS):
        assert len(set(net.cells)) == len(net.cells) == 3 * len(net.sites)
        in_city = np.hypot(*net.sites.T) < 4_000
        assert net.reach[np.repeat(in_city, 3)].mean() < 0.5 * net.reach[np.repeat(~in_city, 3)].mean()


def test_instants_of_a_period_stay_in_it_over_the_change_of_clocks():
    period = Period(first=shown(1761350400).date(), days=3)
    assert period.ends - period.begins == 3 * 86_400 + 3_600
    found = moments(np.random.default_rng(2), period, a_day=200)
    assert period.begins <= found[0] and found[-1] < period.ends
    assert (np.diff(found) >= 0).all()
