"""Claims against the record: confirmed or contradicted, as known when they were published and now."""

from datetime import date

import pytest

from clewline.workflow.against import AgainstRecord
from workflow.claims_asked import NOW, STORY, claim, judge, keep, outcome


@pytest.fixture
def kept(record: str) -> str:
    """The story is in the record, on each database in turn."""
    keep(STORY)
    return record


@pytest.fixture
def held(embedded: str) -> str:
    """The story is in an embedded record: for what does not hang on the database."""
    keep(STORY)
    return embedded


def test_a_number_that_was_right_then_and_is_wrong_now_names_the_entries_that_changed_it(kept: str) -> None:
    (judged,) = judge(claim(value=3))
    verdict = judged.verdict
    assert (verdict.outcome_then, verdict.outcome, verdict.difference) == ("confirmed", "contradicted", 1)
    assert (judged.new, judged.gone) == (("a5", "a6"), ("a3",))
    assert verdict.changed == ((date(2023, 4, 2), 1, "corrected"), (date(2023, 4, 3), 2, "recorded"))
    assert verdict.sentence == (
        "Confirmed then, contradicted now: the record counted 3 then and counts 4, 1 more than stated; 1 entry "
        "corrected on 2 April 2023 and 2 entries recorded on 3 April 2023 changed it."
    )
    assert judged.asked is not None
    assert judged.asked.command == "clewline trace arrests 2023-02-27 --force kent"


def test_a_hedge_is_borne_out_by_more_than_it_says(held: str) -> None:
    verdicts = [j.verdict for j in judge(claim(value=4), claim(value=3, relation="at_least"), claim(value=5))]
    assert [(v.outcome_then, v.outcome) for v in verdicts] == [
        ("contradicted", "confirmed"),
        ("confirmed", "confirmed"),
        ("contradicted", "contradicted"),
    ]


def test_a_later_correction_makes_a_true_claim_false_and_a_false_one_true(embedded: str) -> None:
    # Kent publishes 652 pounds and "nearly 3 arrests"; the cash was counted again, and an arrest was entered twice.
    keep(
        """
        c1: on 2023-03-01 cash seizure M1, force kent, amount 652, currency GBP
        a1: on 2023-03-01 arrest C1, force kent, person kent/1
        a2: on 2023-03-01 arrest C2, force kent, person kent/2
        a3: on 2023-03-01 arrest C3, force kent, person kent/3
        c2: on 2023-03-01 cash seizure M1, force kent, amount 562, currency GBP; corrects c1 because "counted again"; \
known from 2023-04-02T10:00:00+00:00
        w: on 2023-04-05 correction a3, withdraws a3; known from 2023-04-05T10:00:00+00:00
        """
    )
    said = {
        claim("cash_seized", 652, "GBP"): ("confirmed", "contradicted"),
        claim("cash_seized", 562, "GBP"): ("contradicted", "confirmed"),
        claim("cash_seized", 600, "GBP", relation="at_least"): ("confirmed", "contradicted"),
        claim("cash_seized", 600, "GBP", relation="at_most"): ("contradicted", "confirmed"),
        claim("cash_seized", 600, "GBP", relation="about"): ("confirmed", "confirmed"),
        claim(value=3): ("confirmed", "contradicted"),
        claim(value=2): ("contradicted", "confirmed"),
        claim(value=2, relation="at_least"): ("confirmed", "confirmed"),
        claim(value=2, age_group="young people"): (None, "not answerable"),
    }
    verdicts = {one: judge(one)[0].verdict for one in said}
    assert {one: (v.outcome_then, v.outcome) for one, v in verdicts.items()} == said
    assert verdicts[claim(value=3)].sentence == (
        "Confirmed then, contradicted now: the record counted 3 then and counts 2, 1 fewer than stated; 1 entry "
        "corrected on 5 April 2023 changed it."
    )


def test_a_withdrawn_entry_and_a_reversed_batch_say_when_they_went(embedded: str) -> None:
    file = "ab" * 32
    keep(
        f"""
            B1: on 2023-03-06 received {file}, sha256 {file}, file custody.csv, size 3, mapping custodian; in batch B1
            B1:2: on 2023-03-01 arrest C1, force kent, person kent/1; from file {file} line 2; in batch B1
            a: on 2023-03-01 arrest C2, force kent, person kent/2
            b: on 2023-03-01 arrest C3, force kent, person kent/3
            c: on 2023-04-01 correction a, withdraws a; known from 2023-04-01T10:00:00+00:00
            r: on 2023-05-01 batch reversed B1, batch B1; known from 2023-05-01T10:00:00+00:00
            """
    )
    (judged,) = judge(claim(value=3))
    assert judged.gone == ("B1:2", "a")
    assert [(day.month, n, how) for day, n, how in judged.verdict.changed] == [
        (4, 1, "corrected"),
        (5, 1, "corrected"),
    ]


def test_an_entry_that_went_though_nobody_corrected_it_is_named_without_a_day(embedded: str) -> None:
    # The closure stands; its line turns out to be one that the narrower number leaves out.
    keep(
        """
        l: on 2022-12-01 line L1, nature internal, force kent
        z: on 2023-03-01 line closure Z1, force kent, line L1, type Type 1
        m: on 2022-12-01 line L1, nature cross-boundary, force metropolitan; known from 2023-04-02T10:00:00+00:00
        """
    )
    (judged,) = judge(claim("lines_closed", 1, "lines", nature="internal"))
    assert (judged.new, judged.gone, judged.verdict.changed) == ((), ("z",), ())
    assert (judged.verdict.outcome_then, judged.verdict.outcome) == ("confirmed", "contradicted")


def test_what_is_narrowed_is_counted_narrowed(held: str) -> None:
    asked = {
        claim(value=3, sex="male"): "confirmed",
        claim(value=2, age_group="children"): "confirmed",
        claim("drugs_seized_weight", 1, "kg", drug_class="A"): "confirmed",
        claim("drugs_seized_weight", 700, "g", drug="cocaine"): "confirmed",
        claim("drugs_seized_weight", 1, "kg", drug="cocaine and crack"): "confirmed",
        claim("drugs_seized_weight", "0.001", "tonnes"): "confirmed",
        claim("drugs_seized_count", 30, "wraps"): "confirmed",
        claim("drugs_seized_count", 30, "tablets"): "contradicted",
        claim("weapons_seized", 2, "items", weapon="machetes"): "confirmed",
        claim("weapons_seized", 0, "items", weapon="sword"): "confirmed",
        claim("knives_seized", 5, "items", weapon="bladed"): "confirmed",
        claim("vehicles_seized", 4, "items", item="E-scooters"): "confirmed",
        claim("searches_conducted", 1, "premises"): "confirmed",
        claim("people_charged", 1, "people", offence="drug trafficking"): "confirmed",
        claim("charges", 1, "charges", offence="drug offences", note="as at Sunday"): "confirmed",
    }
    assert {one: outcome(one) for one in asked} == asked


def test_only_the_cases_asked_for_are_asked(held: str) -> None:
    one = claim(value=4)
    (judged,) = AgainstRecord(now=NOW, cases=["K9"]).judge([one], published=None)
    assert judged.verdict.now.why_not == "the record holds nothing of Kent Police"
    (judged,) = AgainstRecord(now=NOW, cases=["K1"]).judge([one], published=None)
    assert judged.verdict.outcome == "confirmed"
