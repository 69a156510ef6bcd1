"""A comparison in words: a number that is not shown has the mark, and nobody is no share."""

import re

from clewline.bulletin.fairness import PATHS, Share, compare
from clewline.output import fairness_words
from clewline.output.interval_chart import Reach, reaches


def share(people: int | None, some: int | None) -> Share:
    return Share(by="age", group="16 to 17", people=people, some=some)


def test_every_path_has_words() -> None:
    assert tuple(fairness_words.COHORTS) == tuple(PATHS)
    assert set(fairness_words.OUTCOMES) == {one for outcomes in PATHS.values() for one in outcomes}
    assert (
        fairness_words.path_words("referred", "helped") == "Of those referred to a partner, who were helped"
    )


def test_the_cells_of_a_row() -> None:
    assert fairness_words.cells(share(50, 7)) == ("Age: 16 to 17", "50", "7", "14.0 %", "7.0 to 26.2 %")
    assert fairness_words.cells(share(None, None))[1:] == ("[c]", "[c]", "[c]", "[c]")
    assert fairness_words.cells(share(1200, None))[1:] == ("1,200", "[c]", "[c]", "[c]")
    assert fairness_words.cells(share(0, 0))[1:] == ("0", "0", "–", "–")


def test_what_is_hidden_is_null_to_a_program() -> None:
    plain = fairness_words.as_json(compare([], secret=b"sixteen bytes or"))
    first = plain[0]["groups"][0]
    assert first == {
        "by": "everybody",
        "group": "everybody",
        "people": None,
        "some": None,
        "share": None,
        "interval": None,
    }
    assert len(plain) == sum(map(len, PATHS.values()))


def test_an_interval_is_drawn_from_its_least_to_its_greatest() -> None:
    one = Reach(
        title="age: 16 to 17", share=0.5, low=0.25, high=0.75, written="50.0 %", beneath="25.0 to 75.0 %"
    )
    svg = reaches([one], id_="x", title="Who were charged", width=400)
    assert re.search(r'<rect class="bar" x="100" y="26" width="200" height="4"/>', svg)
    assert '<rect class="bar" x="198" y="22" width="4" height="12"/>' in svg
    assert "age: 16 to 17: 50.0 % (25.0 to 75.0 %)." in svg


def test_a_share_at_an_end_stays_within_the_picture() -> None:
    ends = [
        Reach(title="a", share=0.0, low=0.0, high=0.0, written="0.0 %", beneath="0.0 to 0.0 %"),
        Reach(title="b", share=1.0, low=0.7, high=1.0, written="100.0 %", beneath="70.0 to 100.0 %"),
    ]
    svg = reaches(ends, id_="x", title="Ends", width=400)
    assert 'x="0" y="22" width="4"' in svg and 'x="396" y="64" width="4"' in svg
