"""Open a file of phone records: tell its format, and give its records in order."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

from clewline.analysis.phones.cut import Head
from clewline.analysis.phones.read import can
from clewline.errors import BadInput
from clewline.formats.phones.cellebrite_report import is_cellebrite_report, read_cellebrite_report
from clewline.formats.phones.etsi_102657 import is_etsi_102657, read_etsi_102657
from clewline.formats.phones.layout import PhoneLayout, is_layout, read_layout
from clewline.formats.phones.table import (
    PhoneSheet,
    head_of,
    is_workbook,
    layout_of,
    read_sheets,
    read_text,
)
from clewline.formats.phones.xml_records import XmlRecords
from clewline.formats.tables.text import CHUNK, marked_encoding

AT_ONCE = 4 << 20
"""Bytes read at a time."""
LARGEST_WORKBOOK = 1 << 30
UNDER_AUTHORITY = "It holds phone records, which are taken in under an authority; name it"
"""What is said of phone records that come without one; the command line adds by which option."""


@dataclass(frozen=True)
class LargeText:
    """A text file whose layout can be read by columns."""

    layout: PhoneLayout
    head: Head
    number: str | None


@dataclass(frozen=True)
class OpenedPhones:
    """A file of which it is known how it is read."""

    layout: str
    """Name of the layout or format."""
    sheets: Sequence[PhoneSheet]
    handset: bool = False
    large: "LargeText | None" = None
    """How the same file is read by columns, where its layout allows that."""
    """Whether it is the report of a handset's examination, which no operator holds."""


@dataclass(frozen=True)
class XmlFormat:
    """A format that says itself what it is."""

    name: str
    fits: Callable[[bytes], bool]
    read: Callable[[Path, str | None], XmlRecords]
    handset: bool = False

    def opened(self, path: Path, number: str | None) -> "OpenedPhones":
        """Return the file's records."""
        return OpenedPhones(
            self.name, [PhoneSheet(None, self.read(path, number).items)], handset=self.handset
        )


XML_FORMATS = (
    XmlFormat("etsi_102657", is_etsi_102657, lambda path, number: read_etsi_102657(chunks(path))),
    XmlFormat(
        "cellebrite_report",
        is_cellebrite_report,
        lambda path, number: read_cellebrite_report(chunks(path), number=number),
        handset=True,
    ),
)
"""The formats in XML, which need no layout."""


@cache
def layouts() -> dict[str, PhoneLayout]:
    """Return the layouts that come with Clewline, by name."""
    folder = resources.files("clewline.formats.phones") / "layouts"
    texts = [f.read_text(encoding="utf-8") for f in folder.iterdir() if f.name.endswith(".toml")]
    return {one.name: one for one in sorted(map(read_layout, texts), key=lambda one: one.name)}


def open_phones(path: Path, *, mapping: str | None, number: str | None) -> OpenedPhones | None:
    """Return the file's records by the layout named, written out in `mapping`, or found to fit; none where none fits.

    `number` is the phone that the records are about where the file does not say.

    :raises BadInput: the file cannot be read, or two layouts fit it alike.
    """
    head = beginning(path)
    for xml in XML_FORMATS:
        if xml.fits(head) and mapping in (None, xml.name):
            return xml.opened(path, number)
    candidates = candidate_layouts(mapping)
    if is_workbook(head):
        if path.stat().st_size > LARGEST_WORKBOOK:
            raise BadInput(f"{path.name} is larger than {LARGEST_WORKBOOK >> 20} MiB; ask for CSV.")
        read = read_sheets(path.read_bytes(), candidates, number=number)
        return None if read is None else OpenedPhones(read[0].name, read[1])
    layout = layout_of(head, candidates)
    if layout is None and mapping is not None:
        # Named and not fitting: reading says what is wrong.
        layout = candidates[0]
    if layout is None:
        return None
    sheet = read_text(chunks(path), layout, number=number)
    return OpenedPhones(layout.name, [sheet], large=_large(head, layout, number))


def beginning(path: Path) -> bytes:
    """Return the first bytes of a file."""
    with path.open("rb") as file:
        return file.read(CHUNK)


def _large(head: bytes, layout: PhoneLayout, number: str | None) -> LargeText | None:
    """Return how the file is read by columns, if it can be."""
    if not can(layout) or (marked_encoding(head) or layout.encoding or "utf-8") != "utf-8":
        return None
    found = head_of(head, layout)
    return None if found is None else LargeText(layout, Head(*found), number)


def recognised(path: Path) -> bool:
    """Return whether one of Clewline's layouts fits the file, as far as its beginning tells."""
    head = beginning(path)
    if any(xml.fits(head) for xml in XML_FORMATS):
        return True
    try:
        if is_workbook(head):
            return (
                path.stat().st_size <= LARGEST_WORKBOOK
                and read_sheets(path.read_bytes(), list(layouts().values()), number="?") is not None
            )
        return layout_of(head, list(layouts().values())) is not None
    except BadInput:
        return False


def holds_phone_records(path: Path, mapping: str | None) -> bool:
    """Return whether a layout of phone records reads the file, or the mapping named is such a layout."""
    if mapping is not None:
        return mapping in layouts() or ("\n" in mapping and is_layout(mapping))
    return recognised(path)


def candidate_layouts(mapping: str | None) -> list[PhoneLayout]:
    """Return the layouts to try: the one named or written out, or all.

    :raises BadInput: there is none of that name.
    """
    if mapping is None:
        return list(layouts().values())
    if "\n" in mapping:
        return [read_layout(mapping)] if is_layout(mapping) else []
    return [layouts()[mapping]] if mapping in layouts() else []


def chunks(path: Path) -> Iterator[bytes]:
    """Yield the bytes of a file, some at a time."""
    with path.open("rb") as file:
        while chunk := file.read(AT_ONCE):
            yield chunk
