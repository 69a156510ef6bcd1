"""Each rule's own examples: what stands on the methods page is what the rule finds in a text as read."""

import pytest

from clewline.bulletin.check import Example, Named, Rule, all_rules, check
from clewline.bulletin.check.precedence import ORDER
from clewline.bulletin.read import read

_EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.name} {i}")
    for rule in all_rules().values()
    for i, example in enumerate(rule.examples, start=1)
]


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_a_rule_says_of_its_example_what_the_methods_page_prints(rule: Rule, example: Example) -> None:
    texts = [Named(f"text {i}", read(t, example.published)) for i, t in enumerate(example.texts, start=1)]
    found = [(f.rule, f.severity, f.sentence) for f in rule.findings(texts)]
    assert found == ([(rule.name, example.severity, example.sentence)] if example.sentence else [])


@pytest.mark.parametrize(("rule", "example"), _EXAMPLES)
def test_an_example_shows_its_own_rule_and_no_graver_fault(rule: Rule, example: Example) -> None:
    texts = [Named(f"text {i}", read(t, example.published)) for i, t in enumerate(example.texts, start=1)]
    others = [f for f in check(texts) if f.rule != rule.name and f.severity != "note"]
    assert others == []


def test_every_rule_shows_what_it_finds_and_what_it_lets_pass() -> None:
    for rule in all_rules().values():
        assert any(example.sentence for example in rule.examples), rule.name
        assert any(example.sentence is None for example in rule.examples), rule.name
        assert rule.finds.endswith(".") and rule.why.endswith("."), rule.name


def test_every_rule_has_its_place_in_the_order() -> None:
    assert sorted(ORDER) == sorted(all_rules())
