"""The whole check: each fault once, whatever the order of the texts, and never an error, whatever the text."""

from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bulletin.claims_made import made
from bulletin.planted import PLANTS
from clewline.bulletin.check import Finding, Named, Quoted, all_rules, check
from clewline.bulletin.check.near import MEANS, NEAR
from clewline.bulletin.check.precedence import each_fault_once
from clewline.bulletin.claim import Quote
from clewline.bulletin.read import read


def _finding(rule: str, *spans: tuple[int, int]) -> Finding:
    quotes = tuple(Quoted(source="a", quote=Quote(text="", start=start, end=end)) for start, end in spans)
    return Finding(rule=rule, severity="wrong", sentence=rule, quotes=quotes)


def test_of_two_rules_on_the_same_words_the_one_that_explains_more_speaks() -> None:
    numbers = _finding("two_numbers", (0, 9), (20, 29))
    for other, kept in (
        (_finding("overlap_summed", (0, 9), (20, 29), (40, 49)), ["overlap_summed"]),
        (_finding("overlap_summed", (0, 9), (40, 49)), ["overlap_summed", "two_numbers"]),
        (_finding("hedge_on_exact", (5, 7)), ["two_numbers"]),
        (_finding("hedge_on_exact", (9, 20)), ["two_numbers", "hedge_on_exact"]),
    ):
        assert [f.rule for f in each_fault_once([numbers, other])] == kept
        assert [f.rule for f in each_fault_once([other, numbers])] == kept


def test_words_of_another_text_are_not_the_same_words() -> None:
    one = _finding("weekday", (0, 9))
    other = Finding(
        rule="period_name",
        severity="note",
        sentence="",
        quotes=(Quoted(source="b", quote=Quote(text="", start=0, end=9)),),
    )
    assert len(each_fault_once([one, other])) == 2


def test_a_wrong_weekday_and_the_week_it_makes_too_short_are_one_fault() -> None:
    text = "The week ran from Monday 28 February to Friday 3 March 2023."
    assert [f.rule for f in check([made(text)])] == ["weekday"]


def test_findings_come_in_the_order_of_the_texts() -> None:
    one = made("[over 76|arrests 76 people, at_least] on Monday 28 February 2023", name="z")
    two = made("on Monday 28 February 2023", name="a")
    assert [(f.rule, f.quotes[0].source) for f in check([one, two])] == [
        ("hedge_on_exact", "z"),
        ("weekday", "z"),
        ("weekday", "a"),
    ]


def test_indicators_are_near_to_each_other_and_never_to_themselves() -> None:
    for indicator, others in NEAR.items():
        assert others and indicator not in others
        for other in others:
            assert indicator in NEAR[other] and other in MEANS


_SEEDS = st.integers(0, 10**6)
_KINDS = st.sampled_from(sorted(PLANTS))


@given(_KINDS, _KINDS, _SEEDS)
def test_the_order_of_the_texts_changes_no_fault(one: str, two: str, seed: int) -> None:
    texts = [
        Named(f"{i}", read(text, published))
        for i, (text, published) in enumerate(
            (pair for kind in (one, two) for pair in _pairs(kind, seed)), start=1
        )
    ]
    forwards, backwards = check(texts), check(texts[::-1])
    assert _faults(forwards, of_one=True) == _faults(backwards, of_one=True)
    assert bool(_faults(forwards, of_one=False)) == bool(_faults(backwards, of_one=False))


def _pairs(kind: str, seed: int) -> list[tuple[str, date]]:
    planted = PLANTS[kind](Random(seed))
    return list(zip(planted.texts, planted.published, strict=True))


def _faults(found: tuple[Finding, ...], *, of_one: bool) -> set[tuple[str, str]]:
    """Return the faults within one text, or between texts."""
    return {(f.rule, f.sentence) for f in found if (len({q.source for q in f.quotes}) == 1) is of_one}


@given(st.lists(st.text(max_size=400), max_size=3))
def test_no_text_makes_the_check_fail(texts: list[str]) -> None:
    named = [Named(str(i), read(text)) for i, text in enumerate(texts)]
    for finding in check(named):
        assert finding.rule in all_rules()


_WORDS = """Over nearly 222 74 1,204 £77,115 8.3kg 68% people were arrested of the from to Monday 31 February June 2023
week including knives weapons lines closed disrupted children safeguarded ( ) half doubled more than last year's in cash
seized made up of men and a day charged"""
_PIECES = st.sampled_from([f"{word} " for word in _WORDS.split()] + [". ", "\n\n", "\n- "])


@given(st.lists(_PIECES, max_size=80).map("".join))
def test_a_finding_quotes_what_stands_in_the_text(text: str) -> None:
    found = check([Named("a", read(text))])
    for finding in found:
        assert finding.quotes and finding.sentence.endswith(".")
        for quoted in finding.quotes:
            assert text[quoted.quote.start : quoted.quote.end] == quoted.quote.text
    assert len({(f.rule, f.quotes) for f in found}) == len(found)
