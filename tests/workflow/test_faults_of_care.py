"""What goes wrong with people's care in the made-up files is shown by Clewline, and what goes well is not."""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import pytest

from clewline.access import Role
from clewline.analysis.count import select
from clewline.bulletin.fairness import PATHS
from clewline.case.ages import Answer, age_on
from clewline.case.protection import protection
from clewline.figures import Row, all_figures
from clewline.record import Entry, Problem
from clewline.safeguarding.notice import raised
from clewline.safeguarding.owed import Owed, State
from clewline.safeguarding.path import Place, place_of
from clewline.safeguarding.pointer import asked_by
from clewline.safeguarding.programme import courses
from clewline.safeguarding.sharing import Why, sharings
from clewline.simulate import NEIGHBOUR, default_margins, simulate
from clewline.store import following, ledger
from clewline.store.accounts.people import Person
from clewline.workflow import duties
from clewline.workflow.ask_who_else import ask
from clewline.workflow.by_person import by_person
from clewline.workflow.fairness import compare_paths
from clewline.workflow.intake import take_in
from clewline.workflow.tables import as_known
from clewline.workflow.week import count_week

WEEK = default_margins()
LAST = WEEK.end + timedelta(days=42)
"""The last day of the files."""
TODAY = LAST + timedelta(days=15)
CARE = (
    "consents",
    "missing_episodes",
    "nrm_decisions",
    "observations",
    "protection_records",
    "return_interviews",
)
CARE += ("sharing_records", "custody_needs", "moorings")

pytestmark = pytest.mark.slow


@dataclass
class Taken:
    """The made-up files, taken in as the demo does."""

    planted: dict[str, set[str]]
    """What went wrong, with whom or what it is about."""
    listed: dict[tuple[str, str, int], str]
    """Rows that should be refused: file, sheet and line, with the rule."""
    problems: dict[str, list[Problem]]
    entries: list[Entry]

    @property
    def people(self) -> dict[str, list[Entry]]:
        """The entries of each person."""
        return by_person(self.entries)


@pytest.fixture(scope="module")
def taken(embedded_once: str) -> Iterator[Taken]:
    planted, listed, problems = defaultdict[str, set[str]](set), dict[tuple[str, str, int], str](), {}
    at = datetime.combine(TODAY, datetime.min.time(), UTC)
    files = sorted(simulate(WEEK, seed=1), key=lambda one: one.name)
    for n, file in enumerate(files):
        if file.name == "blemishes.csv":
            for row in csv.DictReader(io.StringIO(file.content.decode())):
                if row["shown_by"]:
                    planted[row["blemish"]].add(row["about"])
                elif row["outcome"] == "problem":
                    listed[row["file"], row["sheet"], int(row["line"])] = row["rule"]
        elif file.name.endswith((".csv", ".xlsx")):
            case = "K2" if NEIGHBOUR in file.name else "K1"
            outcome = take_in(
                file.content, file=file.name, case=case, by="Moss", at=at + timedelta(minutes=n)
            )
            problems[file.name] = outcome.problems
    yield Taken(planted=planted, listed=listed, problems=problems, entries=list(ledger.read("K1")))


def rows(figure: str, start: date = WEEK.since, end: date = TODAY, **where: str) -> list[Row]:
    tables = as_known(datetime.combine(TODAY, datetime.max.time(), UTC))
    selection = select(tables, all_figures()[figure], start=start, end=end, within={})
    return list(selection.rows(where))


def units(figure: str, **where: str) -> set[str]:
    return {row.unit for row in rows(figure, **where)}


def people(numbers: set[str]) -> set[str]:
    assert numbers
    return {f"metropolitan/{number}" for number in numbers}


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
    there = {
        who: set(asked_by(some)) for who, some in taken.people.items() if who.startswith("metropolitan/L")
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
        if who.startswith("metropolitan/L") and age_on(some, TODAY).answer is Answer.DISPUTED
    }
    assert disputed == twice


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
