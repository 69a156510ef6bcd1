"""What a statement on two phones rests on: its exhibits, its findings, and the numbered facts that they refer to.

Facts and opinion are apart. The schedule numbers what the records say, each with its rows; the statement gives the
opinion, and refers to the schedule by those numbers.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clewline.analysis.phones.referred import Referred, referred
from clewline.evidence.finding import RowRef, Weight
from clewline.evidence.use import NONE, CaseUses, Uses
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.custody_move import CustodyMove
from clewline.record.kinds.exhibit import Exhibit
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.workflow.evidence.evaluate import Answer, Asked, Evaluation
from clewline.workflow.phones import authorities, exhibits, opened
from clewline.workflow.phones.ends import End, ends

HEAVIEST = 6
"""Weights that a statement tells of each period it dwells on, each way; the schedule lists the rows of all."""


@dataclass(frozen=True, kw_only=True)
class Received:
    """A file of the case's phone records, with the exhibit that it is and the authority that covers it."""

    records: PhoneRecords
    exhibit: Exhibit | None
    authority: Authority
    moves: tuple[tuple[str, CustodyMove], ...]
    """Moves of the exhibit with their days, as ISO dates."""
    used: int
    """Rows of the two phones in the period that are of this file; of none it is reference alone."""


@dataclass(frozen=True, kw_only=True)
class Item:
    """A numbered fact of the schedule."""

    number: int
    what: str
    rows: tuple[RowRef, ...]


@dataclass(frozen=True, kw_only=True)
class Told:
    """A weight that the statement tells, with the item of the schedule that lists its rows."""

    weight: Weight
    item: Item | None
    """None where it rests on no row, as what every pair starts with."""


@dataclass(frozen=True, kw_only=True)
class Dwelt:
    """A period that the statement dwells on: what weighed most in it, each way."""

    asked: Asked
    item: Item
    """All rows that the finding used."""
    fors: tuple[Told, ...]
    againsts: tuple[Told, ...]
    facts: tuple[Item, ...]


@dataclass(frozen=True, kw_only=True)
class Part:
    """What the statement tells of one evidence type."""

    answer: Answer
    items: dict[int, Item]
    """The item of each period's rows, by the period's place among those asked."""
    dwelt: tuple[Dwelt, ...]
    """The whole period, or of several days the one in the middle and the extreme ones."""


@dataclass(frozen=True, kw_only=True)
class Statement:
    """Everything that a statement says, before words."""

    evaluation: Evaluation
    received: tuple[Received, ...]
    uses: tuple[tuple[Item, int], tuple[Item, int]]
    """For the line and for the phone: the item of its uses, and on how many of them the place is known."""
    parts: tuple[Part, ...]
    items: tuple[Item, ...]
    ends: tuple[End, ...]
    """Exhibits whose rows of either phone stop before the days that their authority covers do."""
    rows: dict[RowRef, Referred] = field(repr=False)
    """Every row that an item lists."""


def statement(evaluation: Evaluation) -> Statement:
    """Return the parts of the statement on an evaluation, its facts numbered in their order."""
    numbered = _Numbered()
    both = [evaluation.used(name) for name in (evaluation.line, evaluation.phone)]
    uses = [
        (
            numbered.add(f"Uses of {name} in the period.", _refs(evaluation.uses, u)),
            int((u.place != NONE).sum()),
        )
        for name, u in zip((evaluation.line, evaluation.phone), both, strict=True)
    ]
    parts = tuple(_part(answer, numbered) for answer in evaluation.answers)
    items = tuple(numbered.items)
    connection = opened.open_case(evaluation.case)
    return Statement(
        evaluation=evaluation,
        received=tuple(_received(evaluation, both)),
        uses=(uses[0], uses[1]),
        parts=parts,
        items=items,
        ends=ends(
            evaluation.case,
            connection,
            (evaluation.line, evaluation.phone),
            first_day=evaluation.first_day,
            last_day=evaluation.last_day,
        ),
        rows=referred(connection, (row for item in items for row in item.rows)),
    )


