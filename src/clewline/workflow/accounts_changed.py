"""Change an account: its role, whether it is in use, its password, its second factor. Each is logged before it holds.

An administrator sees no case, and cannot come into one by another's account: whatever would let one administrator alone
log in as somebody else also takes that account off its cases, and supervisors add its holder again.
"""

import secrets
from datetime import datetime

from clewline.access import Role
from clewline.errors import BadInput, NotAllowed
from clewline.store.accounts import log, manage
from clewline.store.accounts.manage import Managed
from clewline.workflow.accounts import end_membership

PASSWORD_BYTES = 18


def new_password() -> str:
    """Return a password to be given, and changed by whoever gets it."""
    return secrets.token_urlsafe(PASSWORD_BYTES)


def change_role(
    number: int, role: Role, *, by: str, at: datetime, because: str, account: int | None = None
) -> None:
    """Give an account another role, and take it off its cases: it was made a member for other work.

    `account` is the number of whose act it is.

    :raises NotFound: there is no such account.
    :raises NotAllowed: it is their own, or an administrator's, or it would make one.
    :raises BadInput: it has that role.
    """
    found = _others(number, account)
    if Role.ADMINISTRATOR in (role, found.person.role):
        raise NotAllowed(
            "Who is an administrator is said at the command line alone: `clewline create-admin`."
        )
    if found.person.role is role:
        raise BadInput(f"{found.person.login} is {role} already.")
    _log(number, f"role of account {number} from {found.person.role} to {role}", by, at, because, account)
    manage.set_role(number, role)
    _off_its_cases(number, by=by, at=at, because="Their role was changed.", account=account)


def switch(
    number: int, *, active: bool, by: str, at: datetime, because: str, account: int | None = None
) -> None:
    """Switch an account off, which ends all its sessions at once; or on again.

    :raises NotFound: there is no such account.
    :raises NotAllowed: it is their own.
    :raises BadInput: it is so already.
    """
    found = _others(number, account)
    if found.person.active is active:
        raise BadInput(f"{found.person.login} is switched {'on' if active else 'off'} already.")
    _log(number, f"account {number} switched {'on' if active else 'off'}", by, at, because, account)
    manage.set_active(number, active=active)


def reset_password(
    number: int, *, by: str, at: datetime, because: str, account: int | None = None
) -> tuple[str, bool]:
    """Give an account a new password, end its sessions, and return the password, which is kept nowhere; and whether
    the account was taken off its cases, since who gave the password could log in with nothing else.

    :raises NotFound: there is no such account.
    :raises NotAllowed: it is their own.
    """
    found = _others(number, account)
    password = new_password()
    _log(number, f"password of account {number} set anew", by, at, because, account)
    manage.give_password(number, password, by=by)
    alone = not manage.has_factor(number) or found.factor_reset_by == by
    return password, alone and _open_to_one(number, by, at, account)


def reset_factor(
    number: int, *, by: str, at: datetime, because: str, account: int | None = None
) -> tuple[int, bool]:
    """Take away an account's second factors, end its sessions, and return how many there were; and whether the account
    was taken off its cases, since the same administrator had given its password.

    :raises NotFound: there is no such account.
    :raises NotAllowed: it is their own.
    """
    found = _others(number, account)
    _log(number, f"second factors of account {number} taken away", by, at, because, account)
    count = manage.take_factors(number, by=by)
    return count, found.password_given_by == by and _open_to_one(number, by, at, account)


def admit(
    number: int, *, admitted: bool, by: str, at: datetime, because: str, account: int | None = None
) -> None:
    """Say that the holder of a partner's account works for that partner, and sees the referrals to it; or take it back.

    :raises NotFound: there is no such account.
    :raises BadInput: it is no partner's; its holder has not chosen their own password yet; it is so already.
    """
    found = _others(number, account)
    who = found.person
    if who.role is not Role.PARTNER:
        raise BadInput(f"{who.login} is {who.role}, and no partner.")
    if admitted and found.must_change:
        raise BadInput(f"{who.login} has not chosen their own password yet. Have them log in first.")
    if admitted is (found.admitted_by is not None):
        raise BadInput(f"{who.login} sees {'the referrals already' if admitted else 'no referrals'}.")
    log.append(
        at=at,
        account=account,
        act="admit partners",
        subject=f"account {number}",
        said=log.Said(
            by=by,
            reason=because,
            changed=f"account {number} {'sees' if admitted else 'no longer sees'} referrals to {who.body}",
        ),
    )
    manage.set_admitted(number, by if admitted else None)


def _open_to_one(number: int, by: str, at: datetime, account: int | None) -> bool:
    manage.set_admitted(number, None)
    because = "One administrator set both the password and the second factor anew."
    return _off_its_cases(number, by=by, at=at, because=because, account=account)


def _off_its_cases(number: int, *, by: str, at: datetime, because: str, account: int | None) -> bool:
    held = manage.cases_of(number)
    for case, membership in held:
        end_membership(case, membership, by=by, at=at, because=because, account=account)
    return bool(held)


def _others(number: int, account: int | None) -> Managed:
    found = manage.account(number)
    if number == account:
        raise NotAllowed("Nobody changes their own account here. Another administrator can.")
    return found


def _log(number: int, changed: str, by: str, at: datetime, because: str, account: int | None) -> None:
    log.append(
        at=at,
        account=account,
        act="manage accounts",
        subject=f"account {number}",
        said=log.Said(by=by, changed=changed, reason=because),
    )
