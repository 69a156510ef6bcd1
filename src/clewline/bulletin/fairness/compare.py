"""Compare paths: of those whom one thing befell, what share another befell too, group by group.

Every number of every path is protected together, so that none can be had from another: a part from its whole, the rest
of a group from the share, or one path's number from another's.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from clewline.bulletin.disclosure import Cell, Key, Relation, adds_up, protect
from clewline.bulletin.fairness.interval import wilson
from clewline.bulletin.fairness.people import GROUPS, OnePath

COHORTS = ("arrested", "charged", "referred", "considered", "helped")
"""What befell those who are compared."""
OUTCOMES = ("nrm", "considered", "adult", "charged", "released", "helped")
"""What else befell them, or did not."""
EVERYBODY = "everybody"
LEAST = 10
"""People of a group below which no share of it is told: of fewer a share says nothing."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many of a group something befell; a number that is not shown is none, and with it the share."""

    by: str
    """What people are compared by, as `age`; `everybody` for the whole."""
    group: str
    people: int | None
    """People of the group in the cohort."""
    some: int | None
    """Those of them whom it befell."""

    @property
    def share(self) -> float | None:
        """Return the share, from 0 to 1; none where a number is not shown, or there is nobody."""
        return self.some / self.people if self.people and self.some is not None else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the interval of the share at 95 %, each end from 0 to 1."""
        return wilson(self.some, self.people) if self.people and self.some is not None else None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Every path of a period: cohort and outcome, with its whole and its groups in their order."""

    paths: Mapping[tuple[str, str], tuple[Share, ...]]
    exposed: int
    """Hidden numbers that could be narrowed all the same; nothing here is wanted less, so it should be nought."""


def compare(people: Iterable[OnePath], *, secret: bytes) -> Comparison:
    """Return every path, with no number shown from which a count of 1 to 4 people could be narrowed to within 2.

    `secret` are random bytes, always the same for one period: otherwise what is hidden by chance would differ from
    look to look, and what one look hides another would show.
    """
    counts = _counts(people)
    protected = protect(list(_cells(counts)), list(_relations()), secret=secret)
    shown = protected.shown
    return Comparison(
        paths={
            (cohort, outcome): tuple(_share(shown, cohort, outcome, by, group) for by, group in _places())
            for cohort, outcome in _pairs()
        },
        exposed=len(protected.exposed),
    )


def _share(shown: Mapping[Key, int], cohort: str, outcome: str, by: str, group: str) -> Share:
    people = shown.get(_key({cohort}, by, group))
    # Without its whole a part says nothing, but that the whole is no less.
    some = None if people is None else shown.get(_key({cohort, outcome}, by, group))
    return Share(by=by, group=group, people=people, some=some)


def _pairs() -> Iterator[tuple[str, str]]:
    return ((cohort, outcome) for cohort in COHORTS for outcome in OUTCOMES if cohort != outcome)


def _places() -> Iterator[tuple[str, str]]:
    yield EVERYBODY, EVERYBODY
    for by, groups in GROUPS.items():
        yield from ((by, group) for group in groups)


def _sets() -> list[frozenset[str]]:
    """Return what befell people, alone and in pairs, each once: charged and helped is helped and charged."""
    return list(dict.fromkeys(chain(map(frozenset, ([one] for one in COHORTS)), map(frozenset, _pairs()))))


def _key(events: Iterable[str], by: str, group: str) -> Key:
    return (" and ".join(sorted(events)), by, group)


def _rest(cohort: str, outcome: str, by: str, group: str) -> Key:
    return (f"{cohort} and not {outcome}", by, group)


def _counts(people: Iterable[OnePath]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for one in people:
        places = [(EVERYBODY, EVERYBODY), *one.groups.items()]
        for events in _sets():
            if events <= one.events:
                found.update(_key(events, by, group) for by, group in places)
        for cohort, outcome in _pairs():
            if cohort in one.events and outcome not in one.events:
                found.update(_rest(cohort, outcome, by, group) for by, group in places)
    return found


def _cells(counts: Counter[Key]) -> Iterator[Cell]:
    """Yield every number that may be told, and those that a reader has by taking one from another."""
    for by, group in _places():
        for events in _sets():
            key = _key(events, by, group)
            enough = all(counts[_key({one}, by, group)] >= LEAST for one in events & set(COHORTS))
            yield Cell(key=key, value=counts[key], personal=True, wanted=len(events) == 1 or enough)
        for cohort, outcome in _pairs():
            key = _rest(cohort, outcome, by, group)
            yield Cell(key=key, value=counts[key], personal=True)


def _relations() -> Iterator[Relation]:
    for by, group in _places():
        for cohort, outcome in _pairs():
            some, rest = _key({cohort, outcome}, by, group), _rest(cohort, outcome, by, group)
            says = f"of those {cohort}, {outcome} or not"
            yield adds_up(_key({cohort}, by, group), [some, rest], says=says)
    for events in _sets():
        for by, groups in GROUPS.items():
            parts = [_key(events, by, group) for group in groups]
            yield adds_up(_key(events, EVERYBODY, EVERYBODY), parts, says=f"everybody, by {by}")
