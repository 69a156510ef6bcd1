"""Exhibits of a case: what was handed over, by whom and when, and where it went."""

from datetime import date, datetime

from clewline.case import known
from clewline.case.lines import ENDING
from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry
from clewline.record.facts import Facts
from clewline.record.kinds.custody_move import CustodyMove
from clewline.record.kinds.exhibit import Exhibit
from clewline.store import ledger
from clewline.workflow.stated import stated


def record(facts: Exhibit, *, case: str, day: date, by: str, at: datetime) -> Entry:
    """Append an exhibit to the case and return its entry.

    :raises NotAllowed: the reference is taken by an exhibit of another content.
    """
    earlier = same(case, facts.reference, facts.sha256)
    if earlier is not None:
        return earlier
    return _append(facts, facts.reference, case=case, day=day, by=by, at=at)


def same(case: str, reference: str, sha256: str | None) -> Entry | None:
    """Return the exhibit of that reference, if the case has it.

    :raises NotAllowed: it is another file.
    """
    for earlier in standing(case):
        if isinstance(earlier.facts, Exhibit) and earlier.subject == reference:
            if earlier.facts.sha256 == sha256:
                return earlier
            raise NotAllowed(
                f"The exhibit {reference} of this case is another file; give this one its own reference."
            )
    return None


def move(facts: CustodyMove, *, case: str, day: date, by: str, at: datetime) -> Entry:
    """Append a move of an exhibit.

    :raises NotFound: the case has no such exhibit.
    """
    if facts.exhibit not in {e.subject for e in standing(case)}:
        raise NotFound(f"The case {case} has no exhibit {facts.exhibit!r}.")
    return _append(facts, facts.exhibit, case=case, day=day, by=by, at=at)


def standing(case: str) -> list[Entry]:
    """Return the exhibits of a case, in the order in which they were recorded."""
    found = [*ledger.of_kinds(case, "exhibit"), *ledger.of_kinds(case, *ENDING)]
    return [e for e in known.standing(found) if e.kind == "exhibit"]


def moves(case: str) -> list[Entry]:
    """Return the moves of the case's exhibits, in the order in which they were recorded."""
    return list(ledger.of_kinds(case, "custody_move"))


def _append(facts: Facts, subject: str, *, case: str, day: date, by: str, at: datetime) -> Entry:
    entry = stated(facts, case=case, subject=subject, by=by, at=at, day=day)
    ledger.append([entry])
    return entry
