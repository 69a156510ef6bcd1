"""What is owed to the people of a large case: told first, and told again as a page asks for it."""

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.measure import spread

TIMES = 3
CASE = "bench"


def measured(people: int) -> dict[str, Any]:
    """Fill the record of this process with a case of so many children, and time what is owed to them."""
    from clewline.access import Purpose, Role
    from clewline.store import ledger, mentions
    from clewline.store.accounts import people as accounts
    from clewline.workflow import duties

    now = datetime.now(UTC)
    entries = ledger.append(_entries(people, now))
    mentions.catch_up([CASE])
    first, again = list[float](), list[float]()
    for n in range(TIMES):
        person = accounts.add_person(
            f"carer-{n}", name="Carer", role=Role.SAFEGUARDING, body="kent", password=None
        )
        accounts.add_member(CASE, person, purpose=Purpose.SAFEGUARDING, first=now.date(), by="bench", at=now)
        duties._owed_to = type(duties._owed_to)()  # as in a process that has told nobody yet
        for times in (first, again):
            begun = time.perf_counter()
            owed = duties.of_case(person, CASE, now)
            times.append(time.perf_counter() - begun)
    return {
        "people": people,
        "entries": entries,
        "owed": len(owed),
        "first_seconds": spread(first),
        "again_seconds": spread(again),
    }


def _entries(people: int, now: datetime) -> Iterator[Any]:
    """Yield, of each child, an arrest, that they were missing and found, and of some that they were referred."""
    from clewline.record.kinds.arrest import Arrest
    from clewline.record.kinds.missing_episode import MissingEpisode
    from clewline.record.kinds.safeguarding_referral import SafeguardingReferral
    from clewline.workflow.stated import stated

    for n in range(people):
        who, day = f"kent/{n}", now.date() - timedelta(days=n % 90)
        some: list[tuple[str, Any, date]] = [
            (f"C{n}", Arrest(force="kent", person=who, age=12 + n % 6), day),
            (f"M{n}", MissingEpisode(force="kent", person=who, age=12 + n % 6, found=True), day),
        ]
        if n % 2:
            some.append((f"R{n}", SafeguardingReferral(force="kent", person=who, age=12 + n % 6), day))
        for subject, facts, on in some:
            made = stated(facts, case=CASE, subject=subject, by="bench", at=now, day=on, press=str(n))
            yield replace(made, recorded_at=now)
