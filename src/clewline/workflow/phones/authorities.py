"""Authorities of a case: recorded by a named person, and found by their reference."""

from datetime import date, datetime

from clewline.case import known, scope
from clewline.case.lines import ENDING
from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry
from clewline.record.kinds.authority import Authority
from clewline.store import ledger
from clewline.workflow.stated import stated


def record(facts: Authority, *, case: str, day: date, by: str, at: datetime) -> Entry:
    """Append an authority to the case and return its entry; one of the same reference is replaced by it.

    :raises BadInput: it does not say which identifiers and days it covers, or what it says cannot be true.
    """
    scope.scope(facts)
    earlier = _standing(case, facts.reference)
    if earlier is not None and earlier.facts == facts:
        raise NotAllowed(f"The authority {facts.reference} stands in the case already, word for word.")
    entry = stated(
        facts,
        case=case,
        subject=facts.reference,
        by=by,
        at=at,
        day=day,
        corrects=None if earlier is None else earlier.id,
        because=None if earlier is None else "The authority was recorded again.",
    )
    ledger.append([entry])
    return entry


def standing(case: str) -> list[Entry]:
    """Return the authorities of a case as they stand, in the order in which they were recorded."""
    found = [*ledger.of_kinds(case, "authority"), *ledger.of_kinds(case, *ENDING)]
    return [e for e in known.standing(found) if e.kind == "authority"]


def find(case: str, reference: str) -> Authority:
    """Return the authority of that reference.

    :raises NotFound: the case has none.
    """
    entry = _standing(case, reference)
    if entry is None or not isinstance(entry.facts, Authority):
        there = ", ".join(e.subject for e in standing(case))
        has = f"it has {there}" if there else "it has none yet"
        raise NotFound(
            f"The case {case} has no authority {reference!r} ({has}); record it with `clewline authority add`."
        )
    return entry.facts


def in_force(authority: Authority, on: date) -> None:
    """Refuse an authority under which nothing more may be taken in.

    :raises NotAllowed: it has lapsed.
    """
    if authority.expires is not None and on > authority.expires:
        raise NotAllowed(
            f"The authority {authority.reference} lapsed on {authority.expires}: nothing more is taken in under it. "
            "What it gave stays. Record its renewal first."
        )


def _standing(case: str, reference: str) -> Entry | None:
    return next((e for e in reversed(standing(case)) if e.subject == reference), None)
