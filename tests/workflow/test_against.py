"""Claims against the record: confirmed, contradicted or not answerable, as known when they were published and now."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from clewline.bulletin.claim import Claim, Period, Quote, Scope
from clewline.errors import NotFound
from clewline.formats.stated import Relation
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.against import AgainstRecord
from clewline.workflow.asked import Judged

NOW = datetime(2023, 6, 1, tzinfo=UTC)
WEEK = Period(start=date(2023, 2, 27), end=date(2023, 3, 5), kind="week")
PUBLISHED = date(2023, 3, 7)

# Kent reports three arrests; after publication one is corrected away from the week and two are added.
STORY = """
a1: on 2023-02-28 arrest C1, force kent, person kent/1, age 16, sex female
a2: on 2023-03-01 arrest C2, force kent, person kent/2, age 40, sex male
a3: on 2023-03-05 arrest C3, force kent, person kent/3, age 31, sex male
d1: on 2023-03-01 drug seizure X1, force kent, drug cocaine, grams 700, count 30, counted in wraps
d2: on 2023-03-01 drug seizure X2, force kent, drug crack cocaine, grams 300
w1: on 2023-03-02 weapon seizure X3, force kent, weapon machete, bladed yes, count 2
w2: on 2023-03-02 weapon seizure X4, force kent, weapon knife, bladed yes, count 3
v1: on 2023-03-02 vehicle seizure X5, force kent, vehicle e-scooter, count 4
s1: on 2023-03-02 search S1, force kent, searched premises
s2: on 2023-03-02 search S2, force kent, searched person
h1: on 2023-03-03 charge H1, force kent, person kent/2, offence MD71170, arrest C2
m1: on 2023-03-03 arrest C9, force metropolitan, person metropolitan/9, age 20, sex male
a4: on 2023-03-09 arrest C3, force kent, person kent/3, age 31, sex male; corrects a3 because "a later arrest"; \
known from 2023-04-02T10:00:00+00:00
a5: on 2023-03-04 arrest C5, force kent, person kent/5, age 22, sex male; known from 2023-04-03T10:00:00+00:00
a6: on 2023-03-04 arrest C6, force kent, person kent/6, age 17, sex male; known from 2023-04-03T10:00:00+00:00
"""


def keep(story: str) -> None:
    """Append the entries; those of no file are a person's statement."""
    entries = read_notation(story)
    ledger.append([e if e.batch else replace(e, source=Statement("Moss")) for e in entries])


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


def claim(
    indicator: str = "arrests",
    value: str | int = 3,
    unit: str = "people",
    *,
    relation: Relation = "exactly",
    body: str | None = "Kent Police",
    scope: Scope = "force",
    period: Period = WEEK,
    **said: str,
) -> Claim:
    return Claim(
        indicator=indicator,
        value=Decimal(value),
        unit=unit,
        relation=relation,
        qualifiers=tuple(sorted(said.items())),
        period=period,
        body=body,
        scope=scope,
        quote=Quote(text=f"{value} {unit}", start=0, end=1),
        rule="",
    )


def judge(*claims: Claim, published: date | None = PUBLISHED, force: str | None = None) -> Sequence[Judged]:
    return list(AgainstRecord(now=NOW, force=force).judge(claims, published=published))


def outcome(one: Claim, **said: date | str | None) -> str:
    (judged,) = judge(one, **said)  # type: ignore[arg-type]  # as the test says them
    return judged.verdict.outcome


def why_not(one: Claim, **said: date | str | None) -> str:
    (judged,) = judge(one, **said)  # type: ignore[arg-type]  # as the test says them
    assert (judged.verdict.outcome, judged.asked) == ("not answerable", None)
    return judged.verdict.now.why_not


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


def test_a_share_of_nobody_knows_what_is_not_contradicted(embedded: str) -> None:
    keep(
        """
        a: on 2023-03-01 arrest C1, force kent, person kent/1
        b: on 2023-03-01 arrest C2, force kent, person kent/2
        r1: on 2023-02-01 role kent/1, person kent/1, line L1, force kent, role line holder, basis admission
        r2: on 2023-02-01 role kent/2, person kent/2, line L1, force kent, role line holder, basis admission
        h: on 2023-03-02 charge H1, force kent, person kent/1, offence MD71170, arrest C1
        """
    )
    share = claim("line_holders_charged", 88, "percent", base="unstated")
    (judged,) = judge(share)
    assert judged.verdict.now.why_not == "the text does not say of what it is a share"
    (judged,) = judge(replace(share, qualifiers=(("base", "line holders arrested"),)))
    assert judged.verdict.outcome == "contradicted"


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


