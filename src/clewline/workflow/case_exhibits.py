"""What a case holds as evidence, of which files it came, and under which authorities: as someone may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clewline.record import Entry
from clewline.record.kinds.authority import Authority
from clewline.record.kinds.exhibit import Exhibit
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.record.kinds.received import Received
from clewline.store import ledger, visible
from clewline.store.accounts.people import Person

KINDS = ("authority", "exhibit", "custody_move", "phone_records", "received", "batch_reversed")


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that was received, and what became of each of its records."""

    receipt: Entry
    facts: Received | PhoneRecords
    undone: Entry | None
    """By whom, when and why it was undone, if it was."""

    @property
    def out_of_scope(self) -> int:
        """Records that the authority does not cover."""
        return self.facts.out_of_scope if isinstance(self.facts, PhoneRecords) else 0

    @property
    def set_aside(self) -> int:
        """Numbers of a bulletin that state no result."""
        return (self.facts.set_aside or 0) if isinstance(self.facts, Received) else 0

    @property
    def gives(self) -> int:
        """Entries, or rows of phone records, that it gave."""
        return self.facts.entries if isinstance(self.facts, Received) else self.facts.events

    @property
    def mapping(self) -> str:
        """Mapping or layout that read it."""
        return self.facts.mapping if isinstance(self.facts, Received) else self.facts.layout

    @property
    def of_phones(self) -> PhoneRecords | None:
        """Its receipt as phone records, if it holds such."""
        return self.facts if isinstance(self.facts, PhoneRecords) else None


@dataclass(frozen=True, kw_only=True)
class Held:
    """An exhibit, where it went, and the files that were taken in as it."""

    entry: Entry
    facts: Exhibit
    moves: tuple[Entry, ...]
    files: tuple[File, ...]

    @property
    def authorities(self) -> tuple[str, ...]:
        """References of the authorities under which it was taken in."""
        return tuple(dict.fromkeys(f.of_phones.authority for f in self.files if f.of_phones))


@dataclass(frozen=True, kw_only=True)
class Standing:
    """An authority as it stands, and the files that were taken in under it."""

    entry: Entry
    facts: Authority
    files: tuple[File, ...]

    def lapsed(self, today: date) -> bool:
        """Return whether nothing more may be taken in under it."""
        return self.facts.expires is not None and today > self.facts.expires


@dataclass(frozen=True, kw_only=True)
class CaseExhibits:
    """Exhibits, authorities and files of a case."""

    exhibits: Sequence[Held]
    authorities: Sequence[Standing]
    files: Sequence[File]
    """The latest first."""

    def exhibit(self, reference: str) -> Held | None:
        """Return the exhibit of that reference."""
        return next((one for one in self.exhibits if one.facts.reference == reference), None)

    def file(self, batch: str) -> File | None:
        """Return the file that is that batch."""
        return next((one for one in self.files if one.receipt.id == batch), None)

    def authority(self, reference: str) -> Standing | None:
        """Return the authority of that reference."""
        return next((one for one in self.authorities if one.facts.reference == reference), None)


def exhibits_of(person: Person, today: date, case: str) -> CaseExhibits:
    """Return the exhibits, authorities and files of a case that someone may see, each in its order."""
    found: dict[str, list[Entry]] = {kind: [] for kind in KINDS}
    there = [kind for kind in KINDS if kind in visible.kinds_in(person, today, case)]
    if there:
        for _, entry in ledger.numbered(visible.numbers(person, today, case, there)):
            found[entry.kind].append(entry)
    undone = {entry.subject: entry for entry in found["batch_reversed"]}
    files = [
        File(receipt=one, facts=one.facts, undone=undone.get(one.id))
        for one in sorted(found["received"] + found["phone_records"], key=lambda e: e.recorded_at)
        if isinstance(one.facts, Received | PhoneRecords)
    ]
    of_phones = [(one, one.of_phones) for one in files if one.of_phones is not None]
    replaced = {one.corrects for one in found["authority"]}
    return CaseExhibits(
        exhibits=[
            Held(
                entry=one,
                facts=one.facts,
                moves=tuple(move for move in found["custody_move"] if move.subject == one.subject),
                files=tuple(file for file, facts in of_phones if facts.exhibit == one.subject),
            )
            for one in found["exhibit"]
            if isinstance(one.facts, Exhibit)
        ],
        authorities=[
            Standing(
                entry=one,
                facts=one.facts,
                files=tuple(file for file, facts in of_phones if facts.authority == one.subject),
            )
            for one in found["authority"]
            if isinstance(one.facts, Authority) and one.id not in replaced
        ],
        files=files[::-1],
    )
