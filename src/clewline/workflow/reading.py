"""Open a received file: find the mapping that fits, and read its rows to drafts, problems and blanks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from clewline import reference
from clewline.bulletin.claim import SetAside
from clewline.errors import BadInput
from clewline.formats.mapping import Layout, SystemMapping, read_mapping
from clewline.formats.releases import ReleaseReader
from clewline.formats.rows import Draft, RowReader
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Blank, Row, Table, unread
from clewline.formats.tables.text import marked_encoding
from clewline.formats.tables.workbook import read_workbook
from clewline.formats.values import Lists
from clewline.record import Problem

LARGEST = 1 << 30
"""Bytes of a record file that are read into memory; phone records, which are larger, do not come this way."""

Item = tuple[int, list[Draft]] | Problem | Blank | SetAside


@dataclass(frozen=True)
class Sheet:
    """The rows of one sheet, of a text file or of a bulletin, read.

    Each is a line with its drafts, a problem, blanks, or a number of a bulletin that states no result.
    """

    name: str | None
    rows: Iterable[Item]


@dataclass(frozen=True)
class Opened:
    """A file of which it is known how it is read."""

    mapping: str
    """Name of the mapping."""
    stated: bool
    """Whether it holds what was published."""
    sheets: Sequence[Sheet]
    text: str | None = None
    """A bulletin's text as it was read, which its quotes are characters of."""
    notes: tuple[str, ...] = ()
    """What was left out of a document, or read otherwise than it stands."""


@cache
def mappings() -> dict[str, SystemMapping]:
    """Return the mappings that come with Clewline, by name."""
    folder = resources.files("clewline.formats") / "mappings"
    texts = [f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".toml")]
    return {m.name: m for m in sorted(map(read_mapping, texts), key=lambda m: m.name)}


@cache
def lists() -> Lists:
    """Return the reference lists that names and codes must be in."""
    return Lists(reference.offences(), reference.drug_names(), reference.force_names())


def open_file(content: bytes, *, name: str, mapping: str | None, received_on: date) -> Opened:
    """Return the file's rows by the mapping named, or written out in `mapping`, or found to fit.

    :raises BadInput: the file cannot be read, or no mapping or several fit it.
    """
    if len(content) > LARGEST:
        raise BadInput(f"{name} is larger than {LARGEST >> 20} MiB; ask for it in parts.")
    candidates = [_named(mapping)] if mapping else list(mappings().values())
    found = _fitting(content, candidates)
    if not found:
        raise BadInput(_no_fit(content, name, candidates))
    if len(found) > 1:
        names = ", ".join(candidate.name for candidate, _ in found)
        raise BadInput(f"The mappings {names} fit {name} alike; say which with --mapping.")
    chosen, tables = found[0]
    sheets = [_sheet(table, chosen, received_on) for table in tables]
    return Opened(chosen.name, chosen.stated, sheets)


def fitting(content: bytes, mapping: str | None = None) -> list[tuple[SystemMapping, list[Table]]]:
    """Return the mappings that fit a file, or the beginning of a text, each with its tables.

    :raises BadInput: the workbook cannot be read, or there is no such mapping.
    """
    return _fitting(content, [_named(mapping)] if mapping else list(mappings().values()))


def fits(content: bytes, mapping: str) -> bool:
    """Return whether the file is a table in the layout of that mapping."""
    try:
        return bool(_fitting(content, [_named(mapping)]))
    except BadInput:
        return False


def open_tables(content: bytes, *, name: str, mapping: str | None) -> list[Table]:
    """Return the tables of a file that was received by a mapping of that name, to look at its lines again."""
    system = mappings().get(mapping or "")
    found = _fitting(content, [system]) if system is not None else []
    if found:
        return found[0][1]
    # A mapping of the user's own is not kept with the file; the lines are read without it.
    return read_workbook(content) if _is_workbook(content) else [read_delimited(content)]


def _named(mapping: str) -> SystemMapping:
    if "\n" in mapping:
        return read_mapping(mapping)
    known = mappings()
    if mapping not in known:
        raise BadInput(f"There is no mapping {mapping!r}; there are {', '.join(known)}, or name a file.")
    return known[mapping]


