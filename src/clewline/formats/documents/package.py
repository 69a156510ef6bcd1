"""The parts of a zipped document, unpacked one at a time and within limits."""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from xml.parsers import expat

from clewline.errors import BadInput

PARTS = 10_000
"""Parts of a file; a bulletin has a dozen and one for each picture."""
UNPACKED = 200_000_000
"""Bytes that one part may unpack to: ten of mark-up to each character of the longest text."""
TIMES = 200
"""How many times its packed size a part may unpack to, once it is over `SMALL`. Real ones were 5 to 20 times."""
SMALL = 5_000_000
"""Bytes that any part may unpack to."""

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]
End = Callable[[str], None]
Text = Callable[[str], None]

# What `zipfile` raises on damaged files; `NotImplementedError` and `RuntimeError` are for ways of packing.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_BROKEN = "The file is damaged or incomplete; have it sent again, or open it and save it again."


class Package:
    """A zip archive whose parts are XML."""

    def __init__(self, content: bytes) -> None:
        """Read the archive's directory.

        :raises BadInput: it is damaged or protected, or declares more than the limits.
        """
        # Before the directory is read: one of millions of parts would take minutes and gigabytes.
        if content.count(b"PK\x01\x02") > PARTS:
            raise BadInput(f"The file has more than {PARTS:,} parts, which no word processor writes.")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except _DAMAGED:
            raise BadInput(_BROKEN) from None
        self._parts = {info.filename: info for info in self._archive.infolist()}
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise BadInput("The file is protected by a password; save it without one.")

    @property
    def names(self) -> frozenset[str]:
        """Names of all parts."""
        return frozenset(self._parts)

    def unpacked(self, name: str) -> bytes:
        """Return the bytes of a part that the file has.

        :raises BadInput: it is damaged, or unpacks to more than the limits.
        """
        info = self._parts[name]
        # No more is unpacked than is declared: a part that understates its size ends there, and fails its checksum.
        if info.file_size > min(UNPACKED, max(SMALL, TIMES * info.compress_size)):
            raise BadInput(_bomb(name, info.compress_size))
        try:
            return self._archive.read(info)
        except _DAMAGED:
            raise BadInput(_BROKEN) from None

    def parse(self, name: str, *, start: Start, end: End | None = None, text: Text | None = None) -> None:
        """Call back for each element of a part, named without its prefix, and for the text in it.

        :raises BadInput: the part is not well-formed XML, or declares entities.
        """
        content = self.unpacked(name)
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = partial(_no_entities, name)
        parser.StartElementHandler = lambda tag, attributes: start(
            _local(tag), {_local(key): value for key, value in attributes.items()}
        )
        if end:
            parser.EndElementHandler = lambda tag: end(_local(tag))
        parser.CharacterDataHandler = text
        try:
            parser.Parse(content, True)
        except (
            expat.ExpatError,
            ValueError,
            LookupError,
        ):  # the last two: an encoding that expat cannot decode
            raise BadInput(f"The file's part {name} is damaged; open the file and save it again.") from None

    def related(self, name: str) -> dict[str, str]:
        """Return the part that each kind of relationship (last word of its type) of a part leads to, if one does."""
        folder, _, file = name.rpartition("/")
        links = posixpath.join(folder, "_rels", f"{file}.rels")
        found: dict[str, str] = {}

        def start(tag: str, attributes: Attributes) -> None:
            if tag == "Relationship" and attributes.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                found.setdefault(attributes.get("Type", "").rpartition("/")[2], target.lstrip("/"))

        if links in self._parts:
            self.parse(links, start=start)
        return {kind: part for kind, part in found.items() if part in self._parts}


def _no_entities(name: str, *_: object) -> None:
    raise BadInput(
        f"The file's part {name} declares a document type, which no word processor writes; "
        "open the file and save it again."
    )


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _bomb(name: str, packed: int) -> str:
    return (
        f"Its part {name} ({packed:,} bytes) unpacks to more than a document holds; "
        "save it as PDF or plain text if it is a real one."
    )
