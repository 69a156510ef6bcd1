"""What of the record of a person may be shared, field by field, and what each field tells when it is looked at."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from clewline.case.protection import age
from clewline.record import Entry
from clewline.record.kinds.age_assessed import AgeAssessed
from clewline.record.kinds.indicator_observed import IndicatorObserved
from clewline.record.kinds.need_seen_to import NeedSeenTo
from clewline.record.kinds.person import Person
from clewline.record.kinds.protection_status import ProtectionStatus
from clewline.record.kinds.referral_received import ReferralReceived
from clewline.record.kinds.vulnerability_identified import VulnerabilityIdentified


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a field tells: each value once, the latest last; nothing where it is not recorded."""

    field: str
    label: str
    values: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class Field:
    """Something that is recorded of a person and may be shared."""

    name: str
    label: str
    hint: str
    """What exactly it tells, for whoever chooses it."""
    read: Callable[[Sequence[Entry]], Iterable[str | None]] | None
    """How it is read from the entries of a person; none for who shared, which no entry of theirs tells."""


def told(fields: Iterable[str], entries: Iterable[Entry], *, contact: Sequence[str]) -> list[Told]:
    """Return what these fields tell by the entries of a person that stand now; a field that is not known tells nothing.

    A correction is an entry that stands in place of another, so that what is told is always the corrected value.
    `contact` is who shared, and whom the recipient may ring.
    """
    some = sorted(entries, key=lambda one: (one.day, one.recorded_at))
    wanted = set(fields)
    return [
        Told(
            field=one.name,
            label=one.label,
            values=tuple(dict.fromkeys(v for v in (contact if one.read is None else one.read(some)) if v)),
        )
        for one in FIELDS.values()
        if one.name in wanted
    ]


def _of_person(entries: Sequence[Entry], get: Callable[[Person], str | None]) -> Iterable[str | None]:
    return (get(one.facts) for one in entries if isinstance(one.facts, Person))


def _names(entries: Sequence[Entry]) -> Iterable[str | None]:
    return _of_person(entries, lambda one: " ".join(filter(None, (one.given_names, one.family_name))))


def _born(entries: Sequence[Entry]) -> Iterable[str | None]:
    for one in entries:
        if isinstance(one.facts, Person | AgeAssessed) and one.facts.born is not None:
            yield _day(one.facts.born)


def _ages(entries: Sequence[Entry]) -> Iterable[str | None]:
    aged = [one for one in entries if age(one) is not None]
    yield from (f"{age(one)} on {_day(one.day)}" for one in aged[-1:])


def _sex(entries: Sequence[Entry]) -> Iterable[str | None]:
    yield from (getattr(one.facts, "sex", None) for one in entries)


def _home(entries: Sequence[Entry]) -> Iterable[str | None]:
    return _of_person(entries, lambda one: one.home_area)


def _concern(entries: Sequence[Entry]) -> Iterable[str | None]:
    for one in entries:
        if isinstance(one.facts, VulnerabilityIdentified | ReferralReceived):
            yield one.facts.concern


def _indicators(entries: Sequence[Entry]) -> Iterable[str | None]:
    for one in entries:
        if isinstance(one.facts, IndicatorObserved):
            yield f"{one.facts.indicator.replace('_', ' ').capitalize()}, {_day(one.day)}"


def _status(entries: Sequence[Entry]) -> Iterable[str | None]:
    some = [(one.facts, one.day) for one in entries if isinstance(one.facts, ProtectionStatus)]
    yield from (f"{facts.status.capitalize()}, {_day(day)}" for facts, day in some[-1:])


def _needs(entries: Sequence[Entry]) -> Iterable[str | None]:
    for one in entries:
        if isinstance(one.facts, NeedSeenTo):
            yield f"{one.facts.need.capitalize()}, seen to on {_day(one.day)}"


def _day(day: date) -> str:
    return f"{day:%-d %B %Y}"


FIELDS: Mapping[str, Field] = {
    one.name: one
    for one in (
        Field(name="name", label="Name", hint="As the force recorded it.", read=_names),
        Field(name="born", label="Date of birth", hint="Each that is recorded.", read=_born),
        Field(name="age", label="Age", hint="The last that is recorded, and on which day.", read=_ages),
        Field(name="sex", label="Sex", hint="As recorded.", read=_sex),
        Field(name="home_area", label="Home area", hint="The local authority, never an address.", read=_home),
        Field(name="concern", label="Concern", hint="In the words of whoever was concerned.", read=_concern),
        Field(
            name="indicators",
            label="Indicators observed",
            hint="Which, and on which day; not by whom, and no note.",
            read=_indicators,
        ),
        Field(
            name="status",
            label="Protection status",
            hint="The last that somebody said, and on which day.",
            read=_status,
        ),
        Field(name="needs", label="Needs seen to", hint="Which, and on which day.", read=_needs),
        Field(
            name="contact",
            label="Who to ring",
            hint="Your name and your force or body.",
            read=None,
        ),
    )
}
"""What may be shared, by its name in an entry, in the order in which it is shown. Each is off until it is chosen."""
