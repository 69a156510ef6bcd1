"""What someone may see of the record: the one definition, for lists, single objects, search, export and the API.

What a partner sees, who is a member of no case, is defined in `referrals`, and nowhere else.
"""

from collections.abc import Collection, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q, QuerySet

from clewline.access import Purpose, groups_of, kinds_of
from clewline.case.mentions import What
from clewline.record import Entry
from clewline.store import ledger, mentions, standing
from clewline.store.accounts.people import Person, own_cases
from clewline.store.kinds_of_cases import kinds_of_case
from clewline.store.mentions import Asked, Range
from clewline.store.models import StoredEntry


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which entries of a case are asked for; what is left out is not asked."""

    kinds: Sequence[str] = ()
    without: Sequence[str] = ()
    """Kinds to leave out."""
    subject: str | None = None
    first: date | None = None
    last: date | None = None
    numbers: Sequence[int] | None = None
    """Numbers in the record that they are among."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """Entries of a case, the latest day first; `more` says whether there are earlier ones."""

    entries: Sequence[tuple[int, Entry]]
    """Each with its number in the record."""
    more: bool


def visible_to(person: Person, day: date, purpose: Purpose | None = None) -> QuerySet[StoredEntry]:
    """Return the entries of someone's own cases that are of the kinds that their role's work needs."""
    cases, kinds = _bounds(person, day, purpose)
    found = StoredEntry.objects.filter(case_id__in=cases)
    return found if kinds is None else found.filter(kind__in=sorted(kinds))


def entries(
    person: Person,
    today: date,
    case: str,
    wanted: Wanted,
    *,
    before: tuple[date, int] | None = None,
    most: int = 25,
) -> Listed:
    """Return the entries of a case that someone may see; `before` is the day and number of one already shown."""
    found = _wanted(person, today, case, wanted)
    if before is not None:
        day, seq = before
        # Said twice, so that the index is entered at the day and not read from its beginning.
        found = found.filter(day__lte=day).filter(Q(day__lt=day) | Q(seq__lt=seq))
    numbers = list(found.order_by("-day", "-seq").values_list("seq", flat=True)[: most + 1])
    return Listed(entries=ledger.numbered(numbers[:most]), more=len(numbers) > most)


def listed(person: Person, today: date, case: str, wanted: Wanted, *, most: int) -> list[int]:
    """Return the numbers in the record of the entries of a case that someone may see, the latest day first."""
    found = _wanted(person, today, case, wanted).order_by("-day", "-seq")
    return list(found.values_list("seq", flat=True)[:most])


def numbered(person: Person, today: date, numbers: Sequence[int]) -> Iterator[Entry]:
    """Yield entries by their numbers, in that order, less any that someone may not see."""
    for at in range(0, len(numbers), 500):
        yield from (entry for _, entry in _theirs(person, today, list(numbers[at : at + 500])))


def entry(person: Person, today: date, case: str, entry_id: str) -> Entry | None:
    """Return an entry of a case that someone may see; none where they may not, or it is not there."""
    seq = (
        visible_to(person, today)
        .filter(case_id=case, entry_id=entry_id)
        .values_list("seq", flat=True)
        .first()
    )
    if seq is None:
        return None
    return next((one for _, one in ledger.numbered([seq])), None)


def of_ids(person: Person, today: date, case: str, ids: Sequence[str]) -> list[Entry]:
    """Return the entries of a case by their ids that someone may see, the earliest day first."""
    numbers: list[int] = []
    for at in range(0, len(ids), 500):
        some = visible_to(person, today).filter(case_id=case, entry_id__in=list(ids[at : at + 500]))
        numbers += some.values_list("seq", flat=True)
    return sorted((one for _, one in ledger.numbered(numbers)), key=lambda one: (one.day, one.id))


def seen_among(person: Person, today: date, ids: Sequence[str]) -> dict[str, str]:
    """Return, of entries by their ids, those that someone may see, each with its case."""
    return dict(visible_to(person, today).filter(entry_id__in=list(ids)).values_list("entry_id", "case_id"))


def later_versions(person: Person, today: date, case: str, entry_id: str) -> list[Entry]:
    """Return the entries that correct an entry, of those that someone may see."""
    numbers = visible_to(person, today).filter(case_id=case, corrects=entry_id).values_list("seq", flat=True)
    return [one for _, one in ledger.numbered(list(numbers))]


def numbers(person: Person, today: date, case: str, kinds: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers in the record of a case's entries of some kinds that someone may see, in order."""
    found = visible_to(person, today).filter(case_id=case, kind__in=list(kinds))
    return tuple(found.order_by("seq").values_list("seq", flat=True))


