"""Referrals that wait for somebody: for a reply, for word to the referrer, for a partner that has left."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from clewline.access import ACTS, Group, Relation, groups_of, may
from clewline.record import Entry
from clewline.safeguarding.referral import BEGIN, OPEN
from clewline.store import following
from clewline.store.accounts import manage
from clewline.store.accounts.people import own_cases
from clewline.store.following import Followed
from clewline.web.addresses import address
from clewline.web.asked import Request
from clewline.web.home.task import Link, Task

LISTED = 5
LATELY = timedelta(days=30)
"""How long somebody is told on their first page what became of a referral that they recorded."""


def of_referrals(request: Request) -> Iterator[Task]:
    """Yield what waits, all cases together: for the referrer their own, for the case's people what they can do."""
    asker = request.asker
    if Group.CARE not in groups_of(asker.person.role):
        return
    own = sorted(own_cases(asker.person, asker.today))
    some = [one for case in following.cases_answered(own) for one in following.answered(case)]
    mine = [
        one
        for one in some
        if one.entry.recorded_by == asker.person.login
        and one.standing.outcome is not None
        and one.standing.last.day >= asker.today - LATELY
    ]
    if mine:
        yield _task(
            mine,
            f"{_some(len(mine), 'referral that you recorded was', 'referrals that you recorded were')} answered",
            "Whoever refers somebody learns what became of it, as far as they may know.",
        )
    if not may(ACTS["work on referrals"], asker.person.role, Relation.OWN):
        return
    if asked := [one for one in some if one.standing.questions]:
        yield _task(
            asked,
            f"{_some(len(asked), 'partner waits', 'partners wait')} for a reply",
            "They asked about a referral, and nobody has replied.",
        )
    if untold := [one for one in some if one.standing.untold]:
        yield _task(
            untold,
            f"{_some(len(untold), 'referrer is', 'referrers are')} not yet told what became of a referral",
            "It was answered. Tell whoever referred them what they may know, and record that you did.",
        )
    yield from _left(own)


def _left(own: Sequence[str]) -> Iterator[Task]:
    """Yield the open referrals to partners of whom nobody is left."""
    left = manage.partners_left()
    some = [
        one
        for case in own
        for partner in sorted(left)
        for one in following.follow(case, following.to_partner(case, partner))
        if one.standing.state in OPEN
    ]
    if some:
        yield _task(
            some,
            f"{_some(len(some), 'referral waits', 'referrals wait')} for a partner that has left",
            "Nobody of the partner can answer here any more. Refer them to somebody else, then close this one.",
        )


def _task(some: Sequence[Followed], title: str, hint: str) -> Task:
    return Task(
        title=title,
        hint=hint,
        links=[
            Link(
                text=f"{_told(one.entry)}: {one.standing.state.value}",
                url=address("referral", case=one.entry.case, subject=one.entry.id),
                case=one.entry.case,
            )
            for one in some[:LISTED]
        ],
        more=max(0, len(some) - LISTED),
        rest=[
            Link(text=f"the referrals of {case}", url=address("case_referrals", case=case), case=case)
            for case in sorted({one.entry.case for one in some})
        ],
    )


def _told(entry: Entry) -> str:
    assert entry.kind in BEGIN
    partner = getattr(entry.facts, "partner", None)
    return f"{entry.subject} to {partner}" if partner else entry.subject


def _some(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"
