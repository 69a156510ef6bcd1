"""What becomes of notices of contacts in school hours when a file behind them is undone: none outlives its grounds.

One that rests on the file alone is withdrawn with it. One behind which other rows stand is said again, of these rows
alone, and says that some were withdrawn: how many days are left, only the records tell, and nobody asks them here.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from clewline.case import known
from clewline.case.lines import ENDING
from clewline.record import Entry
from clewline.record.kinds.contacts_noticed import ContactsNoticed
from clewline.record.kinds.correction import Correction
from clewline.store import ledger
from clewline.workflow.stated import stated


@dataclass(frozen=True, kw_only=True)
class Resting:
    """A notice that rests on a batch, in part or as a whole."""

    entry: Entry
    facts: ContactsNoticed
    rows: tuple[str, ...]
    """Rows behind it that the batch does not hold."""
    said_in: tuple[str, ...]
    """Entries by which the number is theirs that it does not hold."""

    @property
    def stands(self) -> bool:
        """Whether anything of each is left."""
        return bool(self.rows and self.said_in)


def resting_on(case: str, batch: str) -> list[Resting]:
    """Return the notices of a case that stand and rest on a batch."""
    noticed = [
        (one, one.facts)
        for one in known.standing(ledger.of_kinds(case, "contacts_noticed", *ENDING))
        if isinstance(one.facts, ContactsNoticed)
    ]
    said = ledger.find({each for _, facts in noticed for each in facts.said_in})
    found = [
        Resting(
            entry=one,
            facts=facts,
            rows=tuple(row for row in facts.rows if not row.startswith(f"{batch}:")),
            said_in=tuple(each for each in facts.said_in if each in said and said[each].batch != batch),
        )
        for one, facts in noticed
    ]
    return [one for one in found if (one.rows, one.said_in) != (one.facts.rows, one.facts.said_in)]


def undone(some: list[Resting], batch: str, *, by: str, because: str, at: datetime) -> Iterator[Entry]:
    """Yield the entries by which notices are withdrawn, or said again of what is left, when a batch is undone."""
    why = f"The batch {batch} behind it was undone: {because}"
    for one in some:
        if one.stands:
            lost = len(one.facts.rows) - len(one.rows) + (one.facts.rows_withdrawn or 0)
            yield stated(
                replace(one.facts, rows=one.rows, said_in=one.said_in, rows_withdrawn=lost or None),
                case=one.entry.case,
                subject=one.entry.subject,
                day=one.entry.day,
                by=by,
                at=at,
                corrects=one.entry.id,
                because=why,
            )
            continue
        for version in _versions(one.entry):
            yield stated(
                Correction(withdraws=version),
                case=one.entry.case,
                subject=one.entry.subject,
                by=by,
                at=at,
                because=why,
            )


def _versions(entry: Entry) -> Iterator[str]:
    """Yield the ids of an entry and of those that it corrected: without it, these would stand again."""
    yield entry.id
    if entry.corrects is not None:
        yield from _versions(ledger.find([entry.corrects])[entry.corrects])


def words(withdrawn: int, kept: int) -> str:
    """Return in sentences what became of notices; nothing where none rested on the batch."""
    some = []
    if withdrawn:
        was = "notice" if withdrawn == 1 else "notices"
        some.append(f"{withdrawn:,} {was} of contacts in school hours withdrawn with it.")
    if kept:
        one, say = ("notice of such contacts", "says") if kept == 1 else ("notices of such contacts", "say")
        some.append(
            f"{kept:,} {one} stand{'s' if kept == 1 else ''} on other rows, and {say} that some were withdrawn."
        )
    return " ".join(some)
