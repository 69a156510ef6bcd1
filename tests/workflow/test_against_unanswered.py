"""Why the record cannot say, and what it takes from the command or the day of publication where a text is silent."""

from dataclasses import replace
from datetime import date

import pytest

from clewline.bulletin.claim import Period
from clewline.errors import NotFound
from clewline.workflow.against import AgainstRecord
from workflow.claims_asked import NOW, PUBLISHED, STORY, WEEK, claim, judge, keep, outcome, why_not


@pytest.fixture
def held(embedded: str) -> str:
    """The story is in an embedded record: for what does not hang on the database."""
    keep(STORY)
    return embedded


def test_a_share_of_nobody_knows_what_is_not_contradicted(embedded: str) -> None:
    keep(
        """
        a: on 2023-03-01 arrest C1, force kent, person kent/1
        b: on 2023-03-01 arrest C2, force kent, person kent/2
        r1: on 2023-02-01 role kent/1, person kent/1, line L1, force kent, role line holder, basis admission
        r2: on 2023-02-01 role kent/2, person kent/2, line L1, force kent, role line holder, basis admission
        h: on 2023-03-02 charge H1, force kent, person kent/1, age 30, offence MD71170, arrest C1
        """
    )
    share = claim("line_holders_charged", 88, "percent", base="unstated")
    (judged,) = judge(share)
    assert judged.verdict.now.why_not == "the text does not say of what it is a share"
    (judged,) = judge(replace(share, qualifiers=(("base", "line holders arrested"),)))
    assert judged.verdict.outcome == "contradicted"


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
