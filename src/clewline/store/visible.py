"""What someone may see of the record: the one definition, for lists, single objects, search, export and the API."""

from collections.abc import Collection, Sequence, Set
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Q, QuerySet

from clewline.access import Purpose, kinds_of
from clewline.record import Entry
from clewline.store import ledger
from clewline.store.accounts.people import Person, own_cases
from clewline.store.kinds_of_cases import kinds_of_case
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
    found = visible_to(person, today).filter(case_id=case)
    asked = {
        "kind__in": list(wanted.kinds) or None,
        "subject": wanted.subject,
        "day__gte": wanted.first,
        "day__lte": wanted.last,
    }
    found = found.filter(**{name: value for name, value in asked.items() if value is not None})
    if wanted.without:
        found = found.exclude(kind__in=list(wanted.without))
    if before is not None:
        day, seq = before
        # Said twice, so that the index is entered at the day and not read from its beginning.
        found = found.filter(day__lte=day).filter(Q(day__lt=day) | Q(seq__lt=seq))
    numbers = list(found.order_by("-day", "-seq").values_list("seq", flat=True)[: most + 1])
    return Listed(entries=ledger.numbered(numbers[:most]), more=len(numbers) > most)


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


def _bounds(
    person: Person, day: date, purpose: Purpose | None = None
) -> tuple[Collection[str], Set[str] | None]:
    """Return the cases and the kinds of entry (none: all) that someone sees: what every question here is held to."""
    return own_cases(person, day, purpose), kinds_of(person.role)
