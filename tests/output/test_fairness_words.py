"""A comparison in words: a number that is not shown has the mark, and nobody is no share."""

import re

from clewline.bulletin.fairness import PATHS, Comparison, Share, compare
from clewline.bulletin.fairness.people import OnePath
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


def path(*some: Share, compared: bool = True, exposed: int = 0) -> Comparison:
    everybody = Share(by="everybody", group="everybody", people=120, some=60)
    return Comparison(
        paths={("charged", "nrm"): (everybody, *some), ("charged", "helped"): (everybody, share(0, 0))},
        compared=frozenset({"charged"} if compared else ()),
        exposed=exposed,
    )


def test_where_all_is_shown_nothing_is_said_of_it() -> None:
    assert fairness_words.not_shown(path(share(60, 30), share(0, 0)), "charged") == ()


def test_it_is_said_how_many_groups_are_not_shown_and_what_it_would_need() -> None:
    first, why = fairness_words.not_shown(path(share(None, None), share(60, None), share(60, 30)), "charged")
    assert first.startswith("Of those charged, who were referred") and "2 of 3 groups are not shown" in first
    assert "at least 10 people of a group" in why and "A longer period" in why
    (only, _) = fairness_words.not_shown(path(share(60, None)), "charged")
    assert "1 of 1 groups is not shown" in only


def test_of_a_cohort_of_few_people_no_number_is_said_but_the_threshold() -> None:
    first, why = fairness_words.not_shown(path(share(None, None), compared=False), "charged")
    assert "None of the 1 groups is shown: fewer than 100 people were charged" in first
    assert why.startswith("It would need 100 people.")
    few = compare(
        [OnePath(events={"charged"}, groups={"age": "16 to 17", "sex": "male", "ethnicity": "White"})] * 7,
        secret=b"sixteen bytes or",
    )
    told = " ".join(fairness_words.not_shown(few, "charged"))
    assert "None of the" in told and "fewer than 100" in told
    assert not re.search(r"\b7\b", told)


def test_where_a_small_count_could_be_told_nothing_is_shown_and_that_is_said() -> None:
    first, why = fairness_words.not_shown(path(share(None, None), exposed=1), "charged")
    assert "a small count could be told" in first and why.startswith("A longer period")


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
