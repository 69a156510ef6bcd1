"""Received bytes to physical lines of text, a block at a time, with what could not be decoded marked."""

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clewline.errors import BadInput

CHUNK = 1 << 18
"""Bytes decoded at a time: large enough that the work per block is small, small enough to hold several."""

LONGEST_LINE = 1 << 20
"""Characters of one physical line that are kept; a longer one is no export and is refused as a record."""

UNDECODED = "\udcff"
"""Stands where bytes are not valid in the encoding. A lone surrogate: no encoding below ever yields one."""

TOO_LONG = "\udcfe"
"""Stands at the start of a line whose text was dropped because it was too long."""

FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f{TOO_LONG}{UNDECODED}]")
"""Control characters other than tab and line end, and the two marks: none belongs in a cell."""

_LINE_END = re.compile("[\r\n]")

# Longest first: the mark of UTF-16 LE begins the mark of UTF-32 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def marked_encoding(content: bytes) -> str | None:
    """Return the encoding that a byte order mark at the start names, if there is one."""
    return next((name for mark, name in _MARKS if content.startswith(mark)), None)


# What record systems and spreadsheets write. Others (utf-7, hz, rot13) would make line ends ambiguous.
_READABLE = {
    *(f"utf-{bits}{order}" for bits in (16, 32) for order in ("", "-le", "-be")),
    *("utf-8", "utf-8-sig", "ascii", "cp1252", "cp1250", "iso8859-1", "iso8859-15", "cp850", "mac-roman"),
}


@dataclass(frozen=True, slots=True)
class Block:
    """Whole physical lines that follow each other."""

    lines: list[str]
    """With their line ends; the last line of a file may have none."""
    spoiled: bool
    """Whether a line of the block holds a forbidden character or a mark."""
    last: bool


@dataclass(frozen=True, slots=True)
class Text:
    """A received text as blocks of lines, and how it was decoded."""

    encoding: str
    blocks: Iterator[Block]


def _mark(fault: UnicodeError) -> tuple[str, int]:
    assert isinstance(fault, UnicodeDecodeError)
    return UNDECODED, fault.end


codecs.register_error("clewline-mark", _mark)


def decode(content: bytes | Iterable[bytes], *, encoding: str | None = None) -> Text:
    """Decode the content by its byte order mark, else the encoding named, else UTF-8.

    :raises BadInput: the encoding is unknown, or the file begins with the mark of another one.
    """
    chunks = _sliced([content] if isinstance(content, bytes) else content)
    start = next(chunks, b"")
    marked, found = next(((mark, name) for mark, name in _MARKS if start.startswith(mark)), (b"", None))
    named = None if encoding is None else _known(encoding)
    if found and named and named not in (found, found[:6]):
        raise BadInput(
            f"The file begins with the mark of {found} but {named} was named; name {found} or nothing."
        )
    if not marked and named in ("utf-16", "utf-32"):
        raise BadInput(f"The file has no byte order mark; name {named}-le or {named}-be.")
    used = found or named or "utf-8"
    # Half of the bytes of English text in UTF-16 are NUL; one stray NUL is the problem of its record.
    if used == "utf-8" and start[:200].count(0) * 3 > len(start[:200]):
        raise BadInput("The file looks like UTF-16 without its mark; name the encoding, as utf-16-le.")
    return Text(encoding=used, blocks=_blocks(start[len(marked) :], chunks, used))


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as none:
        raise BadInput(f"No encoding is called {encoding!r}; name one such as utf-8 or cp1252.") from none
    if name not in _READABLE:
        raise BadInput(f"Text is not read in {name}; name one of {', '.join(sorted(_READABLE))}.")
    return name.removesuffix("-sig")


def _sliced(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in pieces of `CHUNK`, so that the first one tells the encoding and the header."""
    held = bytearray()
    for chunk in chunks:
        for at in range(0, len(chunk), CHUNK):
            held += chunk[at : at + CHUNK]
            if len(held) >= CHUNK:
                yield bytes(held[:CHUNK])
                del held[:CHUNK]
    yield bytes(held)


def _blocks(start: bytes, chunks: Iterator[bytes], encoding: str) -> Iterator[Block]:
    decoder = codecs.getincrementaldecoder(encoding)(errors="clewline-mark")
    held = decoder.decode(start)
    for chunk in chunks:
        # A carriage return at the very end may be half of a line end: it waits for the next chunk.
        if cut := max(held.rfind("\n"), held.rfind("\r", 0, -1)) + 1:
            yield _block(held[:cut], last=False)
            held = held[cut:]
        elif len(held) > LONGEST_LINE:
            held = TOO_LONG + held[-1]
        held += decoder.decode(chunk)
    yield _block(held + decoder.decode(b"", final=True), last=True)


def _block(text: str, *, last: bool) -> Block:
    if text.startswith(TOO_LONG):
        line_end = _LINE_END.search(text)
        text = TOO_LONG + (text[line_end.start() :] if line_end else "")
    # newline="" ends a line at LF, CRLF and CR, as editors do; str.splitlines would also cut at form feeds
    # and at U+2028, which may stand in a cell.
    lines = io.StringIO(text, newline="").readlines()
    return Block(lines=lines, spoiled=FORBIDDEN.search(text) is not None, last=last)
