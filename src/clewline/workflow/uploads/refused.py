"""The records of a received file that were refused, each with its reason: to be sent back and mended at their source.

What was refused is told by line, rule and reason. The words of the row stand beside it only where the file is kept and
is of a record system: a record of a phone that could not be read was never held against its authority.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import msgspec
from django.conf import settings

from clewline.errors import ClewlineError, NotFound
from clewline.formats.tables.table import Row
from clewline.record import Entry, Problem
from clewline.record.kinds.phone_records import PhoneRecords
from clewline.record.kinds.received import Received
from clewline.store import files
from clewline.store.upload import Trouble
from clewline.workflow.reading import mappings, open_file, open_tables
from clewline.workflow.taking import Batch, Outcome


@dataclass(frozen=True, kw_only=True)
class RefusedRow:
    """One problem of a file, and the cells of its record where they may be told."""

    trouble: Trouble
    header: tuple[str, ...]
    cells: tuple[str, ...]


def keep(batch: str, troubles: Iterable[Trouble]) -> None:
    """Keep what was refused of a batch, and why; no value of any record is in it."""
    place = _place(batch)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(msgspec.json.encode(list(troubles)))


def rows(receipt: Entry) -> list[RefusedRow]:
    """Return what was refused of a received file.

    :raises NotFound: what was refused was not kept, and the file cannot be read again.
    """
    troubles = _troubles(receipt)
    if not isinstance(receipt.facts, Received):
        return [RefusedRow(trouble=one, header=(), cells=()) for one in troubles]
    found = _cells(receipt.facts, {(one.sheet, one.line) for one in troubles})
    none: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    return [
        RefusedRow(trouble=one, header=header, cells=cells)
        for one in troubles
        for header, cells in (found.get((one.sheet, one.line), none),)
    ]


def _troubles(receipt: Entry) -> list[Trouble]:
    try:
        return msgspec.json.decode(_place(receipt.id).read_bytes(), type=list[Trouble])
    except FileNotFoundError:
        return _again(receipt)


def _again(receipt: Entry) -> list[Trouble]:
    """Read a file that the command line took in a second time, by the mapping that it was read by."""
    facts = receipt.facts
    if not isinstance(facts, Received | PhoneRecords) or not facts.problems:
        return []
    if not isinstance(facts, Received) or facts.mapping not in mappings():
        raise NotFound("Which records were refused was told when the file was taken in, and not kept.")
    content = files.kept(facts.sha256)
    opened = open_file(content, name=facts.file, mapping=facts.mapping, received_on=receipt.day)
    outcome = Outcome(file=facts.file, sha256=facts.sha256, mapping=facts.mapping)
    # Of no case, so that nothing is looked up in the record: what a file repeats or contradicts is in itself.
    batch = Batch(
        outcome,
        opened.sheets,
        case="",
        batch=receipt.id,
        by="",
        at=receipt.recorded_at,
        told=lambda records: None,
    )
    for _ in batch.entries():
        pass
    return [trouble_of(one) for one in outcome.problems]


def trouble_of(problem: Problem) -> Trouble:
    """Return a problem as it is kept."""
    return Trouble(**{name: getattr(problem, name) for name in Trouble.__struct_fields__})


def _cells(
    facts: Received, wanted: set[tuple[str | None, int]]
) -> dict[tuple[str | None, int], tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return header and cells of the wanted lines of a file that is kept; no table has the others."""
    try:
        tables = open_tables(files.kept(facts.sha256), name=facts.file, mapping=facts.mapping)
    except ClewlineError:
        return {}
    return {
        (table.sheet, item.line): (table.header, tuple(cell or "" for cell in item.cells))
        for table in tables
        for item in table.items
        if isinstance(item, Row) and (table.sheet, item.line) in wanted
    }


def _place(batch: str) -> Path:
    home: Path = settings.HOME
    if not batch.isalnum():
        raise NotFound("There is no such page.")
    return home / "refused" / f"{batch}.json"
