"""Children who were arrested, and of whom no referral is recorded: a fact of the record, and no score of anyone."""

from collections.abc import Iterator

from clewline.store import news
from clewline.store.accounts.people import own_cases
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.home.task import Link, Task
from clewline.web.person.waiting import NOTICING, all_of_them
from clewline.workflow import notices

LISTED = 5


def children_without_referral(request: Request) -> Iterator[Task]:
    """Yield them, all cases together."""
    by_case = news.children_without_referral(request.asker.person, request.asker.today)
    found = [(case, person) for case, some in by_case.items() for person in some]
    if found:
        count = f"{len(found):,} {'person' if len(found) == 1 else 'people'}"
        yield Task(
            title=f"{count} arrested under 18, with no referral recorded",
            hint="No safeguarding or NRM referral of them stands in the case. One may have been made and not recorded: "
            "the page of each tells what is recorded of their protection.",
            links=[
                Link(text=person, url=address("person", case=case, subject=person), case=case)
                for case, person in found[:LISTED]
            ],
            more=max(0, len(found) - LISTED),
            rest=[all_of_them(case, "referral") for case in by_case],
        )


def signs_noticed(request: Request) -> Iterator[Task]:
    """Yield, for each case, whom the record notices something of that may be a sign."""
    asker = request.asker
    if asker.person.role not in NOTICING:
        return
    for case in sorted(own_cases(asker.person, asker.today)):
        some = list(notices.of_case(asker.person, case, asker.today))
        if some:
            count = f"{len(some):,} {'person' if len(some) == 1 else 'people'}"
            yield Task(
                title=f"What may be a sign was noticed of {count} in {case}",
                hint="The record noticed it and does nothing: look, and record an indicator or a status.",
                links=[
                    Link(text=who, url=address("person", case=case, subject=who) + "#noticed", case=case)
                    for who in some[:LISTED]
                ],
                more=max(0, len(some) - LISTED),
                rest=[all_of_them(case, "sign")],
            )
