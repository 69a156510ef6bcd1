"""Claims against what a record counted: then, now, by how much, and what changed it."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from bulletin.claims_made import made
from clewline.bulletin.check.against import Answer, Stood, Verdict, against, outcome
from clewline.bulletin.claim import Claim

THEN, NOW = datetime(2023, 3, 9, tzinfo=UTC), datetime(2023, 6, 1, tzinfo=UTC)
EARLY, LATE = date(2023, 3, 4), date(2023, 4, 2)


def _claim(mark: str) -> Claim:
    (claim,) = made(f"[it|{mark}]").reading.claims
    return claim


def _answer(value: str | None, at: datetime, *entries: Stood, why_not: str = "") -> Answer:
    return Answer(value=None if value is None else Decimal(value), as_of=at, entries=entries, why_not=why_not)


@pytest.mark.parametrize(
    ("mark", "counted", "says"),
    [
        ("arrests 222 people", "222", "confirmed"),
        ("arrests 222 people", "218", "contradicted"),
        ("arrests 220 people, at_least", "222", "confirmed"),
        ("arrests 220 people, at_least", "219", "contradicted"),
        ("arrests 230 people, at_most", "222", "confirmed"),
        ("arrests 230 people, about", "222", "confirmed"),
        ("drugs_seized_weight 8.3 kg", "8.27", "confirmed"),
        ("arrests 222 people", None, "not answerable"),
        ("arrests 2000 people", "1977", "confirmed"),
        ("arrests 2000 people", "1880", "contradicted"),
        ("drugs_seized_value 1000000 GBP", "1034250", "confirmed"),
        ("drugs_seized_value 1000000 GBP", "1080000", "contradicted"),
        ("cash_seized 652214 GBP", "652215", "contradicted"),
    ],
)
def test_a_claim_says_no_more_than_its_digits_and_its_hedge(
    mark: str, counted: str | None, says: str
) -> None:
    assert outcome(_claim(mark), _answer(counted, NOW)) == says


@pytest.mark.parametrize(
    ("words", "mark", "counted", "says"),
    [
        ("over 222 arrests", "arrests 222 people, at_least", "223", "confirmed"),
        ("over 222 arrests", "arrests 222 people, at_least", "222", "contradicted"),
        ("222+ arrests", "arrests 222 people, at_least", "222", "contradicted"),
        ("at least 222 arrests", "arrests 222 people, at_least", "222", "confirmed"),
        ("nearly 230 arrests", "arrests 230 people, at_most", "222", "confirmed"),
        ("nearly 230 arrests", "arrests 230 people, at_most", "230", "contradicted"),
        ("nearly 230 arrests", "arrests 230 people, at_most", "120", "contradicted"),
        ("fewer than 230 arrests", "arrests 230 people, at_most", "120", "confirmed"),
        ("fewer than 230 arrests", "arrests 230 people, at_most", "230", "contradicted"),
        ("up to 230 arrests", "arrests 230 people, at_most", "230", "confirmed"),
        ("around 230 arrests", "arrests 230 people, about", "222", "confirmed"),
        ("around 230 arrests", "arrests 230 people, about", "190", "contradicted"),
    ],
)
def test_a_hedge_promises_what_its_word_does(words: str, mark: str, counted: str, says: str) -> None:
    (claim,) = made(f"[{words}|{mark}]").reading.claims
    assert outcome(claim, _answer(counted, NOW)) == says


def test_where_only_the_hedge_is_wrong_the_sentence_says_so() -> None:
    (over, nearly) = made(
        "[over 222 arrests|arrests 222 people, at_least] [nearly 230|arrests 230 people, at_most]"
    ).reading.claims
    (first,) = against([over], now=lambda _: _answer("222", NOW))
    assert first.sentence == "Contradicted: the record counts 222, which is not over 222."
    (second,) = against([nearly], now=lambda _: _answer("120", NOW))
    assert second.sentence == "Contradicted: the record counts 120, which is not nearly 230."


def _verdict(mark: str, then: Answer | None, now: Answer) -> Verdict:
    (verdict,) = against([_claim(mark)], now=lambda _: now, then=(lambda _: then) if then else None)
    return verdict


A, B, C = (Stood(id=name, recorded=EARLY) for name in "abc")
_NEW = tuple(Stood(id=name, recorded=LATE) for name in "def")
_GONE = Stood(id="b", recorded=EARLY, corrected=LATE)


@pytest.mark.parametrize(
    ("mark", "then", "now", "sentence"),
    [
        (
            "arrests 3 people",
            _answer("3", THEN, A, B, C),
            _answer("6", NOW, A, B, C, *_NEW),
            "Confirmed then, contradicted now: the record counted 3 then and counts 6, 3 more than stated; "
            "3 entries recorded on 2 April 2023 changed it.",
        ),
        (
            "arrests 3 people",
            _answer("3", THEN, A, _GONE, C),
            _answer("2", NOW, A, C),
            "Confirmed then, contradicted now: the record counted 3 then and counts 2, 1 fewer than stated; "
            "1 entry corrected on 2 April 2023 changed it.",
        ),
        (
            "arrests 6 people",
            _answer("3", THEN, A, B, C),
            _answer("6", NOW, A, B, C, *_NEW),
            "Contradicted then, confirmed now: the record counted 3 then and counts 6; "
            "3 entries recorded on 2 April 2023 changed it.",
        ),
        (
            "arrests 3 people, at_least",
            _answer("3", THEN, A, _GONE, C),
            _answer("5", NOW, A, C, *_NEW),
            "Confirmed then as now: the record counted 3, and now counts 5; 1 entry corrected on "
            "2 April 2023 and 3 entries recorded on 2 April 2023 changed it.",
        ),
        (
            "arrests 3 people",
            _answer("3", THEN, A, B, C),
            _answer("3", NOW, A, B, C),
            "Confirmed: the record counts 3, then as now.",
        ),
        (
            "cash_seized 652214 GBP",
            _answer("650000", THEN, A),
            _answer("650000", NOW, A),
            "Contradicted: the record counts £650,000, £2,214 less than stated, then as now.",
        ),
        ("arrests 3 people", None, _answer("3", NOW, A), "Confirmed: the record counts 3."),
        (
            "line_holders_charged 88 percent",
            None,
            _answer("80", NOW, A),
            "Contradicted: the record counts 80 per cent, 8 points less than stated.",
        ),
        (
            "firearms_seized 5 items",
            _answer(None, THEN, why_not="no figure counts firearms by maker"),
            _answer(None, NOW, why_not="no figure counts firearms by maker"),
            "Not answerable: no figure counts firearms by maker.",
        ),
        (
            "arrests 3 people",
            _answer(None, THEN, why_not="the record held nothing yet"),
            _answer("3", NOW, A),
            "Not answerable then, confirmed now: the record counts 3; 1 entry recorded on 4 March 2023 changed it.",
        ),
        (
            "arrests 3 people",
            _answer("3", THEN, Stood(id="z", recorded=EARLY)),
            _answer("4", NOW, Stood(id="z", recorded=EARLY)),
            "Confirmed then, contradicted now: the record counted 3 then and counts 4, 1 more than stated.",
        ),
        (
            "arrests 3 people",
            _answer("3", THEN, A),  # gone, and nobody knows since when
            _answer("2", NOW),
            "Confirmed then, contradicted now: the record counted 3 then and counts 2, 1 fewer than stated.",
        ),
    ],
)
def test_a_verdict_says_what_changed_and_when(
    mark: str, then: Answer | None, now: Answer, sentence: str
) -> None:
    assert _verdict(mark, then, now).sentence == sentence


def test_a_verdict_gives_the_difference_where_something_was_counted() -> None:
    assert _verdict("arrests 3 people", None, _answer("6", NOW)).difference == 3
    assert _verdict("arrests 3 people", None, _answer(None, NOW)).difference is None
    assert _verdict("arrests 3 people", None, _answer("6", NOW)).changed == ()


def test_claims_keep_their_order_and_a_day_not_known_is_not_asked_for() -> None:
    claims = [_claim("arrests 3 people"), _claim("arrests 4 people")]
    verdicts = against(claims, now=lambda claim: _answer(str(claim.value), NOW))
    assert [v.claim for v in verdicts] == claims
    assert [v.outcome_then for v in verdicts] == [None, None]
