"""Referrals of a made-up child to several partners, and what is done with them."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.test import Client
from site_made import CASE

from clewline.access import Role
from clewline.record import Entry, Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import people
from clewline.store.accounts.people import Person
from clewline.workflow.accounts_changed import admit

RECORD = """
p1: on 2023-03-01 person kent/21, force kent, number 21, sex female, family name Plover, given names Jo, born 2012-05-06
q1: on 2023-03-04 safeguarding referral R-21, force kent, person kent/21, age 14, partner Harbour Trust, line L-99
q2: on 2023-03-05 safeguarding referral R-22, force kent, person kent/21, partner Other House
q3: on 2023-03-06 safeguarding referral R-23, force kent, person kent/21, partner harbour  TRUST
q5: on 2023-03-07 safeguarding referral R-25, force kent, person kent/21, age 14, partner Metropolitan
q4: on 2023-03-06 safeguarding referral R-24, force kent, person kent/21, partner Harbour Trust South
"""


def record(text: str, *, at: datetime | None = None, case: str = CASE) -> None:
    """Record what somebody states, at an instant or, without one, as the notation has it."""
    ledger.append(
        [
            replace(
                entry,
                case=case,
                id=f"{case}-{entry.id}",
                source=Statement("Moss"),
                batch=None,
                recorded_at=at or entry.recorded_at,
            )
            for entry in read_notation(text)
        ]
    )


def record_now(text: str) -> None:
    """Record what somebody states, now."""
    record(text, at=datetime.now(UTC))


def partner_of(body: str = "Harbour Trust", login: str = "pat", name: str = "Pat Reed") -> Person:
    """Make somebody of a partner who sees the referrals to it."""
    person = people.add_person(login, name=name, role=Role.PARTNER, body=body, password=None)
    admit(person.id, admitted=True, by="Moss", at=datetime.now(UTC), because="They work there.")
    return person


def answer(client: Client, act: str, words: str = "", *, entry: str = "q1", **more: str) -> Any:
    """Send what a partner does with a referral, as its last form does."""
    sent = {"open": f"{CASE}-{entry}", "act": act, "words": words, "press": "p1", "step": "record"}
    return client.post("/referrals/answer/", sent | more)


def act(client: Client, act: str, words: str = "", *, entry: str = "q1", **more: str) -> Any:
    """Send what the case's people do with a referral, as their last form does."""
    sent = {"act": act, "words": words, "press": "c1", "step": "record"}
    return client.post(f"/case/{CASE}/referral/{CASE}-{entry}/act/", sent | more)


def share(client: Client, *fields: str, entry: str = "q1", **more: str) -> Any:
    """Send what the case's people share for a referral, as their last form does."""
    said = {
        "fields_": list(fields),
        "reason": "She meets them on Monday.",
        "basis": "safeguarding a child",
        "press": "s1",
        "step": "record",
    }
    return client.post(f"/case/{CASE}/referral/{CASE}-{entry}/share/", said | more)


def seen(client: Client, entry: str = "q1") -> str:
    """Return the page of a referral as its partner sees it."""
    return str(client.get("/referrals/", {"open": f"{CASE}-{entry}"}).content.decode())


def page(client: Client, entry: str = "q1") -> str:
    """Return the page of a referral as the case's people see it."""
    return str(client.get(f"/case/{CASE}/referral/{CASE}-{entry}/").content.decode())


def entries(kind: str) -> list[Entry]:
    """Return the entries of a kind of the case."""
    return [one for one in ledger.read(CASE) if one.kind == kind]
