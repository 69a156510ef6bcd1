"""The tasks on the first page: each noun adds what may wait for somebody in it.

A noun adds a function of its `tasks.py` that takes the request and yields tasks, each with links to what it rests on.
It may ask few questions, since all are asked each time that somebody begins.
"""

from collections.abc import Callable, Iterable, Sequence

from clewline.web.asked import Request
from clewline.web.case import tasks as case
from clewline.web.duties import tasks as duties
from clewline.web.home.task import Task
from clewline.web.person import tasks as person
from clewline.web.pointer import tasks as pointer
from clewline.web.referral import tasks as referral
from clewline.web.referrals import tasks as referrals

TASKS: Sequence[Callable[[Request], Iterable[Task]]] = (
    duties.overdue_duties,
    duties.overdue_outcomes,
    person.signs_noticed,
    person.children_without_referral,
    referral.of_referrals,
    referrals.waiting,
    pointer.asked_about,
    case.lapsing_authorities,
    case.partly_refused_files,
)
"""What asks for them, in the order in which they are shown: people first."""


def tasks(request: Request) -> list[Task]:
    """Return the tasks of whoever asks."""
    return [task for ask in TASKS for task in ask(request)]