def standing_of_kinds(
    person: Person, today: date, case: str, kinds: Sequence[str], *, after: int = 0
) -> list[Entry]:
    """Return a case's entries of some kinds that stand and that someone may see, in the order of the record; only
    those with a number above `after`.
    """
    some = visible_to(person, today).filter(case_id=case, kind__in=list(kinds), seq__gt=after)
    found = [entry for _, entry in ledger.numbered(list(some.order_by("seq").values_list("seq", flat=True)))]
    gone = no_longer(person, today, case, found)
    return [entry for entry in found if entry.id not in gone]


def kinds_in(person: Person, today: date, case: str) -> list[str]:
    """Return the kinds of entry that a case has and someone may see."""
    cases, kinds = _bounds(person, today)
    if case not in cases:
        return []
    found = kinds_of_case(case)
    return sorted(found if kinds is None else found & kinds)


def last_recorded(person: Person, today: date) -> dict[str, int]:
    """Return, for each of someone's own cases that has entries that they may see, when the last was recorded."""
    found = visible_to(person, today).order_by().values("case_id").annotate(last=Max("recorded_us"))
    return {one["case_id"]: one["last"] for one in found}


def _wanted(person: Person, today: date, case: str, wanted: Wanted) -> QuerySet[StoredEntry]:
    """Return the entries of a case that are asked for and that someone may see."""
    asked = {
        "kind__in": list(wanted.kinds) or None,
        "subject": wanted.subject,
        "day__gte": wanted.first,
        "day__lte": wanted.last,
        "seq__in": wanted.numbers,
    }
    found = visible_to(person, today).filter(case_id=case)
    found = found.filter(**{name: value for name, value in asked.items() if value is not None})
    return found.exclude(kind__in=list(wanted.without)) if wanted.without else found


def _bounds(
    person: Person, day: date, purpose: Purpose | None = None
) -> tuple[Collection[str], Set[str] | None]:
    """Return the cases and the kinds of entry (none: all) that someone sees: what every question here is held to."""
    return own_cases(person, day, purpose), kinds_of(person.role)


def mentioning(
    person: Person,
    today: date,
    cases: Sequence[str],
    asked: Asked,
    *,
    after: tuple[str, date, int] | None = None,
    most: int = 25,
) -> Listed:
    """Return the entries that someone may see and that mention what is asked: by case, in each the latest day first.

    Of the cases only their own are looked in; `after` is case, day and number of an entry already shown.
    """
    own = [
        case
        for case in sorted(set(cases) & own_cases(person, today).keys())
        if after is None or case >= after[0]
    ]
    mentions.catch_up(own)
    found: list[int] = []
    for case in own:
        before = after[1:] if after is not None and case == after[0] else None
        left = most + 1 - len(found)
        found += [
            seq for _, seq in mentions.find(case, groups_of(person.role), asked, before=before, most=left)
        ]
        if len(found) > most:
            break
    return Listed(entries=_theirs(person, today, found[:most]), more=len(found) > most)


def of_person(
    person: Person,
    today: date,
    case: str,
    subject: str,
    kinds: Sequence[str] = (),
    *,
    most: int,
) -> Listed:
    """Return the entries of a case that name a person as recorded and that someone may see, the earliest day first."""
    if case not in own_cases(person, today):
        return Listed(entries=(), more=False)
    mentions.catch_up([case])
    asked = Asked(any_of=[[[Range(What.PERSON, subject)]]], kinds=kinds)
    groups = groups_of(person.role)
    found = [seq for _, seq in mentions.find(case, groups, asked, after=(date.min, 0), most=most + 1)]
    return Listed(entries=_theirs(person, today, found[:most]), more=len(found) > most)


def of_people(person: Person, today: date, case: str, subjects: Sequence[str], *, most: int) -> list[Entry]:
    """Return the entries of a case that name any of these people and that someone may see."""
    if not subjects or case not in own_cases(person, today):
        return []
    mentions.catch_up([case])
    asked = Asked(any_of=[[[Range(What.PERSON, one) for one in subjects]]])
    found = mentions.find(case, groups_of(person.role), asked, after=(date.min, 0), most=most)
    return [entry for _, entry in _theirs(person, today, [seq for _, seq in found])]


def no_longer(person: Person, today: date, case: str, some: Sequence[Entry]) -> set[str]:
    """Return, of entries of a case, the ids of those that no longer stand: corrected, withdrawn or reversed.

    That they no longer stand is theirs to know, whoever may see the entry that says so.
    """
    if case not in own_cases(person, today):
        return set()
    return standing.no_longer(case, some)


def _theirs(person: Person, today: date, numbers: Sequence[int]) -> list[tuple[int, Entry]]:
    """Return entries by their numbers, less any that someone may not see: the index is held to the one definition."""
    seen = set(visible_to(person, today).filter(seq__in=numbers).values_list("seq", flat=True))
    return ledger.numbered([number for number in numbers if number in seen])
