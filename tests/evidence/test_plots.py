"""The pictures of a validation show every pair whose carrier is known, and no other."""

import pytest

from clewline.evidence.plots import BARS, histogram, plots
from evidence.outcomes_made import outcomes


def test_pictures_are_of_pairs_whose_carrier_is_known() -> None:
    found = plots(outcomes(100, cotravel=10))
    assert sum(found.histogram.same) == sum(found.histogram.different) == 100
    assert (found.tippett.same[0], found.tippett.different[0]) == (1, 1)
    assert len(found.ece.prior) == 121 and found.ece.neutral[60] == pytest.approx(1)
    least, most = found.elub
    assert least <= 0 <= most
    assert len(found.pav.x) == 200


@pytest.mark.parametrize("most", [1.0, 3.0, 9.0, 40.0, 299.0])
def test_bars_have_an_edge_at_0_and_hold_every_pair(most: float) -> None:
    found = histogram([-most, 0.0, 0.0, most], [True, True, False, False])
    assert 0.0 in found.edges and len(found.same) <= BARS + 1
    assert (sum(found.same), sum(found.different)) == (2, 2)
    at = found.edges.index(0.0)
    assert (found.same[at], found.different[at - 1]) == (1, 0)