def _is_workbook(content: bytes) -> bool:
    return content[:4] == b"PK\x03\x04" or content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _fitting(content: bytes, candidates: Sequence[SystemMapping]) -> list[tuple[SystemMapping, list[Table]]]:
    """Return the mappings that fit at least one table of the file, with its tables."""
    if _is_workbook(content):
        # Opened once for all mappings: unpacking costs as much as reading.
        tables = read_workbook(content, expects=lambda header: any(m.layout_for(header) for m in candidates))
        return [(m, tables) for m in candidates if any(m.layout_for(t.header) for t in tables)]
    texts = [(m, _text(content, m)) for m in candidates]
    return [(m, [table]) for m, table in texts if table is not None]


def _text(content: bytes, mapping: SystemMapping) -> Table | None:
    """Return the table of a text file, if the mapping fits it."""

    def expects(header: tuple[str, ...]) -> bool:
        return mapping.layout_for(header) is not None

    try:
        # A file that says its own encoding was exported anew since the mapping was written, and is right.
        encoding = marked_encoding(content) or mapping.encoding
        table = read_delimited(content, delimiter=mapping.delimiter, encoding=encoding, expects=expects)
    except BadInput:
        return None
    return table if expects(table.header) else None


def _sheet(table: Table, mapping: SystemMapping, received_on: date) -> Sheet:
    layout = mapping.layout_for(table.header)
    return Sheet(table.sheet, _items(table, mapping, layout, received_on))


def _items(table: Table, mapping: SystemMapping, layout: Layout | None, received_on: date) -> Iterator[Item]:
    yield from table.notices
    if layout is None:
        yield from unread(
            table,
            what=f"No layout of the mapping {mapping.name!r} has the columns of this sheet.",
            do="Add a layout for it to the mapping, or leave the sheet out of the export.",
        )
        return
    reader: RowReader | ReleaseReader
    if mapping.stated:
        reader = ReleaseReader(mapping, table.header, lists=lists(), sheet=table.sheet)
    else:
        reader = RowReader(
            mapping, layout, table.header, lists=lists(), received_on=received_on, sheet=table.sheet
        )
    if reader.unread:
        yield Problem(
            line=table.header_line,
            sheet=table.sheet,
            rule="columns-not-read",
            what=f"The mapping does not read {len(reader.unread)} of the columns: {', '.join(reader.unread)}.",
            do="Nothing, unless one of them is needed: then add it to the mapping.",
            records=0,
        )
    read = reader.read
    for item in table.items:
        if isinstance(item, Row):
            got = read(item.line, item.cells)
            yield got if isinstance(got, Problem) else (item.line, got)
        else:
            yield item


def _no_fit(content: bytes, name: str, candidates: Sequence[SystemMapping]) -> str:
    """Say why no mapping fits: the file's own fault where it has one, else what the nearest layout lacks."""
    if _is_workbook(content):
        headers = [set(t.header) for t in read_workbook(content)]
    else:
        # A file that cannot be read at all says so itself here.
        headers = [
            set(read_delimited(content, delimiter=c.delimiter, encoding=c.encoding).header)
            for c in candidates[:1]
        ]
    layouts = [(c, layout) for c in candidates for layout in c.layouts]
    near = [
        (len(layout.columns & header) / max(1, len(layout.columns)), c.name, layout, header)
        for c, layout in layouts
        for header in headers
    ]
    share, system, layout, header = max(near, key=lambda n: n[0], default=(0, "", None, set()))
    if layout is not None and share >= 0.5:
        missing = ", ".join(sorted(layout.columns - header))
        nearest = f"Nearest is {system}'s {layout.name!r}, but these columns are missing: {missing}."
        return f"No mapping fits {name}. {nearest}"
    known = ", ".join(c.name for c in candidates)
    how = "Write one (docs/how-to/take-in-a-system.md) and name it with --mapping."
    return f"No mapping fits {name} (tried {known}). {how}"
