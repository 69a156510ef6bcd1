"""What may wait for somebody, of whom: the people that a first page names the first of, as a list of people has all."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from clewline.access import Group, Role, groups_of
from clewline.safeguarding.owed import State
from clewline.store import news
from clewline.web.addresses import address
from clewline.web.asked import Asker
from clewline.web.home.task import Link
from clewline.workflow import duties, notices, programmes

NOTICING = (Role.OFFICER, Role.SUPERVISOR, Role.SAFEGUARDING)
"""Whose work it is to look when something is noticed."""
ESCALATED_TO = (Role.SUPERVISOR, Role.SAFEGUARDING)
"""Before whom comes what is overdue."""


@dataclass(frozen=True, kw_only=True)
class Waits:
    """Something that may wait for somebody."""

    words: str
    roles: Collection[Role]
    """Whose first page tells it, and whose list of people can be asked for it."""
    of: Callable[[Asker, str], Collection[str]]
    """Return of whom it waits in a case, as far as someone sees what is behind it."""


def _overdue(asker: Asker, case: str) -> Collection[str]:
    some = duties.of_case(asker.person, case, asker.at)
    return {one.person for one in some if one.state is State.OVERDUE}


WAITS: Mapping[str, Waits] = {
    "duty": Waits(words="A duty is overdue", roles=ESCALATED_TO, of=_overdue),
    "sign": Waits(
        words="What may be a sign was noticed",
        roles=NOTICING,
        of=lambda asker, case: notices.of_case(asker.person, case, asker.today),
    ),
    "referral": Waits(
        words="Arrested under 18, with no referral recorded",
        roles=[role for role in Role if Group.CARE in groups_of(role)],
        of=lambda asker, case: news.children_without_referral(asker.person, asker.today).get(case, ()),
    ),
    "outcome": Waits(
        words="An outcome of a programme is overdue",
        roles=ESCALATED_TO,
        of=lambda asker, case: programmes.overdue_in(asker.person, case, asker.today),
    ),
}


def all_of_them(case: str, waits: str) -> Link:
    """Return where all people of a case are listed of whom something waits."""
    return Link(
        text=f"all of them in {case}",
        url=f"{address('people', case=case)}?{urlencode({'waits': waits})}",
        case=case,
    )
