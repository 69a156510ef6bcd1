"""Accounts and memberships: made, ended, asked. Whoever changes one logs it; see `workflow.access`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from clewline.access import Membership, Purpose, Relation, Role, relation
from clewline.errors import BadInput, NotFound
from clewline.store.accounts.held import held_by
from clewline.store.accounts.models import Account, Member, SealedCase


@dataclass(frozen=True, kw_only=True)
class Person:
    """An account as the rest of the house sees it."""

    id: int
    login: str
    name: str
    role: Role
    body: str
    active: bool


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What someone is to a case on a day."""

    relation: Relation
    purpose: Purpose | None
    """What their membership is for; none where they have none."""
    last: date | None
    """Last day of it, where one is set."""
    added_by: str | None


@dataclass(frozen=True, kw_only=True)
class CaseMember:
    """A member of a case."""

    id: int
    person: Person
    membership: Membership
    added_by: str
    added_at: datetime
    ended_by: str | None


NOBODY = Standing(relation=Relation.OTHER, purpose=None, last=None, added_by=None)


def person_of(account: Account) -> Person:
    """Return an account as the rest of the house sees it."""
    return Person(
        id=account.pk,
        login=account.login,
        name=account.name,
        role=Role(account.role),
        body=account.body,
        active=account.is_active,
    )


def add_person(
    login: str, *, name: str, role: Role, body: str, password: str | None, made_up: bool = False
) -> Person:
    """Add an account.

    :raises BadInput: there is one of that name.
    """
    if is_taken(login):
        raise BadInput(f"There is an account {login} already.")
    return person_of(
        Account.objects.make(login, name=name, role=role, body=body, password=password, made_up=made_up)
    )


def is_taken(login: str) -> bool:
    """Return whether there is an account of that login, however it is capitalised."""
    return Account.objects.filter(login__iexact=login).exists()


def find_person(login: str) -> Person:
    """Return the account of that name.

    :raises NotFound: there is none.
    """
    account = Account.objects.filter(login=login).first()
    if account is None:
        raise NotFound(f"There is no account {login}.")
    return person_of(account)


def names(ids: Iterable[int]) -> dict[int, str]:
    """Return the names of accounts by their number."""
    return dict(Account.objects.filter(pk__in=set(ids)).values_list("pk", "name"))


def numbers(logins: Iterable[str]) -> list[int]:
    """Return the numbers of the accounts of these log-ins."""
    return list(Account.objects.filter(login__in=set(logins)).values_list("pk", flat=True))


def any_made_up() -> bool:
    """Return whether some account was made by the demo."""
    return Account.objects.filter(made_up=True).exists()


def add_member(
    case: str,
    person: Person,
    *,
    purpose: Purpose,
    first: date,
    last: date | None = None,
    opens_sealed: bool = False,
    by: str,
    at: datetime,
) -> int:
    """Make someone a member of a case, and return the number of the membership.

    :raises BadInput: its last day is before its first.
    """
    if last is not None and last < first:
        raise BadInput("The last day of a membership cannot be before its first.")
    made = Member.objects.create(
        case_id=case,
        account_id=person.id,
        purpose=purpose.value,
        first=first,
        last=last,
        opens_sealed=opens_sealed,
        added_by=by,
        added_at=at,
    )
    return int(made.pk)


def check_may_join(case: str, person: Person, purpose: Purpose, first: date, last: date | None) -> None:
    """Refuse a membership that cannot be.

    :raises BadInput: its last day is before its first; they are a member for that purpose; they have not logged in yet.
    """
    if last is not None and last < first:
        raise BadInput("The last day of a membership cannot be before its first.")
    if not person.active:
        raise BadInput(f"The account {person.login} is switched off.")
    if Account.objects.filter(pk=person.id, must_change=True).exists():
        raise BadInput(
            f"{person.login} has not chosen their own password yet. Have them log in first: until then whoever gave "
            "them the password could see the case as them."
        )
    for held in held_by(person.id, case):
        mine = held.membership
        if mine.purpose is purpose and not mine.ended and (mine.last is None or mine.last >= first):
            raise BadInput(
                f"{person.login} is a member of {case} for {purpose} already. End that first to change its days."
            )


def member_of(case: str, number: int) -> int:
    """Return the number of the account whose membership of a case that is, where it is not ended.

    :raises NotFound: the case has no such membership.
    """
    found = Member.objects.filter(pk=number, case_id=case, ended_at__isnull=True).first()
    if found is None:
        raise NotFound("The case has no such member.")
    return int(found.account_id)


def end_member(case: str, number: int, *, by: str, at: datetime) -> None:
    """Take someone off a case.

    :raises NotFound: the case has no such membership that is not ended.
    """
    changed = Member.objects.filter(pk=number, case_id=case, ended_at__isnull=True).update(
        ended_by=by, ended_at=at
    )
    if not changed:
        raise NotFound("The case has no such member.")


def seal_case(case: str, *, because: str, by: str, at: datetime) -> None:
    """Seal a case: from now on only those members see it who were given leave to open it."""
    SealedCase.objects.get_or_create(
        case_id=case, defaults={"sealed_by": by, "sealed_at": at, "because": because}
    )


def is_sealed(case: str) -> bool:
    """Return whether a case is sealed."""
    return SealedCase.objects.filter(case_id=case).exists()


def sealed_at(case: str) -> datetime | None:
    """Return when a case was sealed; none where it is not."""
    return SealedCase.objects.filter(case_id=case).values_list("sealed_at", flat=True).first()


def standing(person: Person, case: str, day: date) -> Standing:
    """Return what someone is to a case; of a case that is not there, the same as of one that is not theirs."""
    some = held_by(person.id, case)
    found = relation((m.membership for m in some), day, sealed=any(m.sealed for m in some))
    for held in some:
        if held.relation_on(day) is found and found is not Relation.OTHER:
            mine = held.membership
            return Standing(relation=found, purpose=mine.purpose, last=mine.last, added_by=held.added_by)
    return NOBODY


def own_cases(person: Person, day: date, purpose: Purpose | None = None) -> dict[str, Purpose]:
    """Return the cases that someone may see on a day, each with what they are a member for."""
    found: dict[str, Purpose] = {}
    for held in held_by(person.id):
        if held.relation_on(day) is Relation.OWN and purpose in (None, held.membership.purpose):
            found.setdefault(held.case, held.membership.purpose)
    return found


def members(case: str) -> list[CaseMember]:
    """Return all who are or were members of a case, the latest first."""
    return [
        CaseMember(
            id=m.pk,
            person=person_of(m.account),
            membership=m.as_membership(),
            added_by=m.added_by,
            added_at=m.added_at,
            ended_by=m.ended_by,
        )
        for m in Member.objects.filter(case_id=case).select_related("account").order_by("-pk")
    ]


def told_by(account: object) -> set[str]:
    """Return the words, of four letters and more, that an account tells of itself; small letters."""
    if not isinstance(account, Account):
        return set()
    words = f"{account.login} {account.name}".lower().split()
    return {word for word in words if len(word) > 3}
