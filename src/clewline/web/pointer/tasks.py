"""Who asked about a person of one's own cases, so that both learn of each other."""

from collections.abc import Iterator
from datetime import timedelta

from clewline import reference
from clewline.access import Group, groups_of
from clewline.record.kinds.concern_asked import ConcernAsked
from clewline.store import pointers
from clewline.store.accounts.people import own_cases
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.home.task import Link, Task

LISTED = 5
LATELY = timedelta(days=30)


def asked_about(request: Request) -> Iterator[Task]:
    """Yield who asked lately; what they hold, and in which case, stays theirs."""
    asker = request.asker
    if Group.CARE not in groups_of(asker.person.role):
        return
    own = sorted(own_cases(asker.person, asker.today))
    found = pointers.asked_about(own, since=asker.today - LATELY, but_by=asker.person.login)
    if found:
        known = reference.forces()
        links = []
        for one in found[:LISTED]:
            facts = one.asked.facts
            assert isinstance(facts, ConcernAsked)
            body = known[facts.body].name if facts.body in known else facts.body
            links.append(
                Link(
                    text=f"{facts.asked_by}, {body}, on {one.asked.day:%-d %B %Y}, about {one.person}",
                    url=address("person", case=one.case, subject=one.person),
                    case=one.case,
                )
            )
        yield Task(
            title=f"{len(found):,} {'question' if len(found) == 1 else 'questions'} whether a concern is held about "
            "somebody in your cases",
            hint="They hold a concern about a person of the same name and date of birth. Ring them: they were told no "
            "more than whom to ring, and of a sealed case not even that.",
            links=links,
            more=max(0, len(found) - LISTED),
        )
