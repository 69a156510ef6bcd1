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
FIGURES = frozenset((Role.ANALYST, Role.SUPERVISOR))
"""Who counts and answers for what is counted."""
GUARDED = frozenset((Role.PRESS,))
"""Whose work needs no small count of people: of figures they read what was told, and nothing is counted for them."""
AUDIT = frozenset((Role.AUDITOR,))
OFFICE = frozenset((Role.ADMINISTRATOR,))
"""Who looks after accounts, and sees no case."""


class Scope(StrEnum):
    """What an act is about."""

    PUBLIC = "public"
    """Nothing of the record: anyone may, with an account or without one, and nobody is asked who they are."""
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


def _public(name: str, does: str, *, changes: bool = False) -> Act:
    return Act(name=name, scope=Scope.PUBLIC, roles=EVERYBODY, does=does, changes=changes)


def _site(name: str, does: str, roles: frozenset[Role], *, changes: bool = False) -> Act:
    return Act(name=name, scope=Scope.SITE, roles=roles, does=does, changes=changes)


def _case(name: str, does: str, roles: frozenset[Role], *, changes: bool = False) -> Act:
    return Act(name=name, scope=Scope.CASE, roles=roles, does=does, changes=changes)


ACTS: Mapping[str, Act] = _acts(
    _public("read guide", "read the guide of signs that someone may be exploited"),
    _public("read how to refer", "read how a referral is made by the public form"),
    _public("make referral", "made a referral by the public form", changes=True),
    _public("return to referral", "came back to a referral of their own with its code", changes=True),
    _site("see home", "saw their own cases and what changed in them", EVERYBODY),
    _site("see permissions", "saw who may do what", EVERYBODY),
    _site("see methods", "saw how figures are counted and evidence is weighed", EVERYBODY),
    _site("see api", "saw what programs may ask, and how", EVERYBODY),
    _site("see tokens", "saw their own tokens of the API", EVERYBODY),
    _site("make token", "made a token with which a program asks in their place", EVERYBODY, changes=True),
    _site("end token", "ended a token of their own", EVERYBODY, changes=True),
    _site("see figures", "saw figures", CASEWORK | CARE | AUDIT | {Role.PRESS}),
    _site("count figures", "had a program count figures", CASEWORK | CARE | AUDIT),
    _site("open figures", "opened a figure to the rows that they may see", CASEWORK | CARE),
    _site("see outcomes", "saw what became of the people safeguarded", CASEWORK | CARE | AUDIT),
    _site(
        "see fairness", "compared what became of people by age, sex and ethnicity", CASEWORK | CARE | AUDIT
    ),
    _site("see bulletins", "saw what was released", EVERYBODY),
    _site("write bulletins", "wrote a bulletin", FIGURES | {Role.PRESS}, changes=True),
    # Who releases answers for its numbers, and so is somebody who can open them to their rows.
    _site("release bulletins", "released a bulletin", frozenset((Role.SUPERVISOR,)), changes=True),
    _site("compare bulletins", "compared a bulletin with the record", CASEWORK | AUDIT),
    _site("correct bulletins", "recorded what a bulletin told wrongly", FIGURES, changes=True),
    _site("read texts", "had a pasted text read and checked", CASEWORK | CARE | {Role.PRESS}, changes=True),
    _site("see published", "saw figures that bodies published", EVERYBODY),
    _site("search", "searched", CASEWORK | CARE),
    _site("save searches", "kept a search of their own, or no longer", CASEWORK | CARE, changes=True),
    _site("see access log", "saw the access log", AUDIT),
    _site("see accounts", "saw who has an account", OFFICE),
    _site("manage accounts", "changed who has an account", OFFICE, changes=True),
    _site("see referrals", "saw referrals to their body", frozenset((Role.PARTNER,))),
    _site(
        "answer referrals",
        "answered a referral to their body, or said what was done",
        frozenset((Role.PARTNER,)),
        changes=True,
    ),
    _site(
        "admit partners",
        "said who works for a partner and sees the referrals to it",
        CARE | {Role.SUPERVISOR},
        changes=True,
    ),
    _site("see received", "saw referrals that came by the public form", CARE | {Role.SUPERVISOR}),
    _site(
        "take up received",
        "took up a referral of the public form, closed it, or told its referrer",
        CARE | {Role.SUPERVISOR},
        changes=True,
    ),
    _case("see case", "saw a case", CASEWORK | CARE),
    _case("see entry", "saw an entry", CASEWORK | CARE),
    _case("see source line", "saw the line of the file that an entry rests on", CASEWORK | CARE),
    _case("see person", "saw a person as recorded", CASEWORK | CARE),
    _case("see referral", "saw what became of referrals", CASEWORK | CARE),
    _case(
        "work on referrals",
        "replied to a partner, or told whoever referred somebody",
        INVESTIGATORS | CARE,
        changes=True,
    ),
    _case(
        "share information",
        "shared chosen fields with a partner, or ended that",
        INVESTIGATORS | CARE,
        changes=True,
    ),
    _case(
        "ask who else",
        "asked whether another body holds a concern about a person",
        CARE | {Role.SUPERVISOR},
        changes=True,
    ),
    _case("see duties", "saw what is owed to the people of a case, and what is overdue", CASEWORK | CARE),
    _case(
        "fill in national form",
        "had what the national forms ask of a person filled in from the record, to print",
        INVESTIGATORS | CARE,
        changes=True,
    ),
    _case("see line", "saw a line and its phone records", CASEWORK),
    _case(
        "reveal numbers",
        "saw the numbers of the people in a line's phone records, for a reason",
        INVESTIGATORS | {Role.DISCLOSURE},
        changes=True,
    ),
    _case(
        "notice contacts",
        "had a line's phone records asked for contacts in school hours with numbers that children are said to use",
        INVESTIGATORS,
        changes=True,
    ),
    _case("see exhibits", "saw exhibits and authorities", CASEWORK),
    _case("see who looked", "saw who has looked", CASEWORK | CARE),
    _case("export", "took a copy out", CASEWORK, changes=True),
    _site("export what was found", "took a copy of what they found or opened out", CASEWORK, changes=True),
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
    _case("take in", "took a file in, or looked at one that is to be", INVESTIGATORS, changes=True),
    _case("undo", "undid a batch", INVESTIGATORS, changes=True),
    _case(
        "record exhibits",
        "recorded an authority, an exhibit or where one went",
        INVESTIGATORS,
        changes=True,
    ),
    _case("take refused rows", "took a copy of refused rows out", CASEWORK, changes=True),
    _case("manage members", "changed who is a member of a case", frozenset((Role.SUPERVISOR,)), changes=True),
)
"""Every act by its name."""
