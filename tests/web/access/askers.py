"""Everybody who may stand before the doors that were made for protecting people, and what lies behind each door."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

from django.test import Client
from referrals_made import RECORD, partner_of, record, record_now
from referred import fill_in, send, visitor
from site_made import CASE, NOW, OTHER_CASE, SECRET, add, logged_in, week

from clewline.access import Purpose, Relation, Role
from clewline.store.accounts import manage, people
from clewline.store.received import codes, drafts, sent

CHILD, PERSON = "Plover", "kent~121"
WORRIED_ABOUT, REFERRER = "Dunnock", "Robin Wagtail"
MORE = f"""
i1: on 2023-03-04 indicator observed I-1, force kent, person kent/21, indicator goes_missing, observed by {SECRET}, \
basis seen
s1: on 2023-03-07 information shared R-21, force kent, person kent/21, recipient Harbour Trust, fields [name], \
reason {SECRET}, shared by Moss, basis safeguarding a child, referral {CASE}-q1
"""
CASES_PEOPLE = frozenset({"an officer", "an analyst", "a supervisor", "a safeguarding professional"})
"""Members of the case whose work is in it and who may write."""
READERS = CASES_PEOPLE | {"a disclosure officer"}
ANSWERING = frozenset(
    f"{role} {which}".strip()
    for role in ("a supervisor", "a safeguarding professional")
    for which in ("", "of another case", "whose last day is past", "who was taken off")
)
"""Who answers for the area of the body, whatever they are to the case."""
EVERYBODY = "everybody"


@dataclass(frozen=True, kw_only=True)
class Door:
    """An address, and who sees what is behind it."""

    ask: Callable[[Client], Any]
    sees: frozenset[str] | str


def askers() -> dict[str, Client]:
    """Make everybody; some of them answer for the area, as a referral needs that somebody does."""
    roles = {
        "an officer": Role.OFFICER,
        "an analyst": Role.ANALYST,
        "a supervisor": Role.SUPERVISOR,
        "a safeguarding professional": Role.SAFEGUARDING,
        "a disclosure officer": Role.DISCLOSURE,
        "press": Role.PRESS,
        "an auditor": Role.AUDITOR,
        "an administrator": Role.ADMINISTRATOR,
    }
    found = {name: logged_in(add(role, Relation.OWN)) for name, role in roles.items()}
    for name in ("an officer", "a supervisor", "a safeguarding professional"):
        for which, relation in (
            ("whose last day is past", Relation.EXPIRED),
            ("who was taken off", Relation.FORMER),
        ):
            found[f"{name} {which}"] = logged_in(add(roles[name], relation))
        found[f"{name} of another case"] = logged_in(add(roles[name], Relation.OWN, OTHER_CASE))
    elsewhere = people.add_person("elsa", name="Elsa", role=Role.SAFEGUARDING, body="kent", password=None)
    left, back = partner_of(login="lee", name="Lee"), partner_of(login="bo", name="Bo")
    new = people.add_person("nia", name="Nia", role=Role.PARTNER, body="Harbour Trust", password=None)
    found |= {
        "a safeguarding professional of another body": logged_in(elsewhere),
        "a partner": logged_in(partner_of()),
        "a partner of another body": logged_in(partner_of("Other House", "ola", "Ola")),
        "a partner whom nobody admitted": logged_in(new),
        "a partner whose word was taken back": logged_in(back),
        "a partner that has left": logged_in(left),
        "somebody without their second factor": logged_in(
            people.add_person("half", name="Half", role=Role.OFFICER, body="metropolitan", password=None),
            second_factor=False,
        ),
        "nobody": visitor("192.0.2.200"),
    }
    manage.set_admitted(back.id, None)
    manage.set_active(left.id, active=False)
    return found


def with_leave() -> Client:
    """Return a member of the case who may open it while it is sealed."""
    person = people.add_person(
        "leave", name="Leave", role=Role.SUPERVISOR, body="metropolitan", password=None
    )
    people.add_member(
        CASE, person, purpose=Purpose.SAFEGUARDING, first=NOW.date(), opens_sealed=True, by="Moss", at=NOW
    )
    return logged_in(person)


def behind() -> dict[str, str]:
    """Make what lies behind the doors: a referral to a partner, one that waits, a draft; return its references."""
    record(RECORD)
    record_now(MORE)
    writer = visitor("192.0.2.99")
    reference, code = send(writer)
    sent_one = codes.typed(reference, codes.REFERENCE)
    draft = visitor("192.0.2.98")
    fill_in(draft)
    assert drafts.count() == 1 and sent.state(sent_one).waits
    return {"reference": reference, "code": code}


def doors(there: Mapping[str, str]) -> dict[str, Door]:
    """Return every door. What a form is sent to changes nothing: it is asked for, or sent to be checked."""
    received, case, referral = (
        f"/received/{there['reference']}",
        f"/case/{CASE}",
        f"/case/{CASE}/referral/{CASE}-q1",
    )
    own, other = {"open": f"{CASE}-q1"}, {"open": f"{CASE}-q2"}
    checked = {"act": "accept", "words": "", "press": "x", "step": "check"}
    partner, another = frozenset({"a partner"}), frozenset({"a partner of another body"})
    nobody: frozenset[str] = frozenset()
    people_of = READERS
    protecting = frozenset({"a supervisor", "a safeguarding professional"})
    answering = ANSWERING
    received_list = answering | {"a safeguarding professional of another body"}
    counting = (
        READERS
        | ANSWERING
        | {
            *(
                f"an officer {which}"
                for which in ("of another case", "whose last day is past", "who was taken off")
            ),
            "a safeguarding professional of another body",
        }
    )
    partners = frozenset(
        {
            "a partner",
            "a partner of another body",
            "a partner whom nobody admitted",
            "a partner whose word was taken back",
        }
    )

    def get(path: str, sees: frozenset[str] | str, **asked: str) -> Door:
        return Door(ask=lambda client: client.get(path, asked), sees=sees)

    def post(path: str, sees: frozenset[str] | str, **sent: str) -> Door:
        return Door(ask=lambda client: client.post(path, sent), sees=sees)

    tried, addresses = {"reference": there["reference"], "code": codes.shown("2" * codes.CODE)}, count(1)
    return {
        "case_referrals": get(f"{case}/referrals/", people_of),
        "referral": get(f"{referral}/", people_of),
        "referral, of another kind": get(f"{case}/referral/{CASE}-a2/", nobody),
        "referral_act": get(f"{referral}/act/", CASES_PEOPLE, act="close"),
        "referral_act, sent": post(f"{referral}/act/", CASES_PEOPLE, **checked | {"act": "close"}),
        "referral_share": get(f"{referral}/share/", CASES_PEOPLE),
        "referral_share, sent": post(f"{referral}/share/", CASES_PEOPLE, press="x"),
        "referral_end_sharing": get(f"{referral}/end-sharing/", CASES_PEOPLE, sharing=f"{CASE}-s1"),
        "person_ask": get(f"{case}/person/{PERSON}/ask/", protecting),
        "person_ask, sent": post(f"{case}/person/{PERSON}/ask/", protecting, press="x"),
        "person_national_form": get(f"{case}/person/{PERSON}/national-form/", CASES_PEOPLE),
        "duties": get(f"{case}/due/", people_of),
        "person": get(f"{case}/person/{PERSON}/", people_of),
        "figures_fairness": get("/figures/fairness/", counting | {"an auditor"}),
        "figures_outcomes": get("/figures/outcomes/", counting | {"an auditor"}),
        "outcomes_people": get("/figures/outcomes/people/", counting, **week()),
        "partners": get("/partners/", received_list),
        "partners, sent": post("/partners/", received_list),
        "referrals": get("/referrals/", partners),
        "referrals, one": get("/referrals/", partner, **own),
        "referrals, another's": get("/referrals/", another, **other),
        "referrals_answer": get("/referrals/answer/", partner, **own, act="accept"),
        "referrals_answer, sent": post("/referrals/answer/", partner, **own, **checked),
        "referrals_answer, another's": post("/referrals/answer/", another, **other, **checked),
        "received": get("/received/", received_list),
        "received_one": get(f"{received}/", answering),
        "received_picture": get(f"{received}/picture/", nobody, file="1", page="1"),
        "received_take_up": get(f"{received}/take-up/", answering),
        "received_take_up, sent": post(f"{received}/take-up/", answering),
        "received_close": get(f"{received}/close/", answering),
        "received_close, sent": post(f"{received}/close/", answering),
        "guide": get("/guide/", EVERYBODY),
        "guide_whole": get("/guide/whole/", EVERYBODY),
        "guide_kind": get("/guide/movement/", EVERYBODY),
        "refer": get("/refer/", EVERYBODY),
        "refer_check": get("/refer/check/", EVERYBODY),
        "refer_back": get("/refer/back/", EVERYBODY),
        "refer_back, with another code": Door(
            # Each from an address of their own: nobody has to wait for another.
            ask=lambda client: client.post(
                "/refer/back/", tried, REMOTE_ADDR=f"198.51.100.{next(addresses)}"
            ),
            sees=EVERYBODY,
        ),
    }


def seal() -> None:
    """Seal the case."""
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=datetime.now(UTC))
