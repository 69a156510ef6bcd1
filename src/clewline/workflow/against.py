"""Answer the claims of a text from the record: as known on the day of publication, as known now, and what changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from clewline.analysis import Tables
from clewline.analysis.count import select
from clewline.bulletin.check.against import Answer, Stood, Verdict, outcome
from clewline.bulletin.claim import Claim
from clewline.errors import NotFound
from clewline.figures import Figure
from clewline.record import Entry
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.correction import Correction
from clewline.store import ledger
from clewline.store.linking import EPOCH
from clewline.workflow.asked import Asked, Judged, Unanswerable, asked
from clewline.workflow.tables import as_known

FIRST, LAST = date(1, 1, 1), date(9999, 12, 31)


class AgainstRecord:
    """The record as known now and on other days, asked claim by claim."""

    def __init__(
        self, *, now: datetime, force: str | None = None, cases: Iterable[str] | None = None
    ) -> None:
        """Take the record up to `now`; `force` is whose numbers are meant where a text does not say.

        :raises NotFound: the record is empty.
        """
        self._now, self._force = now, force
        self._cases = None if cases is None else tuple(cases)
        self._known: dict[datetime, Tables] = {}
        self._values: dict[tuple[datetime, str, str, tuple[tuple[str, str], ...]], frozenset[str]] = {}
        self._counts: dict[tuple[datetime, str], tuple[Decimal | None, tuple[str, ...]]] = {}
        self._found: dict[str, Entry] = {}
        first = next(ledger.rows(), None)
        if first is None:
            raise NotFound(
                "The record is empty; take files in with `clewline intake`, or check against a file."
            )
        self.began = EPOCH + timedelta(microseconds=first.recorded_us)
        """The instant of the first entry: the record cannot say what was known before it."""

    def judge(self, claims: Iterable[Claim], *, published: date | None) -> Iterator[Judged]:
        """Yield the record's verdict on each claim; `published` is the day on which the text was."""
        then = None
        if published is not None and not self.begins_after(published):
            then = min(self._now, datetime.combine(published, time.max, UTC))
        for claim in claims:
            yield self._judge(claim, then=then, published=published)

    def begins_after(self, published: date | None) -> bool:
        """Return whether the record had no entry yet on the day of publication."""
        return published is not None and self.began > datetime.combine(published, time.max, UTC)

    def _judge(self, claim: Claim, *, then: datetime | None, published: date | None) -> Judged:
        try:
            question = asked(claim, force=self._force, published=published, known=self._values_now)
        except Unanswerable as why:
            now = Answer(value=None, as_of=self._now, why_not=str(why))
            return Judged(verdict=Verdict(claim=claim, now=now, then=None), asked=None)
        after = _of_a_known_base(claim, self._answer(question, self._now))
        before = None if then is None else _of_a_known_base(claim, self._answer(question, then))
        return Judged(
            verdict=Verdict(claim=claim, now=after, then=before and self._with_ends(before, after)),
            asked=question,
            new=_besides(after, before),
            gone=_besides(before, after),
        )

    def _answer(self, question: Asked, at: datetime) -> Answer:
        force = question.where["force"]
        if at != self._now and force not in self._values_at(at, question.figure, "force", {}):
            return Answer(
                value=None, as_of=at, why_not="the record held nothing of it yet on the day of publication"
            )
        value, ids = self._counted(question, at)
        if value is None:
            return Answer(
                value=None, as_of=at, why_not=f"the record has no {question.figure.base} in those days"
            )
        return Answer(value=value * question.times, as_of=at, entries=tuple(self._stood(ids)))

    def _counted(self, question: Asked, at: datetime) -> tuple[Decimal | None, tuple[str, ...]]:
        key = (at, question.command)
        if key not in self._counts:
            selection = select(self._tables(at), question.figure, start=question.start, end=question.end)
            counted = selection.counted(where=question.where)
            selection.drop()
            self._counts[key] = counted.value, counted.entries
        return self._counts[key]

    def _tables(self, at: datetime) -> Tables:
        if at not in self._known:
            self._known[at] = as_known(at, self._cases)
        return self._known[at]

    def _values_now(self, figure: Figure, dimension: str, where: Mapping[str, str]) -> frozenset[str]:
        return self._values_at(self._now, figure, dimension, where)

    def _values_at(
        self, at: datetime, figure: Figure, dimension: str, where: Mapping[str, str]
    ) -> frozenset[str]:
        if dimension not in figure.dimensions:
            return frozenset()
        key = (at, figure.name, dimension, tuple(sorted(where.items())))
        if key not in self._values:
            _, parts = select(self._tables(at), figure, start=FIRST, end=LAST).split(dimension, where)
            self._values[key] = frozenset(value for value in parts if value is not None)
        return self._values[key]

    def _stood(self, ids: Sequence[str]) -> Iterator[Stood]:
        self._found.update(ledger.find(i for i in ids if i not in self._found))
        for i in ids:
            yield Stood(id=i, recorded=self._found[i].recorded_at.date())

    def _with_ends(self, before: Answer, after: Answer) -> Answer:
        """Return an earlier answer, its entries with the day on which the record ceased to say so."""
        still = {e.id for e in after.entries}
        entries = (
            e if e.id in still else replace(e, corrected=self._ended(self._found[e.id]))
            for e in before.entries
        )
        return replace(before, entries=tuple(entries))

    def _ended(self, entry: Entry) -> date | None:
        """Return when a later entry replaced or withdrew this one, or reversed its batch.

        None where none did: what it counted as may hang on another entry that changed, as a line's nature.
        """
        later = [e for e in ledger.about(entry.case, [entry.subject]) if e.corrects == entry.id]
        for e in ledger.of_kinds(entry.case, "correction", "batch_reversed"):
            facts = e.facts
            withdrawn = isinstance(facts, Correction) and facts.withdraws == entry.id
            if withdrawn or (isinstance(facts, BatchReversed) and facts.batch == entry.batch):
                later.append(e)
        ended = [e.recorded_at for e in later if e.recorded_at <= self._now]
        return min(ended).date() if ended else None


def _of_a_known_base(claim: Claim, answer: Answer) -> Answer:
    """Return the answer; none to a share that differs and of which the text does not say what it is a share of."""
    if claim.said.get("base") != "unstated" or outcome(claim, answer) != "contradicted":
        return answer
    return replace(answer, value=None, why_not="the text does not say of what it is a share")


def _besides(one: Answer | None, other: Answer | None) -> tuple[str, ...]:
    """Return the entries of the first answer that the second does not stand on; none where either is missing."""
    if one is None or other is None:
        return ()
    those = {e.id for e in other.entries}
    return tuple(e.id for e in one.entries if e.id not in those)
