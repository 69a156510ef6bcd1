"""What can be done on the site, and which roles' work needs it. A page whose act is not here cannot be served."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clewline.access.roles import Role

EVERYBODY = frozenset(Role)
INVESTIGATORS = frozenset((Role.OFFICER, Role.ANALYST, Role.SUPERVISOR))
"""Who builds the case."""
CASEWORK = INVESTIGATORS | {Role.DISCLOSURE}
"""Who reads the case itself."""
CARE = frozenset((Role.SAFEGUARDING,))
"""Who protects the people in it."""
AUDIT = frozenset((Role.AUDITOR,))
OFFICE = frozenset((Role.ADMINISTRATOR,))
"""Who looks after accounts, and sees no case."""


class Scope(StrEnum):
    """What an act is about."""

    SITE = "site"
    """No case: the role alone decides."""
    CASE = "case"
    """One case: the role, and being a member of it, decide."""


@dataclass(frozen=True, kw_only=True)
class Act:
    """Something that can be done on the site."""

    name: str
    scope: Scope
    roles: frozenset[Role]
    does: str
    """What it does, as the log and the page of permissions say it."""
    changes: bool = False
    """Whether it changes something, and is asked for by a form."""


def _acts(*some: Act) -> Mapping[str, Act]:
    return {act.name: act for act in some}


def _site(name: str, does: str, roles: frozenset[Role], *, changes: bool = False) -> Act:
    return Act(name=name, scope=Scope.SITE, roles=roles, does=does, changes=changes)


def _case(name: str, does: str, roles: frozenset[Role], *, changes: bool = False) -> Act:
    return Act(name=name, scope=Scope.CASE, roles=roles, does=does, changes=changes)


ACTS: Mapping[str, Act] = _acts(
    _site("see home", "saw their own cases and what changed in them", EVERYBODY),
    _site("see permissions", "saw who may do what", EVERYBODY),
    _site("see methods", "saw how figures are counted and evidence is weighed", EVERYBODY),
    _site("see figures", "saw figures", CASEWORK | CARE | AUDIT | {Role.PRESS}),
    _site("open figures", "opened a figure to the rows that they may see", CASEWORK | CARE),
    _site("search", "searched", CASEWORK | CARE),
    _site("see access log", "saw the access log", AUDIT),
    _site("see accounts", "saw who has an account", OFFICE),
    _site("manage accounts", "changed who has an account", OFFICE, changes=True),
    _case("see case", "saw a case", CASEWORK | CARE),
    _case("see entry", "saw an entry", CASEWORK | CARE),
    _case("see source line", "saw the line of the file that an entry rests on", CASEWORK | CARE),
    _case("see person", "saw a person as recorded", CASEWORK | CARE),
    _case("see line", "saw a line and its phone records", CASEWORK),
    _case(
        "reveal numbers",
        "saw the numbers of the people in a line's phone records, for a reason",
        INVESTIGATORS | {Role.DISCLOSURE},
        changes=True,
    ),
    _case("see exhibits", "saw exhibits and authorities", CASEWORK),
    _case("see who looked", "saw who has looked", CASEWORK | CARE),
    _case("export", "took a copy out", CASEWORK, changes=True),
    _case("record", "recorded an entry", INVESTIGATORS | CARE, changes=True),
    _case("correct", "corrected an entry", INVESTIGATORS | CARE, changes=True),
    _case("withdraw", "withdrew an entry", INVESTIGATORS | CARE, changes=True),
    _case("see findings", "saw what the case's phone records say of two phones", CASEWORK),
    _case(
        "weigh evidence",
        "had two phones weighed by the case's phone records",
        frozenset((Role.ANALYST, Role.SUPERVISOR)),
        changes=True,
    ),
    _case("take in", "took a file in", INVESTIGATORS, changes=True),
    _case("manage members", "changed who is a member of a case", frozenset((Role.SUPERVISOR,)), changes=True),
)
"""Every act by its name."""
