"""What kind of file some bytes are, by how they begin; kinds that are not read, with what to do about them."""

import re
from typing import Literal

from clewline.errors import BadInput
from clewline.formats.documents.package import Package

_PICTURE = "It is a picture; run text recognition on it first, and give the text."
_ARCHIVE = "It is an archive; unpack it and give the documents in it."
_RECORDING = "It is a recording; give its text."

# The beginnings of files, longest first where one begins another.
_REFUSED: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"\x1f\x8b", _ARCHIVE),
    (b"BZh", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"ID3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"{\\rtf", "It is rich text (RTF); save it as DOCX, PDF or plain text."),
    (b"%!PS", "It is PostScript; save it as PDF."),
    (b"SQLite format 3\x00", "It is a database; give the bulletin."),
    (b"PAR1", "It is a table (Parquet); give the bulletin."),
    (b"\x7fELF", "It is a program; give the bulletin."),
    (b"MZ\x90", "It is a program; give the bulletin."),
)
_BITMAP_SIZES = b"\x0c(\x38l|\x80"
"""First bytes of the second header of a bitmap: without them, `BM` is the beginning of a word."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RIFF = {b"WEBP": _PICTURE, b"WAVE": _RECORDING, b"AVI ": _RECORDING}
_BOX = {b"heic": _PICTURE, b"avif": _PICTURE, b"mif1": _PICTURE}

_ZIPPED: tuple[tuple[str, str], ...] = (
    (
        "xl/",
        "It is a workbook; take its tables in with `clewline intake`, or give the bulletin as DOCX or PDF.",
    ),
    ("ppt/", "It is a presentation; save it as PDF."),
    ("content.xml", "It is an OpenDocument file; save it as DOCX or PDF."),
    ("META-INF/container.xml", "It is an electronic book (EPUB); save it as PDF or plain text."),
    ("", "It is a zip archive; unpack it and give the documents in it."),
)
"""What a zip archive with a part of that beginning is."""

# The plus signs after quantifiers forbid going back: otherwise a row of comments could be split in many ways.
_PAGE = re.compile(
    rb"\s*+(?:<\?xml[^>]{0,200}>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    rb"<(?:!doctype html|(?:html|head|body|main|article|section|div|p|h[1-6]|table|ul|ol|meta|title|span|font|center|"
    rb"link|style|script|b|strong|a|img|br)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
_XML = re.compile(rb"\s*<\?xml|\s*<(?:rss|feed|svg)[\s>]")
_TAG = re.compile(rb"</?(?:html|body|p|div|h[1-6]|ul|ol|li|table|br)[\s>/]", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][\w-]{1,40}: ")
"""How the first line of an e-mail begins."""
_START = 20_000
"""Bytes in which a page shows that it is one."""


def recognised(content: bytes) -> Literal["pdf", "docx"] | None:
    """Return what a binary document is; None where it may be text.

    :raises BadInput: it is a kind of file that is not read.
    """
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(content)
    # Readers of PDF accept some bytes before the mark.
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise BadInput("It is protected by a password; save it without one.")
        raise BadInput("It is an old Office file; save it as DOCX or PDF.")
    for beginning, refusal in _REFUSED:
        if content.startswith(beginning) and (beginning != b"BM" or content[14:15] in _BITMAP_SIZES):
            raise BadInput(refusal)
    by_format = _RIFF.get(content[8:12]) if content.startswith(b"RIFF") else _BOX.get(content[8:12])
    if by_format or content[4:8] == b"ftyp":
        raise BadInput(by_format or _RECORDING)
    return None


def _zipped(content: bytes) -> Literal["docx"]:
    names = Package(content).names
    if "word/document.xml" in names or any(name.startswith("word/") for name in names):
        return "docx"
    raise BadInput(
        next(said for beginning, said in _ZIPPED if any(n.startswith(beginning) for n in (*names, "")))
    )


def looks_like_page(content: bytes, name: str) -> bool:
    """Return whether a text is a web page, or a piece of one.

    :raises BadInput: it is mark-up of another kind, or a page saved as a web archive or an e-mail.
    """
    start = content[:_START]
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        start = start.replace(b"\x00", b"")
    start = start.lstrip(b"\xff\xfe\xef\xbb\xbf")
    if _PAGE.match(start):
        return True
    if _HEADER.match(start) and b"\nmime-version:" in start.lower():
        raise BadInput(
            "It is an e-mail or a web archive (MHT); save the page or the message as HTML or text."
        )
    if _XML.match(start):
        raise BadInput("It is XML and no web page; give the page or the text.")
    return name.lower().endswith((".html", ".htm", ".xhtml")) and bool(_TAG.search(start))
