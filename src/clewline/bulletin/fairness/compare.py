"""Compare paths: of those whom one thing befell, what share another befell too, group by group.

Every number of every path is protected together, so that none can be had from another: a part from its whole, the rest
of a group from the share, or one path's number from another's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from clewline.bulletin.disclosure import Key, protect
from clewline.bulletin.fairness.interval import wilson
from clewline.bulletin.fairness.numbers import cells, counts, key, pairs, places, relations
from clewline.bulletin.fairness.people import OnePath

PATHS: Mapping[str, tuple[str, ...]] = {
    "arrested": ("nrm", "considered", "adult", "charged", "released", "helped"),
    "charged": ("nrm", "considered", "adult", "helped"),
    "referred": ("nrm", "charged", "helped"),
    "considered": ("nrm", "charged", "helped"),
    "helped": ("nrm", "charged"),
}
"""What befell those who are compared, and what else befell them or did not: each pair is a path. Custody is asked about
of those who were in it.
"""
FEWEST = 100
"""People of a cohort below which nothing of it is told: its groups would be too small to compare."""


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
    compared: frozenset[str]
    """Cohorts of enough people to be compared at all."""
    exposed: int
    """Hidden numbers that could be narrowed all the same. It should be nought; where it is not, nothing is told."""


def compare(people: Iterable[OnePath], *, secret: bytes) -> Comparison:
    """Return every path, with no number shown from which a count of 1 to 4 people could be narrowed to within 2.

    `secret` are random bytes, always the same for one period: otherwise what is hidden by chance would differ from
    look to look, and what one look hides another would show.
    """
    people = list(people)
    told = {
        cohort: outcomes
        for cohort, outcomes in PATHS.items()
        if sum(cohort in one.events for one in people) >= FEWEST
    }
    protected = protect(list(cells(counts(people, told), told)), relations(told), secret=secret)
    # Nothing is told at all rather than a number that others give away.
    shown = {} if protected.exposed else protected.shown
    return Comparison(
        paths={
            (cohort, outcome): tuple(
                _share(shown if cohort in told else {}, cohort, outcome, by, group) for by, group in places()
            )
            for cohort, outcome in pairs(PATHS)
        },
        compared=frozenset(told),
        exposed=len(protected.exposed),
    )


def _share(shown: Mapping[Key, int], cohort: str, outcome: str, by: str, group: str) -> Share:
    people = shown.get(key({cohort}, by, group))
    # Of nobody it befell nobody; and without its whole a part says nothing, but that the whole is no less.
    some = shown.get(key({cohort, outcome}, by, group)) if people else people
    return Share(by=by, group=group, people=people, some=some)
