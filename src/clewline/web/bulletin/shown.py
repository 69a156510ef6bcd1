"""What the pages of bulletins show: who sees which, and where each number opens."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from clewline.access import ACTS, GUARDED, may
from clewline.bulletin.released.frozen import Frozen
from clewline.bulletin.week import as_written
from clewline.errors import NotFound
from clewline.figures import all_figures
from clewline.output import words
from clewline.output.series_words import indicator_words
from clewline.output.sheet import Sheet, sheet
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.record.kinds.bulletin_released import BulletinReleased
from clewline.store.accounts.people import Person
from clewline.workflow.bulletin import kept
from clewline.workflow.bulletin.kept import Kept

RELATIONS = {"exactly": "", "at_least": "at least ", "at_most": "at most ", "about": "about "}
STYLES = {"release": "Press release", "table": "Table of results", "thread": "Thread of short posts"}


@dataclass(frozen=True, kw_only=True)
class Number:
    """A number that a bulletin tells."""

    id: str
    title: str
    told: str
    counted: str | None
    """What was counted, as written; none for whom a count is not."""
    period: str
    address: str | None
    """Where it opens to its rows; none where that is not for the asker."""


def sees_drafts(person: Person) -> bool:
    """Return whether drafts are for someone: who writes them or releases them."""
    return any(may(ACTS[name], person.role, None) for name in ("write bulletins", "release bulletins"))


def sees_counts(person: Person) -> bool:
    """Return whether counts are for someone whom no guard keeps from small ones."""
    return may(ACTS["open figures"], person.role, None)


def listed(person: Person) -> tuple[list[Kept], list[Kept]]:
    """Return the drafts and the released bulletins that someone may see, the newest first."""
    every = kept.every()[::-1]
    drafts = [one for one in every if one.released is None] if sees_drafts(person) else []
    return drafts, [one for one in every if one.released is not None]


def found(person: Person, bulletin: str) -> tuple[Kept, Frozen]:
    """Return a bulletin that someone may see.

    :raises NotFound: there is none, or it is a draft and not for them.
    """
    one = kept.find(bulletin)
    frozen = one.frozen()
    if one.released is None:
        # Whoever sees small counts nowhere reads only drafts that were cleared beside the others.
        for_them = sees_drafts(person) and (frozen.beside or person.role not in GUARDED)
        if not for_them:
            raise NotFound("There is no such bulletin.")
    return one, frozen


def as_sheet(one: Kept, frozen: Frozen) -> Sheet:
    """Return a bulletin as it is set on a page."""
    written = one.written
    return sheet(
        one.text(),
        frozen.layout,
        style=written.style,
        body=written.body,
        start=written.period_start,
        end=written.period_end,
        as_of=one.as_of,
        standing="" if one.released is not None else waiting(one.id),
    )


def waiting(bulletin: str) -> str:
    """Return what stands on a draft, so that nobody takes it for a release."""
    return f"Draft {bulletin}: not released, and not for publication until another person releases it."


def releaser(one: Kept) -> str:
    """Return who released a bulletin."""
    entry = one.released
    return entry.facts.released_by if entry and isinstance(entry.facts, BulletinReleased) else ""


def numbers(one: Kept, person: Person) -> list[Number]:
    """Return the numbers that a bulletin tells, each once, with where it opens for someone."""
    opens = sees_counts(person)
    there: dict[tuple[object, ...], Number] = {}
    for entry, told in kept.numbers(one):
        key = (told.figure, told.definition, told.counted, told.period_start, told.period_end, told.value)
        there.setdefault(
            key,
            Number(
                id=entry.id,
                title=title_of(told),
                told=RELATIONS[told.relation] + as_written(told.value, told.unit),
                counted=as_written(told.count, told.unit) if opens else None,
                period=words.period_words(told.period_start, told.period_end),
                address=rows_of(one, told) if opens else None,
            ),
        )
    return list(there.values())


def title_of(told: BulletinNumber) -> str:
    """Return what a number counts, in words."""
    figure = all_figures().get(told.figure)
    where = dict(pair.split("=", 1) for pair in told.counted)
    if figure is None:
        return indicator_words(told.figure)
    part = next((p.title for p in figure.parts if dict(p.where) == where), None)
    return figure.title if part is None else f"{figure.title}: {part[:1].lower()}{part[1:]}"


def rows_of(one: Kept, told: BulletinNumber) -> str:
    """Return where a number opens to its rows, as they were known then."""
    where = dict(pair.split("=", 1) for pair in told.counted)
    asked = {
        "start": told.period_start,
        "end": told.period_end,
        "force": one.written.force or "",
        "as_of": one.written.as_of,
        "version": told.definition,
        **{f"where_{name}": value for name, value in where.items()},
    }
    return f"{reverse('figure', kwargs={'figure': told.figure})}?{urlencode(asked)}"


def by_period(some: list[Number]) -> Mapping[str, list[Number]]:
    """Return the numbers by the days that they are of, in the order of the words."""
    found_: dict[str, list[Number]] = {}
    for one in some:
        found_.setdefault(one.period, []).append(one)
    return found_


def address(name: str, one: str, **asked: str) -> str:
    """Return where a bulletin has a page."""
    return f"{reverse(name)}?{urlencode({'id': one, **asked})}"