class _Numbered:
    """Numbers facts; the same rows under the same words are one fact."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self._known: dict[tuple[str, tuple[RowRef, ...]], Item] = {}

    def add(self, what: str, rows: Iterable[RowRef]) -> Item:
        """Return the item of a fact."""
        listed = tuple(sorted(set(rows), key=_place))
        found = self._known.get((what, listed))
        if found is None:
            found = Item(number=len(self.items) + 1, what=what, rows=listed)
            self._known[what, listed] = found
            self.items.append(found)
        return found


def _place(row: RowRef) -> tuple[str, str, int, int]:
    return row.sha256, row.sheet or "", row.line, row.part


def _refs(case: CaseUses, uses: Uses) -> tuple[RowRef, ...]:
    return case.refs(uses, range(len(uses)))


def _part(answer: Answer, numbered: _Numbered) -> Part:
    items = {
        at: numbered.add(
            f"Rows that were compared by {answer.type.title.lower()}{_on(one)}.", one.finding.rows
        )
        for at, one in enumerate(answer.asked)
        if one.finding.rows
    }
    dwelt = tuple(
        Dwelt(
            asked=answer.asked[at],
            item=items[at],
            fors=_told(answer.asked[at], numbered, 1),
            againsts=_told(answer.asked[at], numbered, -1),
            facts=tuple(numbered.add(f.what, f.rows) for f in answer.asked[at].finding.facts),
        )
        for at in _telling(answer)
        if at in items
    )
    return Part(answer=answer, items=items, dwelt=dwelt)


def _on(one: Asked) -> str:
    return "" if one.day is None else f" on {one.day}"


def _telling(answer: Answer) -> Sequence[int]:
    """Return the places of the periods to dwell on: the one, or the middle day, the strongest and the weakest."""
    if answer.type.period == "whole":
        return range(len(answer.asked))
    ordered = sorted(
        (at for at, one in enumerate(answer.asked) if one.finding.ratio is not None),
        key=lambda at: (_value(answer.asked[at]), at),
    )
    if not ordered:
        return ()
    return list(dict.fromkeys((ordered[(len(ordered) - 1) // 2], ordered[-1], ordered[0])))


def _value(one: Asked) -> float:
    return 0.0 if one.finding.ratio is None else one.finding.ratio.log10_lr


def _told(one: Asked, numbered: _Numbered, sign: int) -> tuple[Told, ...]:
    """Return the heaviest weights that speak one way, with the items of their rows."""
    what = f"Rows of both phones that were compared together{_on(one)}."
    weights = [w for w in one.finding.working() if w.log10 * sign > 0][:HEAVIEST]
    return tuple(Told(weight=w, item=numbered.add(what, w.rows) if w.rows else None) for w in weights)


def _received(evaluation: Evaluation, both: Sequence[Uses]) -> Iterator[Received]:
    """Yield all files of the case's phone records, in the order in which they were received.

    Those without a row of the two phones are the reference that says how rare a place or a contact is.
    """
    case, files = evaluation.case, evaluation.uses.files
    counts: dict[str, int] = {}
    for uses in both:
        for file in uses.file.tolist():
            counts[files[file]] = counts.get(files[file], 0) + 1
    held = {e.subject: e.facts for e in exhibits.standing(case)}
    moves = [(str(e.day), e.facts) for e in exhibits.moves(case) if isinstance(e.facts, CustodyMove)]
    for entry in opened.received(case):
        records = entry.facts
        if isinstance(records, PhoneRecords):
            exhibit = held.get(records.exhibit)
            yield Received(
                records=records,
                exhibit=exhibit if isinstance(exhibit, Exhibit) else None,
                authority=authorities.find(case, records.authority),
                moves=tuple((day, m) for day, m in moves if m.exhibit == records.exhibit),
                used=counts.get(records.sha256, 0),
            )