def test_why_the_record_cannot_say(held: str) -> None:
    cases = {
        claim("other_result", 3): "no figure counts other result",
        claim("change", 12, "percent", of="arrests", direction="up"): "a change is of two periods",
        claim(
            "lines_closed", 3, "people"
        ): "the text counts in people, and lines closed are counted in lines",
        claim(value=60, unit="percent", sex="male"): "the text states a share",
        claim(body="NPCC", scope="national"): "the number is of NPCC, and the record is of single forces",
        claim(body="Northmoor Police"): "the record has no force of the name Northmoor Police",
        claim(body="Essex Police"): "the record holds nothing of Essex Police",
        claim(body=None): "the text does not say whose number it is; name the force with --force",
        claim(
            age_group="young people"
        ): "the record has no age group “young people” of arrests; it has adult, child",
        claim(weapon="machete"): "no figure counts arrests by weapon (machete)",
        claim("drugs_seized_weight", 1, "kg", drug="sherbet"): "the record has no drug “sherbet”",
        claim("cash_seized", 1, "GBP", item="notes"): "no figure counts cash seized by item (notes)",
        claim(place="Croydon"): "the record has no place “Croydon” of arrests",
        claim(
            body="Kent Police", scope="unit"
        ): "the number is of one unit, and the record counts whole forces",
        claim(
            body="Kent Police", scope="local"
        ): "the number is of one place, and the record counts whole forces",
        claim("people_engaged", 30): "the record has no people engaged of Kent Police on any day",
        claim(period=Period()): "the text does not say for which days the number is",
        claim(period=Period(start=WEEK.start, kind="between")): "the text does not say up to which day",
    }
    assert {said: why_not(one) for one, said in cases.items() if said not in why_not(one)} == {}


def test_a_number_of_nobody_is_of_the_force_that_is_named_for_it(held: str) -> None:
    assert outcome(claim(value=4, body=None), force="kent") == "confirmed"
    assert outcome(claim(value=1, body=None), force="metropolitan") == "confirmed"
    assert outcome(claim(value=1, body="Metropolitan Police"), force="kent") == "confirmed"


def test_since_a_day_runs_to_the_day_of_publication(held: str) -> None:
    since = Period(start=date(2023, 1, 1), kind="since")
    assert outcome(claim(value=4, period=since)) == "confirmed"
    assert outcome(claim(value=5, period=since), published=date(2023, 3, 9)) == "confirmed"
    assert "up to which day" in why_not(claim(period=since), published=None)


def test_a_force_that_had_nothing_recorded_then_is_no_contradiction(embedded: str) -> None:
    keep(
        """
            a: on 2023-03-01 arrest C1, force metropolitan, person metropolitan/1
            b: on 2023-03-01 arrest C2, force kent, person kent/2; known from 2023-04-02T10:00:00+00:00
            """
    )
    (judged,) = judge(claim(value=1))
    assert judged.verdict.then is not None
    assert judged.verdict.then.why_not == "the record held nothing of it yet on the day of publication"
    assert (judged.verdict.outcome_then, judged.verdict.outcome) == ("not answerable", "confirmed")


def test_a_record_that_begins_after_publication_is_asked_only_what_it_knows_now(held: str) -> None:
    record = AgainstRecord(now=NOW)
    assert record.begins_after(date(2023, 3, 5))
    assert not record.begins_after(PUBLISHED)
    assert not record.begins_after(None)
    (judged,) = judge(claim(value=4), published=date(2023, 3, 5))
    assert (judged.verdict.then, judged.new, judged.verdict.outcome) == (None, (), "confirmed")


def test_a_share_without_anything_to_divide_by_is_not_answerable(held: str) -> None:
    (judged,) = judge(claim("line_holders_charged", 88, "percent"))
    assert "the record has no line holders arrested in those days" in judged.verdict.now.why_not


def test_an_empty_record_says_so(embedded: str) -> None:
    with pytest.raises(NotFound, match="The record is empty"):
        AgainstRecord(now=NOW)


def test_only_the_cases_asked_for_are_asked(held: str) -> None:
    one = claim(value=4)
    (judged,) = AgainstRecord(now=NOW, cases=["K9"]).judge([one], published=None)
    assert judged.verdict.now.why_not == "the record holds nothing of Kent Police"
    (judged,) = AgainstRecord(now=NOW, cases=["K1"]).judge([one], published=None)
    assert judged.verdict.outcome == "confirmed"
