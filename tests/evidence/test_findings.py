"""A finding never travels bare, and its words are of the records and not of the propositions."""

from itertools import pairwise

import pytest

from clewline.errors import BadInput
from clewline.evidence.finding import Finding, Propositions, Ratio, RowRef, Weight
from clewline.evidence.scale import FORENSIC

TWO = Propositions(first="One person carried both.", second="Two people did.")
ROW = RowRef("a" * 64, 2)


def ratio(value: float, lower: float = -1, upper: float = 1, least: float = -2, most: float = 2) -> Ratio:
    return Ratio(propositions=TWO, log10_lr=value, lower=lower, upper=upper, least=least, most=most)


@pytest.mark.parametrize(
    "bounds",
    [
        (3, -1, 1, -2, 2),
        (0, 1, 2, -2, 2),
        (0, -1, -0.5, -2, 2),
        (0, -3, 1, -2, 2),
        (float("nan"), -1, 1, -2, 2),
    ],
)
def test_a_ratio_outside_its_bounds_is_refused_alone(bounds: tuple[float, ...]) -> None:
    ratio(0.5)
    with pytest.raises(BadInput, match="within its interval"):
        ratio(*bounds)


def test_a_ratio_at_its_bound_says_so() -> None:
    assert ratio(2, 2, 2).at_bound and ratio(-2, -2, 0).at_bound and not ratio(0).at_bound


def test_a_finding_has_a_ratio_or_says_why_not() -> None:
    names = {"type": "co_travel", "first": "a", "second": "b"}
    Finding(**names, ratio=None, why_none="Too few.")
    with pytest.raises(BadInput, match="says why"):
        Finding(**names, ratio=None)
    with pytest.raises(BadInput, match="says why"):
        Finding(**names, ratio=ratio(0), why_none="Too few.")


def test_the_working_lists_the_heaviest_first_whichever_way_it_speaks() -> None:
    weights = tuple(Weight(what=w, log10=v, rows=(ROW,)) for w, v in (("b", 0.1), ("a", 0.1), ("c", -2.0)))
    finding = Finding(type="co_travel", first="a", second="b", ratio=ratio(0), weights=weights)
    assert [w.what for w in finding.working()] == ["c", "a", "b"]


@pytest.mark.parametrize(
    ("log10_lr", "words"),
    [
        (0.0, "no"), (0.04, "no"), (0.05, "limited"), (-0.99, "limited"), (1.0, "moderate"),
        (-2.0, "moderately strong"),
        (3.9, "strong"), (4.0, "very strong"), (5.99, "very strong"), (-7.0, "extremely strong"),
    ],
)  # fmt: skip
def test_words_go_with_the_strength(log10_lr: float, words: str) -> None:
    assert FORENSIC.words(log10_lr) == words


def test_every_step_has_a_range_and_they_meet() -> None:
    ranges = [FORENSIC.range_of(words) for _, words in FORENSIC.steps]
    assert all(a[1] == b[0] for a, b in pairwise(ranges))
    assert ranges[-1][1] == float("inf")


def test_the_sentence_is_about_the_records() -> None:
    said = FORENSIC.sentence(2.0, first="one person carried both", second="two did")
    assert said == (
        "The records are about 100 times more probable if one person carried both than if two did: moderately strong "
        "support for the one over the other."
    )
    assert "more probable if two did than if one person" in FORENSIC.sentence(
        -1.5, first="one person carried both", second="two did"
    )
    assert "support neither" in FORENSIC.sentence(0.01, first="a", second="b")
