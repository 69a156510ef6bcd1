"""The demo's story is lived by the functions behind the pages: once, in order, with its faults in sight."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from clewline.access import Role
from clewline.case.ages import Answer, age_on
from clewline.case.protection import protection
from clewline.errors import BadDeclaration, NotAllowed
from clewline.record import Entry
from clewline.safeguarding.guide import all_indicators
from clewline.safeguarding.owed import LEFT, State
from clewline.safeguarding.path import Place, place_of
from clewline.safeguarding.pointer import asked_by, called
from clewline.safeguarding.referral import State as Referral
from clewline.safeguarding.sharing import Why
from clewline.simulate.story import default_story
from clewline.store import following, ledger, pointers, referrals
from clewline.store.accounts import people
from clewline.store.received.sent import received_by
from clewline.workflow import duties
from clewline.workflow.accounts import create_account
from clewline.workflow.demo_people import demo_people, tell
from clewline.workflow.story.told import Doing, Story, read_story

AT = datetime(2026, 7, 1, 9, tzinfo=UTC)
STORY = read_story(default_story())


def recorded(story: Story = STORY) -> list[Entry]:
    return [one for case in (story.elsewhere, story.case) for one in ledger.read(case)]


@pytest.fixture
def told(embedded: str) -> int:
    """The story, told; and how many entries that took."""
    return tell(STORY, body="metropolitan", at=AT)


def test_each_step_is_an_entry_of_its_own_day_with_its_own_name_on_it(told: int) -> None:
    done = [step for step in STORY.steps if step.refused is None]
    assert told == len(done)
    assert sorted((one.recorded_at, one.recorded_by, one.day) for one in recorded()) == sorted(
        (step.at, step.by, step.day) for step in done
    )


def test_told_again_it_adds_nothing_on_each_database(record: str) -> None:
    assert tell(STORY, body="metropolitan", at=AT) == len(STORY.steps) - 1
    before = recorded()
    assert tell(STORY, body="metropolitan", at=AT + timedelta(days=9)) == 0
    assert recorded() == before


def test_a_referral_by_the_public_form_waits_once_however_often_it_is_told(told: int) -> None:
    (one,), more = received_by("metropolitan", waiting=True)
    assert not more and one.said is not None and one.area == "metropolitan" and one.waits
    tell(STORY, body="metropolitan", at=AT + timedelta(days=9))
    assert received_by("metropolitan", waiting=True) == ([one], False)
    # It is of another child, and of nobody who is in a case.
    assert STORY.child.split()[0] not in str(one.said) and set(one.said.indicators) <= all_indicators().keys()


def test_stopped_in_the_middle_it_is_told_to_its_end(embedded: str) -> None:
    half = replace(STORY, steps=STORY.steps[: len(STORY.steps) // 2])
    first = tell(half, body="metropolitan", at=AT)
    assert first + tell(STORY, body="metropolitan", at=AT) == len(STORY.steps) - 1
    assert len({one.id for one in recorded()}) == len(STORY.steps) - 1


def test_he_is_never_charged(told: int) -> None:
    (refused,) = [step for step in STORY.steps if step.refused]
    assert refused.kind == "charge" and told
    kinds = [one.kind for one in recorded()]
    assert "charge" not in kinds and kinds.count("section_45_considered") == 1


def test_his_age_was_in_doubt_and_he_was_a_child_throughout(told: int) -> None:
    entries = following.of_person(STORY.case, STORY.person)
    said = [one for one in entries if one.kind != "age_assessed"]
    stop = STORY.steps[2].day
    assert age_on(said, stop).answer is Answer.DISPUTED and age_on(said, stop).child
    assert age_on(entries, stop).answer is Answer.CHILD and told
    assert place_of(protection(entries, AT.date())) is Place.VICTIM


def test_one_duty_is_overdue_and_was_escalated_and_all_others_were_done_in_time(told: int) -> None:
    saff = people.find_person("safeguarding")
    owed = duties.of_case(saff, STORY.case, AT)
    (late,) = [one for one in owed if one.state in LEFT]
    assert (late.state, late.duty.duty, late.start.subject) == (State.OVERDUE, "return_interview", "MIS-2")
    assert {one.in_time for one in owed if one is not late} <= {True, None} and len(owed) > 10 and told
    (decided,) = ledger.of_kinds(STORY.case, "duty_decided")
    assert getattr(decided.facts, "person", None) == STORY.person and decided.recorded_by == "supervisor"


def test_the_charity_sees_the_least_and_the_referrer_learns_the_outcome(told: int) -> None:
    pat = people.find_person("partner")
    ((_, one),), more = referrals.referrals_to(pat)
    opened = referrals.referral_to(pat, one.id, AT.date())
    assert opened is not None and told and not more
    assert [field.field for field in opened.told] == ["name", "age", "indicators", "contact"]
    assert [shared.closed for shared in opened.sharings] == [None, Why.ENDED]
    assert one.state is Referral.TOLD
    assert [*opened.followed.standing.told] == ["accepted", "help was given"]


def test_the_other_area_is_a_body_to_ring_and_its_case_is_nobody_s_here(told: int) -> None:
    known = following.of_person(STORY.case, STORY.person)
    assert pointers.holding(asked_by(known), called(known), but=STORY.case) == ["kent"] and told
    demo_people([STORY.case], body="metropolitan", at=AT, partner=STORY.partner)
    for role in Role:
        assert STORY.elsewhere not in people.own_cases(people.find_person(role.name.lower()), AT.date())
    elsewhere = people.find_person("elsewhere")
    assert list(people.own_cases(elsewhere, AT.date())) == [STORY.elsewhere]


def test_what_it_should_refuse_and_does_not_is_told_and_so_is_what_it_refuses(embedded: str) -> None:
    first = STORY.steps[2]
    assert first.act is Doing.RECORD
    with pytest.raises(BadDeclaration, match="as he says is not refused by section-45"):
        tell(replace(STORY, steps=[replace(first, refused="section-45")]), body="metropolitan", at=AT)
    wrong = replace(first, says={**first.says, "born": "never"})
    with pytest.raises(BadDeclaration, match="as he says is refused: This is not a day"):
        tell(replace(STORY, steps=[wrong]), body="metropolitan", at=AT)
    assert recorded() == []


def test_it_is_not_told_before_its_end(embedded: str) -> None:
    with pytest.raises(NotAllowed, match="the clock is behind"):
        tell(STORY, body="metropolitan", at=STORY.steps[-1].at - timedelta(minutes=1))
    assert recorded() == []


def test_an_earlier_demo_s_partner_is_told_of_and_nothing_is_played(embedded: str) -> None:
    create_account(
        "partner",
        name="Pat Partner",
        role=Role.PARTNER,
        body="Quay",
        password=None,
        by="demo",
        at=AT,
        made_up=True,
    )
    with pytest.raises(NotAllowed, match="works for Quay here"):
        tell(STORY, body="metropolitan", at=AT)
    assert recorded() == []
