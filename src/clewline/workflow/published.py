"""What was published: values as stated by bodies, and which figure each answers."""

from collections.abc import Sequence
from datetime import date

from clewline.figures import Counted
from clewline.record import Entry
from clewline.record.kinds.published import Published
from clewline.store import ledger


def values(indicator: str | None = None, body: str | None = None) -> list[Entry]:
    """Return the published values of an indicator and a body, or all, by day of the period's start."""
    found = [
        e
        for e in ledger.of_kinds(None, "published")
        if (indicator is None or _facts(e).indicator == indicator)
        and (body is None or body in (_facts(e).body, _facts(e).publisher))
    ]
    return sorted(found, key=lambda e: (e.day, _facts(e).release, e.id))


def of_week(*, start: date, force: str | None) -> Sequence[Published]:
    """Return what was published for the week that starts on that day: about one force, or about all and the nation."""
    facts = (_facts(e) for e in ledger.of_kinds(None, "published"))
    once = {}
    for p in facts:
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


def _facts(entry: Entry) -> Published:
    facts = entry.facts
    if not isinstance(facts, Published):
        raise TypeError(entry.kind)
    return facts


def series(indicator: str | None = None, body: str | None = None) -> list[dict[str, object]]:
    """Return the published values as rows: period, publisher, value, relation, words, release and entry."""
    rows: list[dict[str, object]] = []
    for entry in values(indicator, body):
        p = _facts(entry)
        rows.append(
            {
                "period_start": p.period_start,
                "period_end": p.period_end,
                "since": p.since,
                "publisher": p.publisher,
                "body": p.body,
                "scope": p.scope,
                "indicator": p.indicator,
                "value": f"{p.value.normalize():f}",
                "unit": p.unit,
                "relation": p.relation,
                "qualifiers": ", ".join(p.qualifiers),
                "part": p.part,
                "as_stated": p.as_stated,
                "unread": p.unread,
                "release": p.release,
                "address": p.address,
                "entry": entry.id,
            }
        )
    return rows
