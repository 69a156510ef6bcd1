"""Bulletins as the record keeps them: drafts, releases, corrections, and the files that they name."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from clewline.bulletin.released import frozen as freezing
from clewline.bulletin.released import public as publicity
from clewline.bulletin.released.frozen import Frozen, FrozenNumber
from clewline.bulletin.released.public import Public
from clewline.errors import ChainBroken, NotFound
from clewline.record import Entry, Facts, Statement
from clewline.record.kinds.bulletin_corrected import BulletinCorrected
from clewline.record.kinds.bulletin_number import BulletinNumber
from clewline.record.kinds.bulletin_released import BulletinReleased
from clewline.record.kinds.bulletin_written import BulletinWritten
from clewline.store import files, ledger
from clewline.workflow.mixing import MADE_UP

CASE = "bulletins"
"""Case that bulletins of real records belong to; those of made-up ones belong to another."""
CASES = (CASE, MADE_UP + CASE)


@dataclass(frozen=True, kw_only=True)
class Kept:
    """One bulletin of the record."""

    entry: Entry
    """Its draft."""
    written: BulletinWritten
    released: Entry | None

    @property
    def id(self) -> str:
        """Return the bulletin's id."""
        return self.entry.id

    @property
    def made_up(self) -> bool:
        """Return whether it tells of a made-up force."""
        return self.entry.case.startswith(MADE_UP)

    @property
    def as_of(self) -> datetime:
        """Return its instant of knowledge."""
        return datetime.fromisoformat(self.written.as_of)

    @property
    def released_on(self) -> date | None:
        """Return the day on which it was released; none while it waits."""
        return None if self.released is None else self.released.day

    def frozen(self) -> Frozen:
        """Return its numbers with their rows.

        :raises NotFound: the file is not kept here.
        :raises ChainBroken: the file is not the one that was kept.
        """
        return freezing.from_bytes(files.kept(self.written.rows_sha256))

    def text(self) -> str:
        """Return its text.

        :raises NotFound: the file is not kept here.
        :raises ChainBroken: the file is not the one that was kept.
        """
        return files.kept(self.written.text_sha256).decode()


def find(bulletin: str) -> Kept:
    """Return the bulletin of that id.

    :raises NotFound: there is none; the sentence names the drafts that wait.
    """
    entry = ledger.find([bulletin]).get(bulletin)
    if entry is None or not isinstance(entry.facts, BulletinWritten):
        waiting = [kept.id for kept in every() if kept.released is None]
        hint = f"these drafts wait: {', '.join(waiting)}." if waiting else "no draft waits."
        raise NotFound(f"There is no bulletin {bulletin}; {hint}")
    released = next((e for e in _of(entry.case, "bulletin_released") if e.subject == bulletin), None)
    return Kept(entry=entry, written=entry.facts, released=released)


def every() -> list[Kept]:
    """Return every draft and every release, in the order in which they were drafted."""
    found = []
    for case in CASES:
        released = {e.subject: e for e in _of(case, "bulletin_released")}
        for entry in _of(case, "bulletin_written"):
            if isinstance(entry.facts, BulletinWritten):
                found.append(Kept(entry=entry, written=entry.facts, released=released.get(entry.id)))
    return found


def numbers(kept: Kept) -> list[tuple[Entry, BulletinNumber]]:
    """Return the numbers that a bulletin tells, in the order of its words."""
    told = ledger.about(kept.entry.case, [kept.id])
    return [(e, e.facts) for e in told if isinstance(e.facts, BulletinNumber)]


def number_of(kept: Kept, number: str) -> FrozenNumber:
    """Return the frozen rows of a number that a bulletin tells, by the number's id.

    :raises ChainBroken: the frozen rows do not hold it.
    """
    facts = next(facts for entry, facts in numbers(kept) if entry.id == number)
    return frozen_for(facts, kept.frozen())


def frozen_for(facts: BulletinNumber, frozen: Frozen) -> FrozenNumber:
    """Return the frozen rows of a number told.

    :raises ChainBroken: they are not there.
    """
    for one in frozen.numbers:
        listed = tuple(f"{name}={value}" for name, value in sorted(one.qualifiers.items()))
        if (one.selected.figure, one.selected.definition, listed, one.selected.start, one.selected.end) == (
            facts.figure,
            facts.definition,
            facts.counted,
            facts.period_start,
            facts.period_end,
        ):
            return one
    raise ChainBroken(f"The frozen rows of bulletin {facts.bulletin} have none for {facts.figure}.")


def corrections(of: Iterable[Kept]) -> list[tuple[Entry, BulletinCorrected]]:
    """Return the corrections of bulletins, in the order in which they were recorded."""
    ids = {one.id for one in of}
    return [
        (e, e.facts)
        for case in CASES
        for e in _of(case, "bulletin_corrected")
        if isinstance(e.facts, BulletinCorrected) and e.subject in ids
    ]


def releases() -> list[Entry]:
    """Return the releases of the record, in the order in which they were made."""
    return [e for case in CASES for e in _of(case, "bulletin_released")]


def public(made: Sequence[Entry]) -> Public:
    """Return what a reader of all those releases can compute with."""
    found = Public()
    for entry in made:
        if isinstance(entry.facts, BulletinReleased):
            content = files.kept(entry.facts.public_sha256)
            try:
                found = found.followed_by(publicity.from_json(json.loads(content)))
            except (ValueError, KeyError, TypeError, IndexError) as wrong:
                raise ChainBroken(f"What release {entry.subject} made public cannot be read.") from wrong
    return found


def shown() -> Public:
    """Return what a reader of all drafts that wait can compute with; drafts of older versions do not say it.

    :raises NotFound: a draft's rows are not kept here.
    """
    found = Public()
    for one in every():
        if one.released is None and (said := one.frozen().shown):
            found = found.followed_by(publicity.from_json(said))
    return found


def case_of(cases: Iterable[str]) -> str:
    """Return the case that a bulletin counted from those cases belongs to: made-up and real are kept apart."""
    return MADE_UP + CASE if any(case.startswith(MADE_UP) for case in cases) else CASE


def entry_of(facts: Facts, *, id: str, case: str, subject: str, by: str, account: str, at: datetime) -> Entry:
    """Return an entry that a person stated."""
    return Entry(
        id=id,
        case=case,
        subject=subject,
        day=at.date(),
        facts=facts,
        source=Statement(by),
        recorded_at=at,
        recorded_by=account,
    )


def in_utc(at: datetime) -> str:
    """Return an instant as the record writes it."""
    return at.astimezone(UTC).isoformat()


def _of(case: str, kind: str) -> Iterable[Entry]:
    return ledger.of_kinds(case, kind)
