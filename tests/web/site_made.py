"""A small record, one account for each role, and every relation that an account can have to a case."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.contrib.auth import get_user_model
from django.test import Client

from clewline.access import Purpose, Relation, Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import people, tokens
from clewline.store.accounts.people import Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SECRET = "Nightjar"
"""A word that stands in what every entry of the case says, and nowhere else on the site."""
CASE, OTHER_CASE, NO_CASE = "nightjar-7", "dunlin-2", "no-such-case"
PERSON, LINE = "metropolitan/17", "L-17"
RECORD = f"""
a1: on 2023-03-01 person {PERSON}, force metropolitan, number 17, family name {SECRET}
a2: on 2023-03-02 arrest C-17, force metropolitan, person {PERSON}, team {SECRET}, age 16, sex male
a3: on 2023-03-03 line {LINE}, name {SECRET}, force metropolitan
a4: on 2023-03-04 line closure Z-17, force metropolitan, team {SECRET}, line {LINE}, type Type 1
a5: on 2023-03-05 phones compared +447700900001, line +447700900001, phone +447700900002, first day 2023-03-01, \
last day 2023-03-04, shown {SECRET}, findings [device_continuity: no ratio]
"""
NOW = datetime.now(UTC)
TODAY = NOW.date()
"""The day on which the tests began; a test that asks the site what today is asks `today()`."""


def today() -> date:
    """Return the day: the tests run over midnight as well."""
    return datetime.now(UTC).date()


@dataclass(frozen=True)
class Site:
    """The record and its people."""

    entry: str
    """An entry of the case that every role that sees the case sees."""
    investigators_entry: str
    """One that only those see who see all kinds."""


def make_site() -> Site:
    """Make two cases whose entries somebody stated."""
    for case in (CASE, OTHER_CASE):
        some = [
            replace(entry, case=case, id=f"{case}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(RECORD)
        ]
        ledger.append(some)
    return Site(entry=f"{CASE}-a2", investigators_entry=f"{CASE}-a4")


def add(role: Role, relation: Relation = Relation.OTHER, case: str = CASE) -> Person:
    """Make an account of a role that is that to the case."""
    login = f"{role.name.lower()}-{relation.value}-{case}"
    person = people.add_person(
        login, name=f"{role} {relation}", role=role, body="metropolitan", password=None
    )
    first, last, ended = TODAY - timedelta(days=30), None, False
    if relation is Relation.OTHER:
        return person
    if relation is Relation.EXPIRED:
        last = TODAY - timedelta(days=1)
    number = people.add_member(
        case, person, purpose=Purpose.INVESTIGATION, first=first, last=last, by="Moss", at=NOW
    )
    ended = relation is Relation.FORMER
    if ended:
        people.end_member(case, number, by="Moss", at=NOW)
    return person


def logged_in(person: Person, *, second_factor: bool = True) -> Client:
    """Return a browser in which someone has logged in."""
    client = Client(raise_request_exception=False, headers={"host": "localhost"})
    client.force_login(get_user_model().objects.get(pk=person.id), BACKEND)
    if second_factor:
        session = client.session
        session["account_authentication_methods"] = [{"method": "mfa", "type": "totp", "at": NOW.timestamp()}]
        session.save()
    return client


def as_program(person: Person) -> Client:
    """Return a program that asks with a token of someone's."""
    _, text = tokens.make(person, name=f"program {next(_programs)}", days=1, at=datetime.now(UTC))
    headers = {"host": "localhost", "authorization": f"Bearer {text}"}
    return Client(raise_request_exception=False, headers=headers)


_programs = count(1)


def week() -> dict[str, str]:
    """Return the period in which the record has something."""
    return {
        "start": date(2023, 2, 27).isoformat(),
        "end": date(2023, 3, 5).isoformat(),
        "force": "metropolitan",
    }
