"""Bytes to plain text: which encoding they are in, and what to do about bytes that are in none."""

import codecs
import re

from clewline.errors import BadInput
from clewline.formats.documents.characters import counted, shown
from clewline.formats.documents.document import Document, held_within
from clewline.formats.tables.text import marked_encoding

_NAMED = re.compile(
    rb"""charset\s*=\s*["']?\s*([\w-]+)|^\s*<\?xml[^>]*encoding\s*=\s*["']([\w-]+)""", re.IGNORECASE
)
# Encodings that a page may name for itself. Others (utf-7, hz) can hide a page's tags from who looks at it.
# ASCII and ISO 8859-1 are not here: browsers read those names as windows-1252, which is tried last in any case.
_READABLE = frozenset(("cp1250", "iso8859-2", "iso8859-15", "iso8859-16", "mac-roman"))


def read_plain(content: bytes) -> Document:
    """Read a plain text; its notes say where its encoding was guessed.

    :raises BadInput: the bytes are no text, or too many.
    """
    text, notes = decoded(content)
    held_within(len(text))
    text, unseen = shown(text)
    return Document(text=text, title=None, published=None, kind="text", notes=(*notes, *unseen))


def decoded(content: bytes, *, marked_up: bool = False) -> tuple[str, tuple[str, ...]]:
    """Return the characters that the bytes stand for, with notes on what was guessed.

    A byte order mark is believed, then what a page (`marked_up`) names, then UTF-8 is tried, then windows-1252.

    :raises BadInput: the bytes are no text.
    """
    if marked := marked_encoding(content):
        try:
            return content.decode(marked).lstrip("\ufeff"), ()
        except UnicodeDecodeError:
            raise BadInput(
                f"It begins with the mark of {marked.upper()} and is not in it; save it as UTF-8 and try again."
            ) from None
    if b"\x00" in content:
        raise BadInput(
            "It holds bytes that no text holds (NUL). If it is a text in UTF-16, save it as UTF-8; "
            "if it is another kind of file, save it as PDF, DOCX, HTML or plain text."
        )
    for encoding in ("utf-8", *_named(content, marked_up=marked_up)):
        try:
            return content.decode(encoding), _as_named(encoding)
        except UnicodeDecodeError:
            continue
    text = content.decode("cp1252", "replace")
    unread = text.count("\ufffd")
    if unread > len(text) / 100:
        raise BadInput("Its bytes are text in no known encoding; save it as UTF-8 and try again.")
    notes = ["The text is not UTF-8 and was read as windows-1252."]
    if unread:
        notes.append(f"{counted(unread, 'byte')} could not be read and became a question mark (\ufffd).")
    return text, tuple(notes)


def _named(content: bytes, *, marked_up: bool) -> tuple[str, ...]:
    """Return the encoding that a page names in its first kilobyte, where it is one of those that are read."""
    found = _NAMED.search(content[:1024]) if marked_up else None
    if not found:
        return ()
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except LookupError:
        return ()
    return (name,) if name in _READABLE else ()


def _as_named(encoding: str) -> tuple[str, ...]:
    return () if encoding == "utf-8" else (f"The page names the encoding {encoding}, and was read in it.",)
