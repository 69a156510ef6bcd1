"""What may be a sign, noticed in the record of a case's people, and answered by nobody yet."""

from collections.abc import Mapping, Sequence
from datetime import date

from clewline.safeguarding.notice import KINDS, Raised, raised
from clewline.store.accounts.people import Person, own_cases
from clewline.workflow.by_person import ByPerson

_raised_of = ByPerson[Sequence[Raised]]()


def of_case(person: Person, case: str, today: date) -> Mapping[str, Sequence[Raised]]:
    """Return the notices about each person of whom there is one, as far as someone sees what is behind them."""
    if case not in own_cases(person, today):
        return {}
    found = _raised_of.of_case(
        person, case, today, kinds=KINDS, tell=lambda who, entries: raised(entries, today), by=today
    )
    return {who: some for who, some in sorted(found.items()) if some}
