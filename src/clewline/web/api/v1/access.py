"""Who looked at what, and who may do what."""

from datetime import datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from ninja import Field, Query, Schema

from clewline.access import ACTS, Role
from clewline.output import look_words
from clewline.store.accounts import log, people
from clewline.web.api.onward import onward
from clewline.web.api.shapes import Case, Most, place
from clewline.web.asked import Request, given


class Look(Schema):
    """One line of the access log."""

    number: int
    at: datetime
    who: str | None = Field(
        default=None,
        description="Name of the account, or who acted at the command line; none where nobody had logged in.",
    )
    act: str
    does: str = Field(description="What was done, in words.")
    outcome: str = Field(description="`done`, or `refused`, which also stands for what is not there.")
    case: str | None = None
    subject: str | None = None
    purpose: str | None = None
    reason: str | None = None
    asked: str | None = Field(default=None, description="What was searched for, or which filters were set.")
    shown: int | None = None
    to: str | None = Field(default=None, description="Who got what was taken out.")
    taken_out: str | None = Field(
        default=None, description="Format and SHA-256 of the copy that was taken out."
    )
    changed: str | None = None
    token: int | None = Field(
        default=None, description="Number of the token, where it was asked through the API."
    )


class Looks(Schema):
    """Lines of the access log, the newest first."""

    total: int
    looks: list[Look]
    next: str | None = Field(
        default=None, description="Address of earlier ones; none where there is no more."
    )


class OfCase(Schema):
    """Which looks at a case are asked for."""

    subject: Annotated[str | None, Field(max_length=200, description="Only at this thing, by its id.")] = None
    before: Annotated[int | None, place("Number to go on from, as `next` has it.")] = None
    most: Most = 25


def case_looks(request: Request, case: Case, asked: Query[OfCase]) -> Looks:
    """Who has looked at a case, or at one thing in it."""
    return _looks(request, {"case": case, "subject": asked.subject or None}, asked.before, asked.most)


class OfAll(Schema):
    """Which looks are asked for."""

    case: Annotated[str | None, Field(max_length=80, description="Only at this case.")] = None
    account: Annotated[int | None, place("Only by this account, by its number.")] = None
    before: Annotated[int | None, place("Number to go on from, as `next` has it.")] = None
    most: Most = 25


def access_log(request: Request, asked: Query[OfAll]) -> Looks:
    """The access log, of all or of one case or account."""
    wanted = {"case": asked.case or None, "account": asked.account}
    return _looks(request, wanted, asked.before, asked.most)


def _looks(request: Request, wanted: dict[str, Any], before: int | None, most: int) -> Looks:
    found = log.looks(**wanted, before=before, most=most + 1)
    more, found = len(found) > most, found[:most]
    names = people.names(one.account for one in found if one.account is not None)
    request.asker.look.shown = len(found)
    request.asker.look.asked = urlencode(given(request)) or None
    return Looks(
        total=log.count(**wanted),
        looks=[_look(one, names) for one in found],
        next=onward(request, before=str(found[-1].seq)) if more else None,
    )


def _look(one: log.Looked, names: dict[int, str]) -> Look:
    said = one.said
    return Look(
        number=one.seq,
        at=one.at,
        who=one.said.by if one.account is None else names.get(one.account, one.said.by),
        act=one.act,
        does=look_words.did(one),
        outcome=one.outcome,
        case=one.case,
        subject=one.subject,
        purpose=said.purpose,
        reason=said.reason,
        asked=said.asked,
        shown=said.shown,
        to=said.to,
        taken_out=said.copy,
        changed=said.changed,
        token=said.token,
    )


class Permission(Schema):
    """An act, and the roles whose work needs it."""

    act: str
    about: str = Field(
        description="`public`: nothing recorded, open to anyone; `site`: no case; `case`: a case of one's own."
    )
    changes: bool = Field(description="Whether it changes something.")
    roles: list[Role]


class Permissions(Schema):
    """The table of permissions; what is not in it is open to nobody."""

    permissions: list[Permission]


def permissions(request: Request) -> Permissions:
    """The table of permissions, as the site itself reads it."""
    return Permissions(
        permissions=[
            Permission(
                act=act.name,
                about=act.scope.value,
                changes=act.changes,
                roles=[role for role in Role if role in act.roles],
            )
            for act in ACTS.values()
        ]
    )
