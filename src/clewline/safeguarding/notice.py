"""A notice: the record holds entries that may be a sign that a person is exploited. It says so to a person, who looks.

It is raised by what was recorded and by nothing else, names the entries behind it, and does nothing: it marks nobody,
changes no status, weighs nothing and ranks nobody. A person looks at it and records an indicator, or does not.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clewline.case.ages import age_on
from clewline.catalogue import catalogue
from clewline.record import Entry
from clewline.record.kinds.indicator_observed import IndicatorObserved
from clewline.record.kinds.protection_status import ProtectionStatus

KINDS = frozenset(
    {
        "age_assessed",
        "arrest",
        "charge",
        "contacts_noticed",
        "indicator_observed",
        "missing_episode",
        "number_used",
        "person",
        "protection_status",
    }
)
"""Kinds from which something is noticed, or by which it is answered, or that tell an age."""


@dataclass(frozen=True, kw_only=True)
class Noticed:
    """What was noticed in one person's entries."""

    sentence: str
    """What is recorded, after the person's name; whether it is a sign is for somebody to say."""
    entries: Sequence[Entry]
    """The entries behind it, by day."""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """A sign that can be noticed in the record."""

    name: str
    """As its file is called."""
    indicator: str
    """The indicator of the guide that it may be a sign of."""
    notice: Callable[[Sequence[Entry]], Noticed | None]
    """Returns what is noticed in the standing entries that name one person, by day; none where nothing is."""


@dataclass(frozen=True, kw_only=True)
class Raised:
    """A notice about a person that nobody has answered yet."""

    notice: Notice
    noticed: Noticed


def notices() -> Mapping[str, Notice]:
    """Return every sign that can be noticed in the record, by name."""
    return catalogue("clewline.safeguarding.notices", Notice)


def raised(entries: Sequence[Entry], today: date) -> list[Raised]:
    """Return the notices about a person whom these entries name, all of which stand, that nobody has answered.

    Only a child, or who may be one, is noticed. A notice is answered by what somebody recorded after the last entry
    behind it: that indicator, or a status.
    """
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    if not age_on(some, today).child:
        return []
    found = [(one, one.notice(some)) for one in notices().values()]
    return [
        Raised(notice=one, noticed=noticed)
        for one, noticed in found
        if noticed is not None and not _answered(one, noticed, some)
    ]


def _answered(notice: Notice, noticed: Noticed, some: Sequence[Entry]) -> bool:
    last = max(one.recorded_at for one in noticed.entries)
    for one in some:
        of_it = isinstance(one.facts, IndicatorObserved) and one.facts.indicator == notice.indicator
        if one.recorded_at > last and (of_it or isinstance(one.facts, ProtectionStatus)):
            return True
    return False
