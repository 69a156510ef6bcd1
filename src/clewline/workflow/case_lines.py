"""What a case has about its lines: those recorded, as far as someone may see them, and the identifiers with records."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from clewline.case.lines import ENDING, OF_LINES, Lines, RecordedLine, identifier_of, recorded
from clewline.errors import NotFound
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.store import ledger, visible
from clewline.store.accounts.people import Person
from clewline.workflow.phones import opened


@dataclass(frozen=True, kw_only=True)
class Held:
    """An identifier whose phone records the case holds, and where they came from."""

    identifier: str
    authorities: tuple[str, ...]
    exhibits: tuple[str, ...]
    first: date | None
    """First day (UTC) of the files that hold rows of it."""
    last: date | None


@dataclass(frozen=True, kw_only=True)
class About:
    """What a case has about one line, which is asked for by its id in the record or by an identifier."""

    subject: str
    recorded: tuple[RecordedLine, ...]
    """The line itself, or the lines that used the number."""
    with_records: tuple[str, ...]
    """Its identifiers with phone records: what the records are asked about."""

    @property
    def by_id(self) -> bool:
        """Whether it was asked for by its id in the record."""
        return bool(self.recorded) and self.recorded[0].id == self.subject


def lines_of(person: Person, today: date, case: str) -> Lines:
    """Return the lines of a case that were recorded, from the entries that someone may see."""
    numbers = visible.numbers(person, today, case, (*OF_LINES, *ENDING))
    return _recorded(numbers, ledger.hash_of(max(numbers)) if numbers else None)


@lru_cache(maxsize=2)
def _recorded(numbers: tuple[int, ...], last: bytes | None) -> Lines:
    """Read the entries once for each set of them; a disposal is one more, so what it destroyed is read no more.

    `last` is the hash of the last of them: the numbers alone would be those of another record too.
    """
    return recorded(entry for _, entry in ledger.numbered(numbers))


def held(case: str) -> tuple[Held, ...]:
    """Return the identifiers with phone records in the case, in order."""
    by_identifier: dict[str, list[PhoneRecords]] = {}
    for entry in opened.received(case):
        if isinstance(entry.facts, PhoneRecords) and entry.facts.rows_sha256 is not None:
            for identifier in entry.facts.identifiers:
                by_identifier.setdefault(identifier, []).append(entry.facts)
    return tuple(_held(identifier, by_identifier[identifier]) for identifier in sorted(by_identifier))


def _held(identifier: str, receipts: Sequence[PhoneRecords]) -> Held:
    return Held(
        identifier=identifier,
        authorities=tuple(dict.fromkeys(r.authority for r in receipts)),
        exhibits=tuple(dict.fromkeys(r.exhibit for r in receipts)),
        first=min((r.first_day for r in receipts if r.first_day is not None), default=None),
        last=max((r.last_day for r in receipts if r.last_day is not None), default=None),
    )


def about(person: Person, today: date, case: str, subject: str) -> About:
    """Return what the case has about a line.

    :raises NotFound: nothing that someone may see.
    """
    lines = lines_of(person, today, case)
    there = {one.identifier for one in held(case)}
    if (line := lines.by_id.get(subject)) is not None:
        used = dict.fromkeys(one.identifier for one in line.numbers)
        with_records = tuple(one for one in used if one is not None and one in there)
        return About(subject=subject, recorded=(line,), with_records=with_records)
    identifier = identifier_of(subject)
    if identifier is not None:
        with_number = lines.with_number(identifier)
        if with_number or identifier in there:
            asked = (identifier,) if identifier in there else ()
            return About(subject=identifier, recorded=with_number, with_records=asked)
    raise NotFound("There is no such page.")
