"""The parts of an .xlsx file: unpacked within limits, free of entities, and found by their relationships.

Sizes that the file declares are never trusted: each part is unpacked once, in pieces that are thrown away, before
anything in it is read.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.parsers import expat

from clewline.errors import BadInput

CHUNK = 1 << 18

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_ENCODING = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")

Attributes = dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What a workbook may unpack to. Rows are streamed, so these bound time, and memory by the shared texts."""

    unpacked: int = 2 << 30
    """Bytes of all parts. Two million rows of 15 cells are 1.0 to 1.4 billion; Excel's own limit is by sheet."""
    times: int = 200
    """How many times its packed size a part (and the whole file) may unpack to, once it is over `small`.

    Each cell that a spreadsheet program writes carries its own address, so that an export of rows all alike unpacks
    14 times; one without addresses, of which 14 columns are alike, 130 times (both measured). Only rows without
    anything of their own reach 300; the format's maximum is 1,032.
    """
    small: int = 10 << 20
    """Bytes that any part may unpack to, whatever its packed size: they are read in a fraction of a second."""
    texts: int = 5_000_000
    """Different texts of all sheets: these are held in memory, at about 65 bytes each."""
    texts_size: int = 256 << 20
    """Bytes of the part that holds them."""
    parts: int = 10_000
    """Parts of the file; a workbook has a dozen and one for each sheet and picture."""


class Parts:
    """The parts of one workbook, each checked."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        """Unpack every part once.

        :raises BadInput: the content is no .xlsx file, is damaged or protected, or goes over the limits.
        """
        self._limits = limits
        self._archive = _archive(content, limits)
        self._names = {info.filename: info for info in self._archive.infolist()}
        if len(self._names) < len(self._archive.infolist()):
            raise BadInput("The workbook has two parts of one name; open it and save it again.")
        self._packed = len(content)
        total = 0
        for name, info in self._names.items():
            total += self._survey(name, info, total)

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the unpacked bytes of a part.

        :raises BadInput: there is no such part, or it is damaged.
        """
        if name not in self._names or _is_picture(name):
            raise BadInput(f"The workbook lacks its part {name}; open it and save it again.")
        try:
            with self._archive.open(name) as part:
                yield from iter(partial(part.read, CHUNK), b"")
        except (
            ValueError,  # a position before the file, from a damaged directory
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as fault:
            raise BadInput("The workbook is damaged or incomplete; have it sent again.") from fault

    def parse(
        self,
        name: str,
        *,
        start: Callable[[str, Attributes], None],
        end: Callable[[str], None] | None = None,
        text: Callable[[str], None] | None = None,
    ) -> None:
        """Call back for each element of a part, named without its prefix, and for the text in it.

        :raises BadInput: the part is not well-formed XML.
        """
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = lambda tag, attributes: start(local(tag), attributes)
        if end:
            parser.EndElementHandler = lambda tag: end(local(tag))
        parser.CharacterDataHandler = text
        try:
            for chunk in self.chunks(name):
                parser.Parse(chunk, False)
            parser.Parse(b"", True)
        except expat.ExpatError as fault:
            raise BadInput(f"The workbook's part {name} is damaged; open it and save it again.") from fault

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the kind (last word of its type) and the part that each relationship of a part leads to."""
        folder, _, file = name.rpartition("/")
        links = posixpath.join(folder, "_rels", f"{file}.rels")
        found: dict[str, tuple[str, str]] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

        if links in self:
            self.parse(links, start=start)
        return found

    def _survey(self, name: str, info: zipfile.ZipInfo, before: int) -> int:
        """Unpack the part, throwing it away, and return its size."""
        limits, size, tail = self._limits, 0, b""
        if info.flag_bits & 1:
            raise BadInput("The workbook is protected by a password; have it sent without.")
        if _is_picture(name):
            # Pictures are never read; only their sizes could matter, and nothing unpacks them.
            return 0
        for chunk in self.chunks(name):
            if not size:
                _refuse_other_encodings(name, chunk)
            size += len(chunk)
            if size > limits.small and size > limits.times * info.compress_size:
                raise BadInput(_bomb(name, size, packed=info.compress_size, declared=info.file_size))
            if before + size > limits.small and before + size > limits.times * self._packed:
                raise BadInput(_bomb("", before + size, packed=self._packed, declared=info.file_size))
            if before + size > limits.unpacked:
                raise BadInput(
                    f"The workbook unpacks to more than {limits.unpacked:,} bytes; "
                    "have it sent in parts, or as CSV."
                )
            if any(word in tail + chunk for word in _ENTITIES):
                raise BadInput(
                    f"The workbook's part {name} declares XML entities, which no spreadsheet program writes; "
                    "open it and save it again."
                )
            tail = chunk[-16:]
        return size


def local(tag: str) -> str:
    """Return the name of an element or attribute without its prefix: some programs write `x:row`."""
    return tag.rpartition(":")[2]


def _is_picture(name: str) -> bool:
    return "/media/" in name


def _archive(content: bytes, limits: Limits) -> zipfile.ZipFile:
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise BadInput("The workbook is protected by a password; have it sent without.")
        raise BadInput("This is an old .xls workbook; save it as .xlsx or CSV.")
    if not content.startswith(b"PK"):
        raise BadInput("This is not an .xlsx workbook; save it as .xlsx or CSV.")
    # Before the directory is read: a directory of millions of parts would take minutes and gigabytes.
    if content.count(b"PK\x01\x02") > limits.parts:
        raise BadInput(
            f"The workbook has more than {limits.parts:,} parts; no spreadsheet program writes that."
        )
    try:
        return zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as fault:
        raise BadInput("The workbook is damaged or incomplete; have it sent again.") from fault


def _refuse_other_encodings(name: str, start: bytes) -> None:
    """Refuse all but UTF-8, in which spreadsheet programs write: a search for `<!DOCTYPE` would miss others."""
    named = _ENCODING.match(start.removeprefix(b"\xef\xbb\xbf"))
    said = named[1].decode("latin-1").lower() if named else "utf-8"
    if name.endswith((".xml", ".rels")) and (
        b"\x00" in start[:200]
        or start.startswith((b"\xff\xfe", b"\xfe\xff"))
        or said not in ("utf-8", "us-ascii")
    ):
        raise BadInput(f"The workbook's part {name} is not in UTF-8; open the workbook and save it again.")


def _bomb(name: str, size: int, *, packed: int, declared: int) -> str:
    part = f"The workbook's part {name} of" if name else "The workbook of"
    says = f" ({declared:,} by its own account)" if name else ""
    return (
        f"{part} {packed:,} bytes unpacks to more than {size:,}{says}, {size // max(packed, 1)} times as much: "
        "no export of different rows does that. If it is a real one, have it sent as CSV."
    )
