"""One made-up person for each role, for the demo: made once, refused on any other site; and the story they live."""

import secrets
from collections.abc import Sequence
from datetime import datetime

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model
from msgspec import convert

from clewline.access import Purpose, Role
from clewline.case.mentions import body as named
from clewline.errors import NotAllowed
from clewline.store.accounts import people
from clewline.store.accounts.people import Person
from clewline.store.received.answers import Answers
from clewline.store.received.sent import received_by
from clewline.workflow.accounts import create_account, make_member
from clewline.workflow.accounts_changed import admit
from clewline.workflow.refer import made
from clewline.workflow.story.play import People, play
from clewline.workflow.story.told import Story

NAMES = {
    Role.OFFICER: "Ola Officer",
    Role.ANALYST: "Ana Analyst",
    Role.SUPERVISOR: "Sid Supervisor",
    Role.SAFEGUARDING: "Saff Safeguarding",
    Role.PARTNER: "Pat Partner",
    Role.PRESS: "Percy Press",
    Role.DISCLOSURE: "Dee Disclosure",
    Role.AUDITOR: "Aud Auditor",
    Role.ADMINISTRATOR: "Ada Administrator",
}
PURPOSES = {
    Role.OFFICER: Purpose.INVESTIGATION,
    Role.ANALYST: Purpose.INVESTIGATION,
    Role.SUPERVISOR: Purpose.INVESTIGATION,
    Role.SAFEGUARDING: Purpose.SAFEGUARDING,
    Role.DISCLOSURE: Purpose.DISCLOSURE,
}
"""Who is a member of the demo's cases, and for what."""
ELSEWHERE, ELSEWHERE_NAME = "elsewhere", "Elsie Elsewhere"
"""Who protects people in the story's other area. Nobody is given a password for that account."""
BY = "demo"


def demo_people(
    cases: Sequence[str], *, body: str, at: datetime, partner: str | None = None
) -> list[tuple[str, str]]:
    """Make the people who are not there yet, give each a new password, and return log-ins with passwords.

    `partner` is whom the partner works for, and is then admitted; without one nobody has said so yet.
    """
    found = []
    for role in NAMES:
        person = _made(role, body=body, at=at, partner=partner)
        account = get_user_model().objects.get(pk=person.id)
        if not account.made_up:
            continue
        password = secrets.token_urlsafe(9)
        account.set_password(password)
        account.save()
        own = people.own_cases(person, at.date())
        for case in cases:
            if role in PURPOSES and case not in own:
                make_member(case, person, purpose=PURPOSES[role], first=at.date(), by=BY, at=at)
        found.append((person.login, password))
    return found


def tell(story: Story, *, body: str, at: datetime) -> int:
    """Have the demo's people live a story, and return how many entries were added: none where they have.

    :raises NotAllowed: the partner's people were made for another partner, by an earlier demo.
    """
    found: People = {
        role.name.lower(): (
            _made(role, body=body, at=at, partner=story.partner),
            PURPOSES.get(role),
        )
        for role in (Role.OFFICER, Role.SAFEGUARDING, Role.SUPERVISOR, Role.PARTNER)
    }
    partner, _ = found[Role.PARTNER.name.lower()]
    if named(partner.body) != named(story.partner):
        raise NotAllowed(
            f"The story is not told: {partner.name} works for {partner.body} here, since an earlier demo made this "
            "record. Set CLEWLINE_HOME to another folder to have it told."
        )
    other = _elsewhere(body=story.elsewhere_body, at=at)
    added = play(story, {**found, ELSEWHERE: (other, Purpose.SAFEGUARDING)}, by=BY, at=at)
    if story.written is not None and not any(received_by(body, waiting=one)[0] for one in (True, False)):
        _write(convert({**story.written, "area": body}, Answers), at=at)
    return added


def _write(said: Answers, *, at: datetime) -> None:
    """Have somebody without an account send a referral by the public form."""
    reference = made.begin(said, address=BY, at=at)
    made.send(reference, address=BY, at=at)


def _made(role: Role, *, body: str, at: datetime, partner: str | None) -> Person:
    """Return the made-up person of a role, who is made where they are not there yet."""
    login = role.name.lower()
    if people.is_taken(login):
        return people.find_person(login)
    works_for = partner if role is Role.PARTNER and partner else body
    person = create_account(
        login, name=NAMES[role], role=role, body=works_for, password=None, by=BY, at=at, made_up=True
    )
    if role is Role.PARTNER and partner:
        admit(person.id, admitted=True, by=BY, at=at, because="They work there.")
    TOTP.activate(get_user_model().objects.get(pk=person.id), generate_totp_secret())
    return people.find_person(login)


def _elsewhere(*, body: str, at: datetime) -> Person:
    if people.is_taken(ELSEWHERE):
        return people.find_person(ELSEWHERE)
    return create_account(
        ELSEWHERE,
        name=ELSEWHERE_NAME,
        role=Role.SAFEGUARDING,
        body=body,
        password=None,
        by=BY,
        at=at,
        made_up=True,
    )
