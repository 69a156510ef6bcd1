"""What goes wrong with people's care in the made-up files is shown by Clewline, and what goes well is not."""

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta

import pytest
from made_up_care import LAST, TODAY, WEEK, Taken, people, rows, take_all, units

from clewline.access import Role
from clewline.bulletin.fairness import PATHS
from clewline.case.ages import Answer, age_on
from clewline.case.protection import protection
from clewline.safeguarding.notice import raised
from clewline.safeguarding.owed import Owed, State
from clewline.safeguarding.path import Place, place_of
from clewline.safeguarding.pointer import asked_by
from clewline.safeguarding.programme import courses
from clewline.safeguarding.sharing import Why, sharings
from clewline.simulate import NEIGHBOUR
from clewline.simulate.faults import APART
from clewline.store import following, ledger
from clewline.store.accounts.people import Person
from clewline.workflow import duties
from clewline.workflow.ask_who_else import ask
from clewline.workflow.by_person import by_person
from clewline.workflow.fairness import compare_paths
from clewline.workflow.week import count_week

CARE = (
    "consents",
    "missing_episodes",
    "nrm_decisions",
    "observations",
    "protection_records",
    "return_interviews",
)
CARE += ("safeguarding_events", "sharing_records", "custody_needs", "moorings")
CUSTODY = {
    "arrest",
    "charge",
    "court_result",
    "need_seen_to",
    "person",
    "prior_arrest",
    "release",
    "role",
    "section_45_considered",
}
"""Kinds by which custody and the lines' registers speak of people; none is help."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def taken(embedded_once: str) -> Taken:
    return take_all()


def test_what_a_row_breaks_is_told_with_its_line_and_every_other_row_is_taken(taken: Taken) -> None:
    for file, problems in taken.problems.items():
        if any(name in file for name in CARE):
            found = {(file, one.sheet or "", one.line): one.rule for one in problems if one.records}
            assert found == {spot: rule for spot, rule in taken.listed.items() if spot[0] == file}
    rules = Counter(rule for (file, *_), rule in taken.listed.items() if "moorings_metropolitan" in file)
    assert set(rules) == {
        "unknown-referral",
        "referral-of-another",
        "referral-stands-otherwise",
        "impossible-date",
    }


def test_a_referral_into_silence_has_no_answer_in_the_figure(taken: Taken) -> None:
    silent = taken.planted["partner never answered the referral"]
    assert units("partner_referrals", answer="none yet") == silent
    assert units("partner_referrals", answer="accepted").isdisjoint(silent)


def test_whom_a_partner_gave_back_when_it_closed_stands_as_returned(taken: Taken) -> None:
    given_back = taken.planted["partner closed its service and gave back whom it had accepted"]
    accepted_once = {
        one.entry.subject
        for one in following.answered("K1")
        if [getattr(each.facts, "answer", None) for each in one.history][:2] == ["accepted", "returned"]
    }
    assert accepted_once == given_back
    assert given_back <= units("partner_referrals", answer="returned")


def test_the_referrer_who_was_never_told_is_in_the_figure(taken: Taken) -> None:
    untold = taken.planted["referrer never learnt what became of the referral"]
    assert units("referrals_without_feedback") == untold


def test_interviews_late_or_never_held_are_told_apart_by_the_duty(taken: Taken) -> None:
    late = taken.planted["return interview after more than 72 hours"]
    never = taken.planted["return interview never held"]
    not_in_time = {row.unit for row in rows("return_interviews_in_time") if not row.amount}
    assert not_in_time == late | never

    def of(some: list[Owed]) -> set[str]:
        return {one.start.subject for one in some}

    owed = duties.of_entries(taken.entries, datetime.combine(TODAY, datetime.min.time(), UTC))
    interviews = [one for one in owed if one.duty.duty == "return_interview"]
    assert of([one for one in interviews if one.state is State.OVERDUE]) == never
    assert of([one for one in interviews if one.state is State.DONE and one.in_time is False]) == late


def test_a_child_missing_again_and_again_is_noticed(taken: Taken) -> None:
    again = people(taken.planted["child missing again and again, found in another area each time"])
    noticed = defaultdict[str, set[str]](set)
    for who, some in taken.people.items():
        for one in raised(some, TODAY):
            noticed[one.notice.name].add(who)
    assert noticed == {"repeatedly_missing": again, "found_elsewhere": again}


def test_a_concern_of_another_force_is_a_pointer_and_no_more(taken: Taken) -> None:
    known = people(taken.planted["child of whom another force holds a concern"])
    # Custody's people too: whom the hub looked up has the same number in both.
    there = {
        who: set(asked_by(some)) for who, some in taken.people.items() if who.startswith("metropolitan/")
    }
    theirs = {one for some in by_person(ledger.read("K2")).values() for one in asked_by(some)}
    assert {who for who, asked in there.items() if asked & theirs} == known
    saff = Person(id=1, login="saff", name="Saff", role=Role.SAFEGUARDING, body="metropolitan", active=True)
    others = sorted(who for who in there if who not in known)[:10]
    for who in (*known, *others):
        at = datetime.combine(TODAY, datetime.min.time(), UTC) + timedelta(hours=2)
        _, found = ask("K1", who, reason="They go missing.", person=saff, at=at, press=who)
        assert found == ([NEIGHBOUR] if who in known else [])


def test_what_was_shared_closes_when_an_adult_takes_consent_back(taken: Taken) -> None:
    withdrawn = people(taken.planted["adult took consent back while the partner held what was shared"])
    closed = set()
    for who, some in taken.people.items():
        for entry in some:
            if entry.kind == "information_shared":
                facts = entry.facts
                (shared,) = (
                    one
                    for one in sharings(
                        some,
                        person=who,
                        recipient=facts.recipient,  # type: ignore[attr-defined]  # of its kind
                        referrals=[facts.referral],  # type: ignore[attr-defined]  # of its kind
                        today=TODAY,
                    )
                    if one.entry.id == entry.id
                )
                if shared.closed is not None:
                    assert shared.closed is Why.NO_CONSENT
                    closed.add(who)
    assert closed == withdrawn


def test_nobody_asked_after_12_months(taken: Taken) -> None:
    unfollowed = people(taken.planted["nobody asked after 12 months what became of them"])
    overdue = {
        (who, outcome.after)
        for who, some in taken.people.items()
        for course in courses(some, LAST)
        for outcome in course.outcomes
        if outcome.overdue
    }
    assert overdue == {(who, "12 months") for who in unfollowed}


def test_signs_and_nobody_who_says_what_they_are(taken: Taken) -> None:
    unsaid = people(taken.planted["signs were seen, and nobody said what they are"])
    places = {
        who: place_of(protection(some, TODAY))
        for who, some in taken.people.items()
        if any(one.kind == "indicator_observed" for one in some)
    }
    assert {who for who, place in places.items() if place is Place.DEFAULT} == unsaid
    assert {Place.POSSIBLE, Place.VICTIM, Place.STILL} <= set(places.values())


def test_two_dates_of_birth_dispute_an_age(taken: Taken) -> None:
    twice = people(taken.planted["two dates of birth, by one of which they are a child"])
    disputed = {
        who
        for who, some in taken.people.items()
        if who.startswith("metropolitan/") and age_on(some, TODAY).answer is Answer.DISPUTED
    }
    assert disputed == twice


def test_a_child_helped_under_another_number_has_no_help_under_that_of_custody(taken: Taken) -> None:
    apart = people(taken.planted[APART.blemish])
    met = rows("time_to_first_help", end=WEEK.end, force=WEEK.force)
    unhelped = {row.unit for row in met if row.dimensions["days"] == "no help recorded"}
    # Of every other child met there is more: at least that they were offered something.
    assert {who for who in unhelped if {one.kind for one in taken.people[who]} <= CUSTODY} == apart
    in_days = {row.unit for row in met if row.amount <= 7} - unhelped
    assert len(in_days) > len(met) / 2 and len(unhelped) < len(met) / 5


def test_of_those_arrested_some_are_referred_to_the_national_mechanism(taken: Taken) -> None:
    own = {who: some for who, some in taken.people.items() if who.startswith(WEEK.force)}
    # Whoever had an appropriate adult in custody was a child then.
    children = {
        who
        for who, some in own.items()
        if any(getattr(one.facts, "need", None) == "appropriate adult" for one in some)
    }
    referred = {who for who in children if "nrm_referral" in {one.kind for one in own[who]}}
    assert len(children) > 300 and 0.2 < len(referred) / len(children) < 0.8


def test_the_figures_of_protection_hold_something_in_the_week(taken: Taken) -> None:
    week = count_week(
        start=WEEK.start,
        end=WEEK.end,
        as_of=datetime.combine(TODAY, datetime.max.time(), UTC),
        force=WEEK.force,
        cases=["K1"],
    )
    found = {
        line.counted.figure.name: line.counted.value
        for section in week.sections
        for line in section.lines
        if not line.counted.qualifiers and line.counted.definition is line.counted.figure.definitions[0]
    }
    some = {
        "indicators_observed",
        "protection_statuses",
        "section_45_considered",
        "partner_referrals",
        "referrals_without_feedback",
        "time_to_first_help",
        "missing_episodes",
        "nrm_decisions",
        "safeguarded_since",
        "programmes_offered",
        "programme_outcomes",
        "return_interviews_in_time",
    }
    assert {name for name in some if not found.get(name)} == set()
    assert not found.get("children_charged_unconsidered")
    assert found["people_safeguarded"] == WEEK.people_safeguarded


def test_fairness_compares_real_cohorts_of_the_programme(taken: Taken) -> None:
    fairness = compare_paths(
        start=WEEK.since, end=WEEK.end, as_of=datetime.combine(TODAY, datetime.max.time(), UTC)
    )
    assert fairness.comparison.exposed == 0
    shown = {
        cohort for (cohort, _), shares in fairness.comparison.paths.items() if shares[0].share is not None
    }
    assert shown == set(PATHS)
