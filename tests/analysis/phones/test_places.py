"""Usual cells, areas, stays and journeys: where the line was used, and between where it moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.phones.events_made import LINE, at, call, view
from clewline.analysis.phones import Asked, Line, open_line
from clewline.analysis.phones.areas import Area, apart, areas, point_words, together
from clewline.analysis.phones.cells import usual_cells
from clewline.analysis.phones.journeys import Movements, movements
from clewline.formats.phones.event import Event

LONDON, NORWICH, ON_THE_WAY = (51.6, -0.11), (52.63, 1.30), (52.05, 1.15)
PLACES = {LONDON: "Palmers Green", NORWICH: "Castle Meadow", ON_THE_WAY: "Ipswich Docks"}


def row(minutes: float, site: tuple[float, float], **more: object) -> Event:
    return call(at(minutes), "1", lat=site[0], lon=site[1], place=PLACES.get(site), **more)


def line(*events: Event) -> Line:
    return open_line(view(events), Asked(numbers=(LINE,)))


def moved(*events: Event) -> Movements:
    opened = line(*events)
    return movements(opened, areas(opened))


def test_cells_of_the_night_are_told_by_days_and_open_their_rows() -> None:
    opened = line(
        *(row(-7 * 60 + d * 1440, LONDON, cell="c1", azimuth=120) for d in range(3)), row(60, NORWICH)
    )
    night, morning, afternoon, _ = usual_cells(opened)
    (cell,) = night.listed
    assert (cell.cell, cell.days, cell.uses, night.days) == ("c1", 3, 3, 3)
    assert opened.count(cell.behind) == 3
    assert morning.listed[0].place == "Castle Meadow"
    assert afternoon.listed == ()


def test_sites_near_each_other_are_one_area_named_after_the_place_most_used() -> None:
    near = (51.61, -0.11)  # 1.1 km
    found = areas(line(row(0, LONDON), row(1, LONDON), row(2, near), row(3, NORWICH)))
    assert [(a.letter, a.name, a.uses, len(a.sites)) for a in found] == [
        ("A", "Palmers Green", 3, 2),
        ("B", "Castle Meadow", 1, 1),
    ]
    assert found[0].width == pytest.approx(1.11, abs=0.01)


def test_an_area_opens_its_rows_and_a_line_without_places_has_none() -> None:
    opened = line(row(0, LONDON), row(1, NORWICH))
    assert [opened.count(a.behind) for a in areas(opened)] == [1, 1]
    bare = line(call(at(0), "1"))
    assert areas(bare) == ()
    assert movements(bare, ()).journeys == ()


points = st.tuples(st.floats(50, 51).map(lambda v: round(v, 2)), st.floats(0, 1).map(lambda v: round(v, 2)))


@given(st.lists(points, max_size=25, unique=True), st.randoms())
def test_groups_do_not_depend_on_order_and_none_is_near_another(
    sites: list[tuple[float, float]], chance
) -> None:  # type: ignore[no-untyped-def]  # hypothesis gives its own kind
    groups = together(sites, 3.0)
    shuffled = list(sites)
    chance.shuffle(shuffled)
    assert sorted(map(sorted, groups)) == sorted(map(sorted, together(shuffled, 3.0)))
    assert sorted(p for g in groups for p in g) == sorted(sites)
    for i, one in enumerate(groups):
        for other in groups[i + 1 :]:
            assert min(apart(a, b) for a in one for b in other) > 3.0


def test_a_journey_has_both_rows_its_distance_and_its_least_speed() -> None:
    found = moved(row(0, LONDON), row(90, LONDON), row(210, NORWICH), row(300, NORWICH))
    (journey,) = found.journeys
    assert (journey.start.at, journey.end.at) == (at(90), at(210))
    assert (journey.start.ref.line, journey.end.ref.line) == (2, 3)
    assert journey.distance == pytest.approx(149.6, abs=0.5)
    assert journey.speed == pytest.approx(74.8, abs=0.5)
    assert not journey.too_fast
    assert journey.exactly
    assert len(found.stays) == 2


def test_a_place_on_the_way_is_told_as_passed_and_no_stay() -> None:
    found = moved(row(0, LONDON), row(90, LONDON), row(160, ON_THE_WAY), row(210, NORWICH), row(300, NORWICH))
    (journey,) = found.journeys
    assert [a.name for a in journey.via] == ["Ipswich Docks"]
    assert (journey.rows, found.passing) == (1, 1)


def test_one_use_in_a_far_town_between_two_days_is_a_stay() -> None:
    found = moved(row(0, LONDON), row(600, NORWICH), row(1440, LONDON))
    assert [s.area.name for s in found.stays] == ["Palmers Green", "Castle Meadow", "Palmers Green"]


def test_back_within_the_hour_is_no_journey_unless_it_was_far() -> None:
    around = (51.68, -0.11)  # 9 km
    found = moved(row(0, LONDON), row(10, around), row(20, LONDON), row(300, LONDON))
    assert (len(found.stays), found.journeys, found.stays[0].rows) == (1, (), 4)
    far = moved(row(0, LONDON), row(70, ON_THE_WAY), row(140, LONDON), row(300, LONDON))
    assert [(j.left.name, j.reached.name) for j in far.journeys] == [("Palmers Green", "Palmers Green")]


def test_faster_than_a_train_is_told_and_the_same_second_has_no_speed() -> None:
    fast = moved(row(0, LONDON), row(90, LONDON), row(110, NORWICH), row(300, NORWICH)).journeys[0]
    assert fast.too_fast
    at_once = moved(row(0, LONDON), row(90, LONDON), row(90, NORWICH), row(300, NORWICH)).journeys[0]
    assert (at_once.speed, at_once.too_fast) == (None, False)


def test_letters_go_on_after_z_and_coordinates_are_words() -> None:
    site = areas(line(row(0, (51.5, -0.1))))[0].sites
    made = [Area(number=n, name="", sites=site, uses=1, days=1, nights=0, width=0) for n in (26, 27, 703)]
    assert [a.letter for a in made] == ["Z", "AA", "AAA"]
    assert point_words((-1.5, 2.25)) == "1.500 S, 2.250 E"
    assert point_words(made[0].point) == "51.500 N, 0.100 W"
