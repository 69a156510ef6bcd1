"""A person's programmes of prevention and diversion, as their page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from clewline.record import Entry
from clewline.record.kinds.programme_offered import ProgrammeOffered
from clewline.record.kinds.programme_outcome import ProgrammeOutcome
from clewline.safeguarding.programme import Course, Outcome, courses
from clewline.web.asked import Asker
from clewline.web.context import way_in_case


@dataclass(frozen=True, kw_only=True)
class ShownOutcome:
    """What became of somebody after so many months, or where it is recorded."""

    outcome: Outcome
    told: list[tuple[Entry, str]]
    """Each entry, and what it says in a line."""
    record: str | None
    """Where it is recorded, for whoever may."""


def shown_courses(
    asker: Asker, case: str, subject: str, standing: Iterable[Entry]
) -> list[tuple[Course, list[tuple[Entry, str]], list[ShownOutcome]]]:
    """Return each offer of a programme to a person with its entries, each in words, and its outcomes."""
    way = way_in_case("record_kind", asker, case, "programme_outcome")
    force, _, number = subject.rpartition("/")
    who = {"force": force, "person": number}
    return [
        (
            course,
            [(one, _offer(one)) for one in course.offers],
            [
                ShownOutcome(
                    outcome=one,
                    told=[(entry, _outcome(entry)) for entry in one.entries],
                    record=f"{way}?{urlencode(who | _asked(course, one))}"
                    if way and not one.entries
                    else None,
                )
                for one in course.outcomes
            ],
        )
        for course in courses(standing, asker.today)
    ]


def _asked(course: Course, outcome: Outcome) -> dict[str, str]:
    """Return what the form of an outcome holds at first: of which offer, and after how long."""
    offered = {} if course.offered is None else {"offered_on": course.offered.isoformat()}
    return {"programme": course.name, "after": outcome.after} | offered


def _offer(entry: Entry) -> str:
    facts = entry.facts
    assert isinstance(facts, ProgrammeOffered)
    answer = {True: "taken up", False: "not taken up", None: "answer not recorded"}[facts.accepted]
    return f"{entry.day:%-d %B %Y} by {facts.offered_by}: {answer}"


def _outcome(entry: Entry) -> str:
    assert isinstance(entry.facts, ProgrammeOutcome)
    said = [("Missing again", entry.facts.missing_again), ("Arrested again", entry.facts.arrested_again)]
    said.append(("In education", entry.facts.in_education))
    some = [f"{name.lower()}: {'yes' if value else 'no'}" for name, value in said if value is not None]
    return "; ".join([entry.facts.outcome.capitalize(), *some])
