"""Make accounts, and make people members of cases; each change is a line of the access log before it holds."""

from datetime import date, datetime

from clewline.access import Purpose, Role
from clewline.errors import NotFound
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
) -> Person:
    """Add an account.

    :raises BadInput: there is one of that name.
    """
    said = log.Said(by=by, changed=f"account {login}, {role}")
    log.append(at=at, account=None, act="manage accounts", said=said)
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
    :raises BadInput: its last day is before its first.
    """
    if case not in ledger.cases():
        raise NotFound(f"There is no case {case}.")
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
