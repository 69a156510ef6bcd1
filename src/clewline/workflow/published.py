"""What was published: values as stated by bodies, which figure each answers, and their series."""

from collections.abc import Sequence
from datetime import date

from clewline import reference
from clewline.bulletin.series import NATIONAL, PublishedSeries, Report, assemble, report
from clewline.case.known import standing as standing_ones
from clewline.figures import Counted
from clewline.record import Entry, Source
from clewline.record.kinds.published import Published
from clewline.store import ledger


def standing() -> list[Entry]:
    """Return the published values that nothing has withdrawn, in the order in which they were recorded."""
    found = standing_ones(ledger.of_kinds(None, "batch_reversed", "correction", "published"))
    return [e for e in found if isinstance(e.facts, Published)]


def of_week(*, start: date, force: str | None) -> Sequence[Published]:
    """Return what was published for the week that starts on that day: about one force, or about all and the nation."""
    once = {}
    for p in map(facts_of, standing()):
        if p.period_start == start and (
            p.body == force if force else p.scope == "national" or p.body is not None
        ):
            # The same release may have been taken in from two lists.
            once[p.body, p.indicator, p.value, p.unit, p.relation, p.qualifiers, p.since] = p
    return tuple(once.values())


def answers(published: Published, counted: Counted, *, since: bool) -> bool:
    """Return whether the published value is about the same thing as the counted one."""
    said = dict(q.split("=", 1) for q in published.qualifiers)
    said.pop("base", None)
    if "note" not in counted.qualifiers:
        # A remark beside a published number does not narrow it; a part that is told by a note is narrowed by it.
        said.pop("note", None)
    return (
        published.indicator == counted.figure.name
        and published.unit == counted.unit
        and said == dict(counted.qualifiers)
        and (published.since is not None) == since
        and counted.definition is counted.figure.definitions[0]
    )


def series(indicator: str, *, body: str | None = None, scope: str | None = None) -> PublishedSeries:
    """Return what was published of an indicator, about a body (a force, `national`, a region) or by a publisher."""
    names = {force.id: force.name for force in reference.forces().values()}
    reports = [
        report(e.id, facts, names)
        for e in standing()
        if (facts := facts_of(e)).indicator == indicator and scope in (None, facts.scope)
    ]
    if body is not None:
        asked = reference.force_names().get(body.casefold(), body.casefold())
        reports = [r for r in reports if asked in _known_as(r)]
    return assemble(indicator, reports)


def _known_as(found: Report) -> set[str]:
    """Return the words by which a report is asked for."""
    stated = found.stated
    forces = {stated.body} if stated.body and found.body != NATIONAL else set()
    names = (
        found.body,
        found.whose,
        stated.publisher,
        stated.publisher.partition("(")[0].strip(),
        stated.said_of,
    )
    return forces | {name.casefold() for name in names if name}


def sources(found: PublishedSeries) -> dict[str, Source]:
    """Return where each value of a series comes from, by the id of its entry."""
    entries = ledger.find(entry for r in found.reports for entry in r.entries)
    return {name: entry.source for name, entry in entries.items()}


def indicators() -> list[str]:
    """Return the indicators of which anything was published, in order of name."""
    return sorted({facts_of(e).indicator for e in standing()})


def facts_of(entry: Entry) -> Published:
    """Return what a published value says."""
    facts = entry.facts
    if not isinstance(facts, Published):
        raise TypeError(entry.kind)
    return facts
