"""Findings of a case: the entries that two phones were weighed, and the working of one, weighed again from the records.

An entry keeps what each type said, and not its working: that follows from the exhibits, which stand beside the record.
It is weighed again when somebody opens it, and where the records or a model say otherwise now, both are told.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from threading import Lock

from clewline.errors import Misused, NotFound
from clewline.record import Entry
from clewline.record.kinds.phones_compared import PhonesCompared
from clewline.store import visible
from clewline.store.accounts.people import Person
from clewline.workflow.evidence import evaluate
from clewline.workflow.evidence.statement import Statement, statement
from clewline.workflow.phones import opened

KIND = "phones_compared"
FINDINGS = 3
"""Findings whose working a process keeps, those opened last: weighing takes seconds, and turning a page should not."""


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A finding: what the record keeps of it, and its working."""

    entry: Entry
    facts: PhonesCompared
    working: Statement | None
    """None where the case's records no longer give one; `why_none` says why."""
    why_none: str | None = None

    @property
    def still(self) -> bool:
        """Whether the records say now what the entry keeps."""
        return self.working is not None and self.working.evaluation.said == self.facts.findings


_kept: OrderedDict[tuple[object, ...], Statement] = OrderedDict()
_one_at_a_time = Lock()
"""Two that are weighed at once take twice as long each, and twice the memory."""


def found(person: Person, today: date, case: str, entry_id: str) -> tuple[Entry, PhonesCompared]:
    """Return the entry of a finding that someone may see.

    :raises NotFound: there is none.
    """
    entry = visible.entry(person, today, case, entry_id)
    if entry is None or not isinstance(entry.facts, PhonesCompared):
        raise NotFound("There is no such page.")
    return entry, entry.facts


def finding(person: Person, today: date, case: str, entry_id: str) -> Finding:
    """Return a finding with its working.

    :raises NotFound: there is none that they may see.
    """
    entry, facts = found(person, today, case, entry_id)
    try:
        return Finding(entry=entry, facts=facts, working=_working(entry, facts))
    except (NotFound, Misused) as wrong:
        return Finding(entry=entry, facts=facts, working=None, why_none=str(wrong))


def weigh(
    case: str,
    *,
    line: str,
    phone: str,
    first_day: date | None,
    last_day: date | None,
    types: Sequence[str],
    by: str,
    at: datetime,
) -> Entry:
    """Weigh two phones, and return the entry that says that they were weighed and what each type said.

    :raises NotFound: the case has no record of one of them.
    :raises Misused: both are one phone, or no record lies in the period.
    """
    with _one_at_a_time:
        made = evaluate.weigh(
            case, line=line, phone=phone, first_day=first_day, last_day=last_day, types=types
        )
        entry = evaluate.record(made, shown="finding", by=by, at=at)
        _keep(_key(entry), statement(made))
    return entry


def _working(entry: Entry, facts: PhonesCompared) -> Statement:
    with _one_at_a_time:
        key = _key(entry)
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
        types = [said.partition(":")[0] for said in facts.findings]
        made = evaluate.weigh(
            entry.case,
            line=facts.line,
            phone=facts.phone,
            first_day=facts.first_day,
            last_day=facts.last_day,
            types=types,
        )
        return _keep(key, statement(made))


def _key(entry: Entry) -> tuple[object, ...]:
    return entry.case, entry.id, entry.recorded_at, tuple(opened.kept(entry.case))


def _keep(key: tuple[object, ...], made: Statement) -> Statement:
    _kept[key] = made
    while len(_kept) > FINDINGS:
        _kept.popitem(last=False)
    return made
