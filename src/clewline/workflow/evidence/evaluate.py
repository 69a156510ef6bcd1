"""Ask every evidence type what the records of a case say of two phones; that it was asked is an entry of the case.

A type whose model was validated for one day is asked of each day on which both phones were in use, by itself, with the
phones' other days as background. Days are not multiplied: one person's days are alike, so they are not independent.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import count

import numpy as np

from clewline.analysis.phones.local import zone_named
from clewline.analysis.phones.use import case_uses
from clewline.errors import Misused, NotFound
from clewline.evidence.clock import BRITISH
from clewline.evidence.evidence_type import EvidenceType, Question
from clewline.evidence.finding import Finding, Ratio
from clewline.evidence.types import all_types
from clewline.evidence.use import CaseUses, Uses
from clewline.record import Entry
from clewline.record.kinds.phones_compared import PhonesCompared
from clewline.store import ledger
from clewline.workflow.evidence.models import Fitted, fitted
from clewline.workflow.phones.opened import open_case
from clewline.workflow.stated import stated

EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What one type said of one period."""

    day: date | None
    """The local day; none for the whole period."""
    finding: Finding


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What one type said of the two phones."""

    type: EvidenceType
    model: Fitted | None
    asked: tuple[Asked, ...]
    """One for the whole period, or one for each day on which both phones were in use."""

    @cached_property
    def weighed(self) -> tuple[tuple[Asked, Ratio], ...]:
        """The periods that have a ratio."""
        return tuple((one, one.finding.ratio) for one in self.asked if one.finding.ratio is not None)

    @cached_property
    def middle(self) -> Asked | None:
        """The period with the middle ratio; of two middle ones the one that says less for the first proposition."""
        ordered = sorted(self.weighed, key=lambda x: (x[1].log10_lr, x[0].day or date.min))
        return ordered[(len(ordered) - 1) // 2][0] if ordered else None

    @property
    def for_first(self) -> int:
        """Periods whose records are more probable under the first proposition."""
        return sum(ratio.log10_lr > 0 for _, ratio in self.weighed)

    @property
    def for_second(self) -> int:
        """Periods whose records are more probable under the second proposition."""
        return sum(ratio.log10_lr < 0 for _, ratio in self.weighed)

    @property
    def said(self) -> str:
        """What it said, as one line of text."""
        model = "" if self.model is None else f", {self.model.card.name} {self.model.card.version}"
        middle = self.middle
        if middle is None or middle.finding.ratio is None:
            return f"{self.type.name}: no ratio{model}"
        ratio = middle.finding.ratio
        days = "" if middle.day is None else f", middle day {middle.day} of {len(self.weighed)}"
        return f"{self.type.name}: {ratio.log10_lr:.4f} [{ratio.lower:.4f}, {ratio.upper:.4f}]{days}{model}"


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """What the records of a case say of a line and a phone, by every evidence type."""

    case: str
    line: str
    """The identifier of the first phone."""
    phone: str
    first_day: date
    """First local day of the records weighed."""
    last_day: date
    uses: CaseUses
    answers: tuple[Answer, ...]
    zone: str = BRITISH
    """Time zone of the clocks whose days and hours are meant."""

    @property
    def said(self) -> tuple[str, ...]:
        """What each type said, as the record keeps it."""
        return tuple(answer.said for answer in self.answers)

    def used(self, identifier: str) -> Uses:
        """Return the uses of one of the two phones in the period."""
        return self.uses.phones[identifier].between(
            start_of(self.first_day, self.zone), start_of(after(self.last_day), self.zone)
        )


def evaluate(
    case: str,
    *,
    line: str,
    phone: str,
    by: str,
    at: datetime,
    shown: str = "summary",
    first_day: date | None = None,
    last_day: date | None = None,
    types: Sequence[str] = (),
    zone: str = BRITISH,
    told: Callable[[int], None] = lambda done: None,
) -> Evaluation:
    """Return what every evidence type, or those named, says of two phones of a case; that it was asked is recorded."""
    found = weigh(
        case,
        line=line,
        phone=phone,
        first_day=first_day,
        last_day=last_day,
        types=types,
        zone=zone,
        told=told,
    )
    record(found, shown=shown, by=by, at=at)
    return found


def record(found: Evaluation, *, shown: str, by: str, at: datetime) -> Entry:
    """Append who had two phones compared, what was said of them and as what it is `shown`, and return the entry."""
    facts = PhonesCompared(
        line=found.line,
        phone=found.phone,
        first_day=found.first_day,
        last_day=found.last_day,
        shown=shown,
        findings=found.said,
    )
    entry = stated(facts, case=found.case, subject=found.line, by=by, at=at)
    ledger.append([entry])
    return entry


def weigh(
    case: str,
    *,
    line: str,
    phone: str,
    first_day: date | None = None,
    last_day: date | None = None,
    types: Sequence[str] = (),
    zone: str = BRITISH,
    told: Callable[[int], None] = lambda done: None,
) -> Evaluation:
    """Return what every evidence type, or those named, says of two phones of a case. Nothing is recorded.

    Without days, the period is from the first record of either phone to the last.

    :raises NotFound: the case has no record of one of them, or there is no such type.
    :raises Misused: both are one phone, or no record lies in the period.
    """
    if line == phone:
        raise Misused("The line and the phone are one: name two.")
    chosen = _types(types)
    uses = case_uses(open_case(case))
    for identifier in (line, phone):
        if identifier not in uses.phones:
            raise NotFound(
                f"The case {case} holds no record of a use of one of the two; it has records of {len(uses.phones):,} "
                "phones."
            )
    both = [uses.phones[line], uses.phones[phone]]
    first = first_day or local_day(min(int(u.earliest[0]) for u in both), zone)
    last = last_day or local_day(max(int(u.earliest[-1]) for u in both), zone)
    if last < first:
        raise Misused("The last day is before the first.")
    done = count(1)
    answers = []
    for kind in chosen:
        model = None if kind.model is None else fitted(kind.name, None)[1]
        answers.append(
            Answer(type=kind, model=model, asked=tuple(_ask(kind, model, uses, both, first, last, zone)))
        )
        told(next(done))
    return Evaluation(
        case=case,
        line=line,
        phone=phone,
        first_day=first,
        last_day=last,
        uses=uses,
        answers=tuple(answers),
        zone=zone,
    )


def start_of(day: date, zone: str = BRITISH) -> int:
    """Return the instant at which a local day begins, microseconds since 1970 UTC."""
    return (datetime.combine(day, time(), tzinfo=zone_named(zone)) - EPOCH) // MICROSECOND


def after(day: date) -> date:
    """Return the next day."""
    return day + timedelta(days=1)


def local_day(instant: int, zone: str = BRITISH) -> date:
    """Return the local day of an instant, microseconds since 1970 UTC."""
    return (EPOCH + timedelta(microseconds=instant)).astimezone(zone_named(zone)).date()


def _types(names: Sequence[str]) -> list[EvidenceType]:
    known = all_types()
    for name in names:
        if name not in known:
            raise NotFound(f"There is no evidence type {name!r}; there are {', '.join(known)}.")
    return [kind for name, kind in known.items() if not names or name in names]


def _ask(
    kind: EvidenceType,
    model: Fitted | None,
    uses: CaseUses,
    both: Sequence[Uses],
    first: date,
    last: date,
    zone: str,
) -> Iterator[Asked]:
    periods: list[tuple[date | None, date, date]] = (
        [(None, first, last)]
        if kind.period == "whole"
        else [(d, d, d) for d in _shared_days(both, first, last, zone)]
    )
    for day, begins, ends in periods:
        question = Question(
            first=both[0],
            second=both[1],
            case=uses,
            start=start_of(begins, zone),
            end=start_of(after(ends), zone),
            zone=zone,
        )
        yield Asked(day=day, finding=kind.weigh(question, None if model is None else model.parameters))


def _shared_days(both: Sequence[Uses], first: date, last: date, zone: str) -> Iterator[date]:
    """Yield the local days of the period on which both phones were used at a place that is known."""
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    edges = np.array([start_of(day, zone) for day in [*days, after(last)]], np.int64)
    times = [u.earliest[u.place >= 0] for u in both]
    a, b = (np.diff(np.searchsorted(t, edges)) for t in times)
    yield from (day for day, n, m in zip(days, a.tolist(), b.tolist(), strict=True) if n and m)
