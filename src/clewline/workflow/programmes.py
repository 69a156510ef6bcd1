"""Outcomes of programmes that are overdue: what became of whoever took one up, and nobody has recorded."""

from collections.abc import Mapping, Sequence
from datetime import date

from clewline.safeguarding.programme import Course, Outcome, overdue
from clewline.store.accounts.people import Person, own_cases
from clewline.workflow.by_person import ByPerson

KINDS = ("programme_offered", "programme_outcome")
_overdue_of = ByPerson[Sequence[tuple[Course, Outcome]]]()


def overdue_in(person: Person, case: str, today: date) -> Mapping[str, Sequence[tuple[Course, Outcome]]]:
    """Return the overdue outcomes of each person of whom there is one, as far as someone sees what is behind them."""
    if case not in own_cases(person, today):
        return {}
    found = _overdue_of.of_case(
        person, case, today, kinds=KINDS, tell=lambda who, entries: overdue(entries, today), by=today
    )
    return {who: some for who, some in sorted(found.items()) if some}
