"""The National Grid, by the Ordnance Survey's own worked examples."""

from math import cos, hypot, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.formats.phones import grid
from clewline.formats.values import Unreadable


def test_the_guides_example_of_grid_to_ellipsoid():
    # "A guide to coordinate systems in Great Britain", C2: 52° 39' 27.2531" N, 1° 43' 4.5177" E
    lat, lon = grid.airy(651_409.903, 313_177.270)
    assert lat == pytest.approx(52 + 39 / 60 + 27.2531 / 3600, abs=1e-7)
    assert lon == pytest.approx(1 + 43 / 60 + 4.5177 / 3600, abs=1e-7)


def test_the_guides_example_of_the_helmert_transformation():
    # annex D: WGS 84 to OSGB36
    shifted = grid.shifted((3_790_644.900, -110_149.210, 5_111_482.970))
    assert shifted == pytest.approx((3_790_269.549, -110_038.064, 5_111_050.261), abs=0.001)


def test_a_point_of_london_is_where_maps_show_it():
    # The clock tower at Westminster stands at 51.50070 N, 0.12457 W.
    lat, lon = grid.latitude_longitude(530_268, 179_640)
    assert hypot((lat - 51.50070) * 111_200, (lon + 0.12457) * 111_200 * cos(radians(51.5))) < 10


@pytest.mark.parametrize("point", [(-1, 0), (0, 1_300_001), (700_001, 0), (float("nan"), 0)])
def test_beyond_its_edges_there_is_no_grid(point):
    with pytest.raises(Unreadable) as caught:
        grid.latitude_longitude(*point)
    assert caught.value.rule == "not-on-the-grid"


@given(st.tuples(*[st.floats(3e6, 5e6)] * 3))
def test_there_and_back_again_misses_by_centimetres(point):
    assert grid.shifted(grid.shifted(point), back=True) == pytest.approx(point, abs=0.05)


@given(st.floats(0, 690_000), st.floats(0, 1_290_000))
def test_ten_kilometres_east_on_the_grid_are_ten_kilometres_on_the_ground(easting, northing):
    (a, b), (c, d) = (
        grid.latitude_longitude(easting, northing),
        grid.latitude_longitude(easting + 10_000, northing),
    )
    metres = hypot((c - a) * 111_300, (d - b) * 111_320 * cos(radians(a)))
    assert metres == pytest.approx(10_000, rel=0.01)
