"""Make accounts, and make people members of cases; each change is a line of the access log before it holds."""

from datetime import date, datetime

from clewline.access import ACTS, Purpose, Relation, Role, may
from clewline.errors import BadInput, NotFound
from clewline.store import ledger
from clewline.store.accounts import log, people
from clewline.store.accounts.people import Person


def create_account(
    login: str,
    *,
    name: str,
    role: Role,
    body: str,
    password: str | None,
    by: str,
    at: datetime,
    made_up: bool = False,
    account: int | None = None,
) -> Person:
    """Add an account; `account` is whose act it is.

    :raises BadInput: there is one of that name.
    """
    if people.is_taken(login):
        raise BadInput(f"There is an account {login} already.")
    said = log.Said(by=by, changed=f"account {login}, {role}")
    log.append(at=at, account=account, act="manage accounts", said=said)
    return people.add_person(login, name=name, role=role, body=body, password=password, made_up=made_up)


def make_member(
    case: str,
    person: Person,
    *,
    purpose: Purpose,
    first: date,
    last: date | None = None,
    opens_sealed: bool = False,
    by: str,
    at: datetime,
    account: int | None = None,
) -> int:
    """Make someone a member of a case, and return the number of the membership; `account` is whose act it is.

    :raises NotFound: there is no such case.
    :raises BadInput: its last day is before its first; they are one for that purpose; they have not logged in yet; or
        their work needs no case.
    """
    if case not in ledger.cases():
        raise NotFound(f"There is no case {case}.")
    if not may(ACTS["see case"], person.role, Relation.OWN):
        raise BadInput(f"{person.login} is {person.role}, whose work needs no case.")
    people.check_may_join(case, person, purpose, first, last)
    until = "" if last is None else f" to {last}"
    changed = f"account {person.id} member from {first}{until} for {purpose}"
    log.append(
        at=at,
        account=account,
        act="manage members",
        case=case,
        subject=f"account {person.id}",
        said=log.Said(by=by, purpose=purpose, changed=changed),
    )
    return people.add_member(
        case,
        person,
        purpose=purpose,
        first=first,
        last=last,
        opens_sealed=opens_sealed,
        by=by,
        at=at,
    )


def end_membership(
    case: str, number: int, *, by: str, at: datetime, because: str, account: int | None = None
) -> None:
    """Take someone off a case; it stays known that they were a member.

    :raises NotFound: the case has no such membership that is not ended.
    """
    person = people.member_of(case, number)
    log.append(
        at=at,
        account=account,
        act="manage members",
        case=case,
        subject=f"account {person}",
        said=log.Said(by=by, reason=because, changed=f"account {person} is no longer a member"),
    )
    people.end_member(case, number, by=by, at=at)
