"""Duties and outcomes that are overdue, on the first pages of those who answer: supervisors and who protects people."""

from collections.abc import Iterator

from clewline.errors import BadDeclaration
from clewline.output.duty_words import day, lasted
from clewline.safeguarding.owed import Owed, State
from clewline.store.accounts.people import own_cases
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.duties.shown import decided_on, decisions
from clewline.web.home.task import Link, Task
from clewline.web.person.waiting import ESCALATED_TO, all_of_them
from clewline.workflow import duties, programmes

LISTED = 5


def overdue_duties(request: Request) -> Iterator[Task]:
    """Yield one for each case in which a duty is overdue, the longest overdue first."""
    asker = request.asker
    if asker.person.role not in ESCALATED_TO:
        return
    for case in sorted(own_cases(asker.person, asker.today)):
        try:
            every = duties.of_case(asker.person, case, asker.at)
        except BadDeclaration as wrong:
            yield Task(title="No duty can be told", hint=str(wrong), links=())
            return
        found = [one for one in every if one.state is State.OVERDUE]
        if found:
            yield _task(request, case, found)


def overdue_outcomes(request: Request) -> Iterator[Task]:
    """Yield one for each case in which nobody recorded what became of somebody who took a programme up, when it was
    due; the longest overdue first.
    """
    asker = request.asker
    if asker.person.role not in ESCALATED_TO:
        return
    for case in sorted(own_cases(asker.person, asker.today)):
        by_person = programmes.overdue_in(asker.person, case, asker.today)
        found = [(one.due, who, course, one) for who, some in by_person.items() for course, one in some]
        if found:
            found.sort(key=lambda each: (each[0], each[1]))
            count = "outcome of a programme is" if len(found) == 1 else "outcomes of programmes are"
            yield Task(
                title=f"{len(found):,} {count} overdue in {case}",
                hint="Nobody recorded what became of them after 3, 6 or 12 months. Ask, and record it: also that it "
                "is not known.",
                links=[
                    Link(
                        text=f"{who}: {course.name}, after {one.after}, since {day(due)}",
                        url=address("person", case=case, subject=who) + "#programmes",
                        case=case,
                    )
                    for due, who, course, one in found[:LISTED]
                ],
                more=max(0, len(found) - LISTED),
                rest=[all_of_them(case, "outcome")],
            )


def _task(request: Request, case: str, found: list[Owed]) -> Task:
    decided = decisions(request.asker, case)
    page = address("duties", case=case)
    return Task(
        title=f"{len(found):,} {'duty is' if len(found) == 1 else 'duties are'} overdue in {case}",
        hint="By what is recorded: it may have been done and not recorded. Where it was not, somebody decides what is "
        "done now, and records it.",
        links=[
            Link(
                text=f"{one.person}: {one.duty.title}, overdue by {_since(request, one)}"
                + (f"; decided on {day(some[-1].day)}" if (some := decided_on(one, decided)) else ""),
                url=address("person", case=case, subject=one.person) + "#to-be-done",
                case=case,
            )
            for one in found[:LISTED]
        ],
        more=max(0, len(found) - LISTED),
        rest=[Link(text="what is due in the case", url=page, case=case)],
    )


def _since(request: Request, one: Owed) -> str:
    late = one.overdue_by(request.asker.at)
    return "" if late is None else lasted(late)
