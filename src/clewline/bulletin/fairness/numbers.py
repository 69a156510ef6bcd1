"""The numbers of paths as cells that may be told, and how a reader can take one from another.

`paths` is what is told: each cohort with its outcomes. A set is what befell people, alone or in pairs: charged and
helped is helped and charged, and one number.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from clewline.bulletin.disclosure import Cell, Key, Relation, adds_up
from clewline.bulletin.fairness.people import GROUPS, OnePath

Paths = Mapping[str, tuple[str, ...]]
EVERYBODY = "everybody"
LEAST = 10
"""People of a group below which no share of it is told: of fewer a share says nothing."""


def pairs(paths: Paths) -> Iterator[tuple[str, str]]:
    """Return each cohort with each of its outcomes."""
    return ((cohort, outcome) for cohort, outcomes in paths.items() for outcome in outcomes)


def places() -> Iterator[tuple[str, str]]:
    """Yield everybody and every group, with what it is a group by."""
    yield EVERYBODY, EVERYBODY
    for by, groups in GROUPS.items():
        yield from ((by, group) for group in groups)


def key(events: Iterable[str], by: str, group: str) -> Key:
    """Return the name of the number of people of a group whom all of this befell."""
    return (" and ".join(sorted(events)), by, group)


def counts(people: Iterable[OnePath], paths: Paths) -> Counter[Key]:
    """Return every number, and what is left of each cohort without those whom another thing befell."""
    found: Counter[Key] = Counter()
    for one in people:
        own = [(EVERYBODY, EVERYBODY), *one.groups.items()]
        for events in _sets(paths):
            if events <= one.events:
                found.update(key(events, by, group) for by, group in own)
        for cohort, outcome in _within(paths):
            if cohort in one.events and outcome not in one.events:
                found.update(_rest(cohort, outcome, by, group) for by, group in own)
    return found


def cells(counted: Counter[Key], paths: Paths) -> Iterator[Cell]:
    """Yield every number that may be told, and those that a reader has by taking one from another."""
    for by, group in places():
        for events in _sets(paths):
            name = key(events, by, group)
            enough = all(counted[key({one}, by, group)] >= LEAST for one in events & paths.keys())
            yield Cell(key=name, value=counted[name], personal=True, wanted=len(events) == 1 or enough)
        for cohort, outcome in _within(paths):
            name = _rest(cohort, outcome, by, group)
            yield Cell(key=name, value=counted[name], personal=True)


def relations(paths: Paths) -> Iterator[Relation]:
    """Yield how the numbers hang together."""
    for by, group in places():
        for cohort, outcome in _within(paths):
            some, rest = key({cohort, outcome}, by, group), _rest(cohort, outcome, by, group)
            says = f"of those {cohort}, {outcome} or not"
            yield adds_up(key({cohort}, by, group), [some, rest], says=says)
        # Two things that together befell more than the whole cohort befell some of it both.
        for cohort, one, other in _threes(paths):
            terms = {key({cohort}, by, group): 1, key({one, other}, by, group): 1}
            terms |= dict.fromkeys((key({cohort, one}, by, group), key({cohort, other}, by, group)), -1)
            yield Relation(terms=terms, low=0, high=None, says=f"{one} and {other} overlap within {cohort}")
    for events in _sets(paths):
        for by, groups in GROUPS.items():
            parts = [key(events, by, group) for group in groups]
            yield adds_up(key(events, EVERYBODY, EVERYBODY), parts, says=f"everybody, by {by}")


def _sets(paths: Paths) -> list[frozenset[str]]:
    """Return what befell people, alone and in pairs, each once."""
    return list(dict.fromkeys(chain((frozenset([one]) for one in paths), map(frozenset, pairs(paths)))))


def _within(paths: Paths) -> Iterator[tuple[str, str]]:
    """Return each cohort with what else befell some of it and not the rest, whether or not that is told as a path."""
    for events in _sets(paths):
        if len(events) > 1:
            yield from ((cohort, min(events - {cohort})) for cohort in paths if cohort in events)


def _threes(paths: Paths) -> Iterator[tuple[str, str, str]]:
    """Return each cohort with two things of which it is told how many they befell together, in it and apart from it."""
    sets = _sets(paths)
    for one, other in (sorted(events) for events in sets if len(events) > 1):
        for cohort in paths:
            if cohort not in (one, other) and {frozenset((cohort, one)), frozenset((cohort, other))} <= set(
                sets
            ):
                yield cohort, one, other


def _rest(cohort: str, outcome: str, by: str, group: str) -> Key:
    return (f"{cohort} and not {outcome}", by, group)
