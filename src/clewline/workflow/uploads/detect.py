"""Tell what a file is by its content alone: what it is called and what its sender's machine says of it tell nothing."""

from pathlib import Path

from clewline.errors import BadInput
from clewline.formats.documents.recognise import looks_like_page, recognised
from clewline.formats.mapping import SystemMapping
from clewline.formats.phones.layout import PhoneLayout
from clewline.formats.phones.table import is_workbook, layout_of, read_sheets
from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Table
from clewline.formats.tables.workbook import read_workbook
from clewline.store.upload import Detected
from clewline.workflow import reading
from clewline.workflow.phones.reading import LARGEST_WORKBOOK, XML_FORMATS, beginning, layouts

MOST_NAMES = 4
"""Columns named in a sentence."""


def detect(path: Path) -> Detected:
    """Return what a file is, and by what it was told."""
    try:
        return _detect(path)
    except BadInput as wrong:
        return Detected(sort="unreadable", why=str(wrong))


def _detect(path: Path) -> Detected:
    head = beginning(path)
    if not head:
        raise BadInput("The file is empty.")
    for xml in XML_FORMATS:
        if xml.fits(head):
            return Detected(sort="phones", name=xml.name, why=f"It says itself that it is {xml.name}.")
    if is_workbook(head):
        if path.stat().st_size > LARGEST_WORKBOOK:
            raise BadInput(f"It is larger than {LARGEST_WORKBOOK >> 20} MiB; ask for CSV.")
        return _workbook(path.read_bytes())
    if recognised(head) is not None or looks_like_page(head, ""):
        raise BadInput(
            "It is a document and no table: a bulletin is read and checked, and not taken in here."
        )
    return _text(head[: head.rfind(b"\n") + 1] or head)


def _workbook(content: bytes) -> Detected:
    found = read_sheets(content, list(layouts().values()), number="?")
    if found is not None:
        return _phones(found[0])
    fitting = reading.fitting(content)
    if fitting:
        return _records(fitting)
    tables = read_workbook(content)
    return _unknown(tables[0].header if tables else ())


def _text(head: bytes) -> Detected:
    layout = layout_of(head, list(layouts().values()))
    if layout is not None:
        return _phones(layout)
    fitting = reading.fitting(head)
    return _records(fitting) if fitting else _unknown(read_delimited(head).header)


def _phones(layout: PhoneLayout) -> Detected:
    why = f"Its header has {_named(sorted(layout.needed()))}, which the layout of phone records {layout.title!r} reads."
    return Detected(sort="phones", name=layout.name, title=layout.title, why=why)


def _records(fitting: list[tuple[SystemMapping, list[Table]]]) -> Detected:
    if len(fitting) > 1:
        names = tuple(mapping.name for mapping, _ in fitting)
        why = f"The mappings {', '.join(names)} fit it alike; choose one."
        return Detected(sort="records", why=why, names=names)
    mapping, tables = fitting[0]
    told = [
        (f"Its sheet {table.sheet} has " if table.sheet else "Its header has ")
        + f"{_named(sorted(layout.columns))}, which {mapping.title!r} has in {layout.name!r}."
        for table in tables
        if (layout := mapping.layout_for(table.header)) is not None
    ]
    return Detected(sort="records", name=mapping.name, title=mapping.title, why=" ".join(told))


def _unknown(header: tuple[str, ...]) -> Detected:
    why = (
        f"It is a table with {_named(list(header))}, which no mapping of a record system and no layout of phone "
        "records reads."
    )
    return Detected(sort="table", why=why, header=header)


def _named(columns: list[str]) -> str:
    """Return columns in words: the first by their names, the rest counted."""
    shown = ", ".join(repr(name) for name in columns[:MOST_NAMES])
    rest = len(columns) - MOST_NAMES
    return f"the columns {shown}" + (f" and {rest} more" if rest > 0 else "")
