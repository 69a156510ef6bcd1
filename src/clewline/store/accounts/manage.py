"""What an administrator does with accounts. Whoever changes one logs it first; see `workflow.accounts`."""

from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db.models import F, Q
from django.utils import timezone

from clewline.access import Role
from clewline.case.mentions import body
from clewline.errors import NotFound
from clewline.store.accounts import log, tokens
from clewline.store.accounts.models import Account, Member
from clewline.store.accounts.people import Person, person_of


@dataclass(frozen=True, kw_only=True)
class Managed:
    """An account as an administrator sees it: nothing of any case."""

    person: Person
    made_at: datetime
    last_login: datetime | None
    must_change: bool
    """Whether its holder has yet to choose their own password."""
    has_password: bool
    """Whether they log in with a password; without one they log in through their organisation alone."""
    password_given_by: str | None
    factor_reset_by: str | None
    admitted_by: str | None
    """Of a partner's account: who says that its holder works there."""
    revision: int


def accounts(*, words: str = "", after: str | None = None, most: int = 25) -> list[Managed]:
    """Return accounts by their login: those whose login, name, role or body hold the words; `after` a login."""
    found = Account.objects.order_by("login")
    for word in words.split():
        found = found.filter(
            Q(login__icontains=word)
            | Q(name__icontains=word)
            | Q(role__icontains=word)
            | Q(body__icontains=word)
        )
    if after is not None:
        found = found.filter(login__gt=after)
    return [_managed(one) for one in found[:most]]


def account(number: int) -> Managed:
    """Return an account.

    :raises NotFound: there is none of that number.
    """
    found = Account.objects.filter(pk=number).first()
    if found is None:
        raise NotFound("There is no such account.")
    return _managed(found)


def set_role(number: int, role: Role) -> None:
    """Give an account another role."""
    _change(number, role=role.value, admitted_by=None)


def set_active(number: int, *, active: bool) -> None:
    """Let an account's holder log in, or no longer; every session of theirs is over."""
    _change(number, is_active=active)


def give_password(number: int, password: str, *, by: str) -> None:
    """Give an account a password, which its holder must change."""
    account = Account()
    account.set_password(password)
    _change(number, password=account.password, must_change=True, password_given_by=by)


def take_factors(number: int, *, by: str) -> int:
    """Take away every second factor of an account, and return how many there were."""
    factors = apps.get_model("mfa", "Authenticator").objects.filter(user_id=number)
    count = factors.count()
    factors.delete()
    _change(number, factor_reset_by=by)
    return int(count)


def partners(*, most: int = 500) -> list[Managed]:
    """Return the accounts of partners that are in use, by their body and login."""
    found = Account.objects.filter(role=Role.PARTNER.value, is_active=True).order_by("body", "login")
    return [_managed(one) for one in found[:most]]


def is_admitted(number: int) -> bool:
    """Return whether somebody says that the holder of a partner's account works for it."""
    return Account.objects.filter(pk=number, admitted_by__isnull=False).exists()


def partners_left() -> set[str]:
    """Return the partners, by their names as they are mentioned, for whom somebody was admitted and nobody is now: what
    was referred to one waits for a partner that has left.
    """
    here: set[str] = set()
    others: dict[str, list[tuple[int, bool]]] = {}
    some = Account.objects.filter(role=Role.PARTNER.value)
    for number, name, active, by in some.values_list("pk", "body", "is_active", "admitted_by"):
        if active and by is not None:
            here.add(body(name))
        else:
            others.setdefault(body(name), []).append((number, by is not None))
    return {
        name
        for name, accounts in others.items()
        if name not in here
        and any(by or log.was_done("admit partners", f"account {n}") for n, by in accounts)
    }


def set_admitted(number: int, by: str | None) -> None:
    """Say who says that the holder of a partner's account works for it; none: nobody does."""
    Account.objects.filter(pk=number).update(admitted_by=by)


def has_factor(number: int) -> bool:
    """Return whether an account has a second factor of its own."""
    return bool(apps.get_model("mfa", "Authenticator").objects.filter(user_id=number).exists())


def chose_password(account: object) -> None:
    """Say, of an account that is about to be kept, that its holder chose the password."""
    if isinstance(account, Account):
        account.must_change, account.password_given_by = False, None


def logged_in(number: int) -> None:
    """Say that the holder of an account has shown a second factor: what was reset is theirs again."""
    Account.objects.filter(pk=number, must_change=False, factor_reset_by__isnull=False).update(
        factor_reset_by=None
    )


def cases_of(number: int) -> list[tuple[str, int]]:
    """Return the memberships of an account that are not ended: each case, and the number of the membership."""
    found = Member.objects.filter(account_id=number, ended_at__isnull=True).order_by("pk")
    return list(found.values_list("case_id", "pk"))


def account_named(login: str) -> int | None:
    """Return the number of the account of that login; none where there is none."""
    return Account.objects.filter(login=login).values_list("pk", flat=True).first()


def _change(number: int, **values: object) -> None:
    """Change an account, and end whatever was opened with it as it was: sessions by their revision, and tokens."""
    Account.objects.filter(pk=number).update(**values, revision=F("revision") + 1)
    tokens.end_all(number, at=timezone.now())


def _managed(account: Account) -> Managed:
    return Managed(
        person=person_of(account),
        made_at=account.made_at,
        last_login=account.last_login,
        must_change=account.must_change,
        has_password=account.has_usable_password(),
        password_given_by=account.password_given_by,
        factor_reset_by=account.factor_reset_by,
        admitted_by=account.admitted_by,
        revision=account.revision,
    )
