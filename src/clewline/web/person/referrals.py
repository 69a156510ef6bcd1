"""A person's referrals, as their page shows them: to whom, how each stands, and the way to what became of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from clewline.record import Entry
from clewline.safeguarding.referral import BEGIN
from clewline.store import following


@dataclass(frozen=True, kw_only=True)
class ShownReferral:
    """A referral of a person, and how it stands."""

    entry: Entry
    to: str | None
    state: str


def shown_referrals(case: str, subject: str, standing: Iterable[Entry]) -> list[ShownReferral]:
    """Return the referrals of a person among the entries that stand and that somebody sees, by day."""
    some = [one for one in standing if one.kind in BEGIN and getattr(one.facts, "person", None) == subject]
    return [
        ShownReferral(
            entry=one.entry, to=getattr(one.entry.facts, "partner", None), state=one.standing.state.value
        )
        for one in (following.follow(case, some) if some else [])
    ]
