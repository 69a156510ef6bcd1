"""What people decided of a proposal that a line moved to another number: entries, of which the last one stands."""

from datetime import datetime

from clewline.analysis.phones.compared import OWN
from clewline.errors import Misused, NotFound
from clewline.linkage import moved_number
from clewline.record import Entry
from clewline.record.kinds.decision import Decision
from clewline.store import ledger
from clewline.workflow.phones import opened
from clewline.workflow.stated import stated

ACCEPTED, DECLINED = "the move is accepted", "the move is declined"
"""What may be decided."""


def decide(first: str, second: str, *, accept: bool, reason: str, case: str, by: str, at: datetime) -> Entry:
    """Append a decision on whether the line of the first number moved to the second.

    :raises NotFound: the case holds no records of one of them.
    :raises Misused: both are one number.
    """
    if first == second:
        raise Misused("A line cannot move to the number that it has; name two numbers.")
    connection = opened.open_case(case)
    for number in (first, second):
        if not connection.execute(
            f"select 1 from events where {OWN} and number = ? limit 1", [number]
        ).fetchall():
            raise NotFound(
                f"The case {case} holds no record of a use of one of the numbers; both must be its own."
            )
    about = f"{moved_number.NAME} {first} {second}"
    decision = Decision(what=ACCEPTED if accept else DECLINED, decided_by=by, reason=reason, about=about)
    entry = stated(decision, case=case, subject=first, by=by, at=at)
    ledger.append([entry])
    return entry


def decided(case: str) -> dict[tuple[str, str], Entry]:
    """Return the decision that stands on each pair of numbers, first and second."""
    found = {}
    for entry in ledger.of_kinds(case, "decision"):
        if isinstance(entry.facts, Decision):
            name, *numbers = (entry.facts.about or "").split()
            if name == moved_number.NAME and len(numbers) == 2:
                found[numbers[0], numbers[1]] = entry
    return found
