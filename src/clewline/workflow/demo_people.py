"""One made-up person for each role, for the demo: made once, refused on any other site; and what they shared."""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth import get_user_model

from clewline.access import Purpose, Role
from clewline.case.ages import age_on
from clewline.case.mentions import body as named
from clewline.safeguarding.sharing import ADULT_AT_RISK, CHILD
from clewline.store import following, ledger
from clewline.store.accounts import people
from clewline.workflow.accounts import create_account, make_member
from clewline.workflow.accounts_changed import admit
from clewline.workflow.sharing import Offer, share

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
SHARED = 3
"""Referrals of a case for which name and date of birth are shared with the demo's partner."""


def busiest_partner() -> str | None:
    """Return the partner to whom most referrals of the record were made; none where none names one."""
    found = ledger.of_kinds(None, "safeguarding_referral")
    named = Counter(getattr(one.facts, "partner", None) for one in found)
    return next((partner for partner, _ in named.most_common() if partner), None)


def share_some(cases: Sequence[str], partner: str, *, at: datetime) -> int:
    """Share name and date of birth for the last referrals of each case to a partner, as somebody would who wants help
    for them, and return how many.
    """
    by = people.find_person(Role.SAFEGUARDING.name.lower())
    shared = 0
    for case in cases:
        some = sorted(following.to_partner(case, named(partner)), key=lambda one: (one.day, one.id))
        for referral in some[-SHARED:]:
            who = str(getattr(referral.facts, "person"))  # noqa: B009  # a referral has one
            child = age_on(following.of_person(case, who), at.date()).child
            offer = Offer(
                fields=("name", "born"),
                basis=CHILD if child else ADULT_AT_RISK,
                reason="You meet them on Monday.",
            )
            share(referral, offer, person=by, at=at, press=f"demo {referral.id}")
            shared += 1
    return shared


def demo_people(
    cases: Sequence[str], *, body: str, at: datetime, partner: str | None = None
) -> list[tuple[str, str]]:
    """Make the people who are not there yet, give each a new password, and return log-ins with passwords.

    `partner` is whom the partner works for, and is then admitted; without one nobody has said so yet.
    """
    found, new = [], False
    for role, name in NAMES.items():
        login, password = role.name.lower(), secrets.token_urlsafe(9)
        account = get_user_model().objects.filter(login=login).first()
        if account is None:
            works_for = partner if role is Role.PARTNER and partner else body
            person = create_account(
                login, name=name, role=role, body=works_for, password=None, by="demo", at=at, made_up=True
            )
            if role is Role.PARTNER and partner:
                admit(person.id, admitted=True, by="demo", at=at, because="They work there.")
                new = True
            account = get_user_model().objects.get(pk=person.id)
            TOTP.activate(account, generate_totp_secret())
        if not account.made_up:
            continue
        account.set_password(password)
        account.save()
        person = people.person_of(account)
        own = people.own_cases(person, at.date())
        for case in cases:
            if role in PURPOSES and case not in own:
                make_member(case, person, purpose=PURPOSES[role], first=at.date(), by="demo", at=at)
        found.append((login, password))
    if new and partner:
        share_some(cases, partner, at=at)
    return found
