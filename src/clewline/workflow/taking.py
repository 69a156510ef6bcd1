"""The entries of one received file, in order, and the account of its records: what became of each."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from clewline.bulletin.claim import SetAside
from clewline.errors import BadInput
from clewline.formats.rows import Draft
from clewline.formats.tables.table import Blank
from clewline.record import Entry, FileLine, Problem, Statement, name_of
from clewline.record.codec import to_bytes
from clewline.record.kinds.received import Received
from clewline.store import ledger
from clewline.store.watch import Watch
from clewline.workflow.held import Held
from clewline.workflow.naming_referrals import NamingReferrals, Refusal, alike
from clewline.workflow.reading import Sheet
from clewline.workflow.shared_rows import SharedRows

AT_ONCE = 1000
"""Rows looked up together in what the case holds already."""
SHOWN = 5
"""Entries kept to show in a preview."""

_LINE_BITS = 31
_LINE = (1 << _LINE_BITS) - 1
_DIGEST = (1 << 64) - 1

Told = Callable[[int], None]
"""Hears how many records have been read."""


@dataclass
class Account:
    """What became of each record of a file: records = taken + known + problems + blank + set aside.

    The records of a bulletin are its numbers: those taken are claims.
    """

    records: int = 0
    taken: int = 0
    known: int = 0
    problems: int = 0
    blank: int = 0
    set_aside: int = 0
    entries: int = 0
    withheld: int = 0
    """Entries held back, as charges or what was shared on no basis; what else their records say was taken. A record of
    which nothing else is left is a problem.
    """


@dataclass
class Outcome:
    """What intake did, or would do."""

    file: str
    sha256: str
    mapping: str = ""
    batch: str | None = None
    """Id of the batch that was added; none after a dry run or for a file received before."""
    already: str | None = None
    """Batch that received the same file before."""
    account: Account = field(default_factory=Account)
    problems: list[Problem] = field(default_factory=list)
    set_aside: list[SetAside] = field(default_factory=list)
    """Numbers of a bulletin that state no result, with their reasons."""
    notes: tuple[str, ...] = ()
    """What was left out of a document, or read otherwise than it stands."""
    kinds: Counter[str] = field(default_factory=Counter)
    corrections: int = 0
    """Entries that replace an earlier one from the same system."""
    sample: list[Entry] = field(default_factory=list)


class Batch:
    """The entries of one file, in order, and the account of its records."""

    def __init__(
        self,
        outcome: Outcome,
        sheets: Iterable[Sheet],
        *,
        case: str,
        batch: str,
        by: str,
        at: datetime,
        told: Told,
    ) -> None:
        self._outcome, self._account = outcome, outcome.account
        self._sheets = sheets
        self._case, self._batch, self._by, self._at = case, batch, by, at
        self._told = told
        # What each subject said in this file, as one number: digest above, line below. Plain numbers under
        # plain texts: millions of tuples would be walked over and over by the collector of garbage.
        self._seen: dict[str, dict[str, int]] = {}
        self._place, self._nth = "", 0
        there = case in ledger.cases()
        self._held = Held(case, outcome.mapping, batch) if there else None
        self._watch = Watch(case, empty=not there)
        self._referrals = NamingReferrals(case, self._held)
        self._shared = SharedRows(case, empty=not there)

    def with_receipt(self, size: int) -> Iterator[Entry]:
        """Yield the entries, then the receipt of the file with its account."""
        yield from self.entries()
        outcome, account = self._outcome, self._account
        facts = Received(
            sha256=outcome.sha256,
            file=outcome.file,
            size=size,
            mapping=outcome.mapping,
            records=account.records,
            taken=account.taken,
            known=account.known,
            problems=account.problems,
            blank=account.blank,
            entries=account.entries,
            set_aside=account.set_aside or None,
            withheld=account.withheld or None,
        )
        for _, sentence in facts.objections(self._at.date()):
            raise BadInput(f"{sentence} Nothing was taken in; please report this with the file's layout.")
        yield Entry(
            id=self._batch,
            case=self._case,
            subject=outcome.sha256,
            day=self._at.date(),
            facts=facts,
            source=Statement(self._by),
            recorded_at=self._at,
            recorded_by=self._by,
            batch=self._batch,
        )

    def entries(self) -> Iterator[Entry]:
        """Yield the entries of every record that is taken, in the file's order."""
        for number, sheet in enumerate(self._sheets, start=1):
            prefix = f"{self._batch}:" if sheet.name is None else f"{self._batch}:{number}."
            waiting: list[tuple[int, list[Draft]]] = []
            for item in sheet.rows:
                if isinstance(item, Problem):
                    self._problem(item)
                elif isinstance(item, Blank):
                    self._account.records += item.records
                    self._account.blank += item.records
                elif isinstance(item, SetAside):
                    self._account.records += 1
                    self._account.set_aside += 1
                    self._outcome.set_aside.append(item)
                else:
                    waiting.append(item)
                    if len(waiting) == AT_ONCE:
                        yield from self._take(waiting, prefix, sheet.name)
                        waiting = []
                        self._told(self._account.records)
            yield from self._take(waiting, prefix, sheet.name)
        self._told(self._account.records)

    def _problem(self, problem: Problem) -> None:
        self._account.records += problem.records
        self._account.problems += problem.records
        self._outcome.problems.append(problem)

    def _take(
        self, waiting: list[tuple[int, list[Draft]]], prefix: str, sheet: str | None
    ) -> Iterator[Entry]:
        held = self._held.find(d for _, drafts in waiting for d in drafts) if self._held else {}
        self._watch.prepare(d.facts for _, drafts in waiting for d in drafts)
        self._referrals.prepare(d for _, drafts in waiting for d in drafts)
        self._shared.prepare(d.facts for _, drafts in waiting for d in drafts)
        account, outcome = self._account, self._outcome
        for line, drafts in waiting:
            new, again = [], None
            for unnamed in drafts:
                draft = self._referrals.read(unnamed)
                if isinstance(draft, Refusal):
                    self._problem(draft.problem(line, sheet))
                    break
                kind = name_of(type(draft.facts))
                seen = self._seen.setdefault(kind, {})
                digest = (hash(to_bytes(draft.facts)) ^ hash(draft.day)) & _DIGEST
                before = seen.get(draft.subject)
                if before is not None and before >> _LINE_BITS == digest:
                    again = before & _LINE if draft.facts.supersedes else again
                    continue
                if before is not None and draft.facts.supersedes:
                    self._problem(_contradiction(line, sheet, before & _LINE))
                    break
                seen[draft.subject] = digest << _LINE_BITS | line
                there = held.get((kind, draft.subject), ())
                if any(alike(e.facts, draft.facts) and e.day == draft.day for e in there):
                    continue
                new.append((draft, self._held.replaced(there, draft) if self._held and there else None))
            else:
                if again is not None:
                    self._problem(_repetition(line, sheet, again))
                    continue
                if not new:
                    account.records += 1
                    account.known += 1
                    continue
                held_back = list[tuple[str, str]]()
                made = [self._made(*one, line, f"{prefix}{line}", sheet) for one in new]
                refused = next(filter(None, map(self._referrals.objection, made)), None)
                if refused is not None:
                    self._problem(refused.problem(line, sheet))
                    continue
                kept = [entry for entry in made if self._may_be_kept(entry, held_back)]
                for n, (rule, why) in enumerate(held_back):
                    self._account.withheld += 1
                    # A record of which nothing else is left is one problem.
                    self._problem(_held_back(rule, why, line, sheet, records=0 if kept or n else 1))
                if not kept:
                    continue
                account.records += 1
                account.taken += 1
                account.entries += len(kept)
                for entry in kept:
                    outcome.kinds[entry.kind] += 1
                    outcome.corrections += entry.corrects is not None
                    if len(outcome.sample) < SHOWN:
                        outcome.sample.append(entry)
                    yield entry

    def _made(self, draft: Draft, replaced: str | None, line: int, place: str, sheet: str | None) -> Entry:
        return Entry(
            id=self._id(place),
            case=self._case,
            subject=draft.subject,
            day=draft.day,
            facts=draft.facts,
            source=FileLine(self._outcome.sha256, line, sheet),
            recorded_at=self._at,
            recorded_by=self._by,
            batch=self._batch,
            corrects=replaced,
            because=None
            if replaced is None
            else f"A later export of {self._outcome.mapping} says otherwise.",
        )

    def _may_be_kept(self, entry: Entry, held_back: list[tuple[str, str]]) -> bool:
        """Return whether the ledger would take an entry, and what was shared rests on a basis; by which rule it is not
        so, and why, is put to what is held back.
        """
        refusal = self._watch.refusal(entry) or self._shared.refusal(entry)
        if refusal is not None:
            held_back.append(refusal)
            return False
        self._watch.hear(entry)
        self._referrals.hear(entry)
        self._shared.hear(entry)
        return True

    def _id(self, place: str) -> str:
        """Return the id of the next entry of a line: a record may give several, and a line of a text hold several."""
        self._nth = self._nth + 1 if place == self._place else 1
        self._place = place
        return place if self._nth == 1 else f"{place}/{self._nth}"


def _held_back(rule: str, why: str, line: int, sheet: str | None, *, records: int) -> Problem:
    rest = "" if records else "What else the record says was taken. "
    return Problem(
        line=line,
        sheet=sheet,
        rule=rule,
        what=why,
        do=f"{rest}Once it is recorded, take the same file in again: what is missing is added, and nothing twice.",
        records=records,
    )


def _repetition(line: int, sheet: str | None, first: int) -> Problem:
    return Problem(
        line=line,
        sheet=sheet,
        rule="repeated-record",
        what=f"The record stands word for word on line {first} and was taken from there.",
        do="Nothing, unless the system should not repeat it.",
    )


def _contradiction(line: int, sheet: str | None, first: int) -> Problem:
    return Problem(
        line=line,
        sheet=sheet,
        rule="contradicts-earlier-line",
        what=f"Line {first} of this file has the same reference and says otherwise; that line was taken.",
        do="Find out which is right, and correct the other at its source.",
    )
