"""What two phones' contacts say, worked by hand where that is possible."""

import json
from importlib import resources
from math import log, log10, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clewline.evidence.types import contacts_in_common as contacts
from evidence.uses_made import case_of, question

PLAIN: dict[str, Any] = {
    "version": "test 1",
    "associates": {
        "shared": 1.0,
        "missing": 1.0,
        "covariance": [[0.01, 0], [0, 0.01]],
        "lower": -1,
        "upper": 1.14,
    },
    "unrelated": {
        "shared": 1.0,
        "missing": 1.0,
        "covariance": [[0.01, 0], [0, 0.01]],
        "lower": -1,
        "upper": 2.3,
    },
}


def often(word: str, times: int, at: int = 0) -> list[str]:
    return [f"{at + n} {word} -" for n in range(times)]


def test_a_sum_by_hand() -> None:
    case = case_of({"p": [*often("mum", 4), *often("x", 4)], "q": [*often("mum", 4), *often("y", 4)]})
    finding = contacts.weigh(question(case, "p", "q"), PLAIN)
    # e: 2 for mum on both phones, sqrt(4) - 1 = 1 for the other; S = 3; no reference: q = .75 / 5.
    u, v, chance = 2 / 4, 3 / 3.5, 0.15
    expected = log(1 / chance) * u - 2 * (1 / 4) * v
    assert finding.ratio is not None
    assert finding.ratio.log10_lr == pytest.approx(min(expected, -log10(chance)))
    assert sum(w.log10 for w in finding.weights) == pytest.approx(expected)
    assert finding.against == () and finding.episodes == 3
    assert len(finding.rows) == 16
    margin = 1.96 * 0.1 * sqrt((log(1 / chance) * u) ** 2 + (2 * v / 4) ** 2)
    assert finding.ratio.lower == pytest.approx(expected - margin)


def test_a_number_that_everybody_has_weighs_less_than_a_rare_one() -> None:
    crowd = {f"r{n}": often("taxi", 2) for n in range(60)}
    two = {"p": [*often("taxi", 3), *often("u", 2)], "q": [*often("taxi", 3), *often("w", 2)]}
    common = contacts.weigh(question(case_of({**two, **crowd}), "p", "q"), PLAIN)
    other = {name: [use.replace("taxi", "elsewhere") for use in uses] for name, uses in crowd.items()}
    rare = contacts.weigh(question(case_of({**two, **other}), "p", "q"), PLAIN)
    assert common.ratio is not None and rare.ratio is not None
    assert common.ratio.log10_lr < rare.ratio.log10_lr
    assert rare.against[0].log10_lr > common.against[0].log10_lr
    assert rare.against[0].propositions == contacts.STRANGERS


def test_a_number_that_friends_of_both_have_is_likely_to_be_shared_by_friends() -> None:
    two = {"p": [*often("x", 3), *often("f", 3)], "q": [*often("x", 3), *often("f", 3)]}
    alone = contacts.weigh(question(case_of({**two, "f": often("z", 1)}), "p", "q"), PLAIN)
    closed = contacts.weigh(question(case_of({**two, "f": often("x", 1)}), "p", "q"), PLAIN)
    assert alone.ratio is not None and closed.ratio is not None
    assert sum(w.log10 for w in closed.weights) < sum(w.log10 for w in alone.weights)


def test_that_the_phones_called_each_other_is_another_fact() -> None:
    apart = {"p": [*often("x", 3), *often("y", 3)], "q": [*often("x", 3), *often("y", 3)]}
    calling = {"p": [*apart["p"], *often("q", 5)], "q": [*apart["q"], *often("p", 5)]}
    a, b = (contacts.weigh(question(case_of(c), "p", "q"), PLAIN) for c in (apart, calling))
    assert a.ratio == b.ratio


def test_too_few_contacts_give_no_finding_and_say_so() -> None:
    case = case_of({"p": [*often("x", 2), *often("y", 2)], "q": often("x", 1)})
    finding = contacts.weigh(question(case, "p", "q"), PLAIN)
    assert finding.ratio is None and "fewer than 2 events" in str(finding.why_none)
    assert "no fitted model" in str(contacts.weigh(question(case, "p", "q"), None).why_none)


def test_only_the_period_counts() -> None:
    case = case_of(
        {"p": [*often("x", 3), *often("y", 3, at=100)], "q": [*often("x", 3), *often("y", 3, at=100)]}
    )
    whole = contacts.weigh(question(case, "p", "q"), PLAIN)
    part = contacts.weigh(question(case, "p", "q", end=50), PLAIN)
    assert whole.ratio is not None and part.ratio is not None
    assert {len(whole.rows), len(part.rows)} == {12, 6} and part.ratio.log10_lr < whole.ratio.log10_lr


uses = st.lists(st.tuples(st.integers(0, 50), st.sampled_from("abcdef")), min_size=1, max_size=12)


@given(uses, uses, uses)
@settings(max_examples=60)
def test_the_order_of_phones_and_of_records_changes_nothing(p: Any, q: Any, r: Any) -> None:
    text = {name: [f"{at} {w} -" for at, w in some] for name, some in (("p", p), ("q", q), ("a", r))}
    case = case_of(text)
    turned = case_of({name: list(reversed(text[name])) for name in ("a", "q", "p")})
    one = contacts.weigh(question(case, "p", "q"), PLAIN)
    other = contacts.weigh(question(turned, "q", "p"), PLAIN)
    if one.ratio is None or other.ratio is None:
        assert one.ratio is other.ratio is None
    else:
        assert one.ratio.log10_lr == pytest.approx(other.ratio.log10_lr)
        assert -1 <= one.ratio.log10_lr <= 1.14


def test_the_model_that_comes_with_clewline_reads() -> None:
    text = (resources.files("clewline.evidence") / "models" / "contacts_in_common_1.json").read_text()
    model = json.loads(text)["parameters"]
    case = case_of({"p": [*often("x", 9), *often("y", 9)], "q": [*often("x", 9), *often("y", 9)]})
    finding = contacts.weigh(question(case, "p", "q"), model)
    assert finding.ratio is not None and finding.ratio.log10_lr == model["associates"]["upper"]
    assert finding.ratio.at_bound and np.isfinite(finding.ratio.lower)
