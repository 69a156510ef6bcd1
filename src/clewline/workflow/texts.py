"""Read texts as they come: files or standard input to documents, documents to claims. Nothing is kept in a record.

It opens no database, so that it serves somebody who has nothing but the text. One bad file stops no other.
"""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import BinaryIO, NoReturn

from clewline.bulletin.claim import Reading
from clewline.bulletin.read import Issued, read
from clewline.errors import BadInput
from clewline.formats.documents import read_document
from clewline.formats.documents.document import INPUT_LIMIT

STDIN = "-"
"""What stands for standard input among the names of files."""
SPOKEN = "standard input"

MANY = 1000
"""Files from which several processes read them: starting those costs about a second, and on two cores 3,000 texts
were read in half the time, 600 in none saved."""
_AT_ONCE = 25
"""Files handed to a process together."""

_WHY: dict[type[OSError], str] = {
    FileNotFoundError: "There is no such file.",
    IsADirectoryError: "It is a folder; name the files in it.",
    PermissionError: "You may not read it; ask its owner for permission, or for a copy.",
}
"""What a reader can do about a file that cannot be opened; others are told in the system's words."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """A text that was read."""

    name: str
    """The file as it was named, or `standard input`."""
    stem: str
    """The file's name without its folder and ending; `stdin` for standard input."""
    kind: str
    """What the document is, as `html`."""
    notes: tuple[str, ...]
    """What was left out of the document, or read otherwise than it stands."""
    reading: Reading


@dataclass(frozen=True, kw_only=True)
class Unread:
    """A text that could not be read."""

    name: str
    why: str
    """Sentences that say what to do."""


def stem_of(name: str) -> str:
    """Return what a text is called in what is written about it."""
    return "stdin" if name == STDIN else Path(name).stem


def read_texts(
    names: Sequence[str],
    *,
    published: Issued | None = None,
    publisher: str | None = None,
    stdin: BinaryIO | None = None,
    processes: int | None = None,
) -> Iterator[Text | Unread]:
    """Yield each text as read, or why it is not, in the order of the names.

    `published` and `publisher` are of all the texts; a day that a document states itself gives way to `published`.
    `processes` is how many read at once; left out, what pays for that many files on this machine.

    :raises BadInput: the reading processes were ended from outside.
    """
    several = (_cores() if len(names) >= MANY else 1) if processes is None else processes
    if several == 1 or STDIN in names:
        for name in names:
            yield _read_one(name, published=published, publisher=publisher, stdin=stdin)
        return
    one = partial(_read_one, published=published, publisher=publisher)
    # Spawned and not forked: the bar that shows how far things are runs in a thread of its own.
    with ProcessPoolExecutor(several, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(one, names, chunksize=_AT_ONCE)
        except BrokenProcessPool:
            raise BadInput(
                "The processes that read the texts were ended, perhaps for want of memory; give fewer files at a time."
            ) from None


def read_text(
    content: bytes, name: str, *, published: Issued | None = None, publisher: str | None = None
) -> Text:
    """Read the bytes of one document.

    :raises BadInput: it is no document that can be read; the sentence begins with the name.
    """
    spoken = SPOKEN if name == STDIN else name
    document = read_document(content, name=spoken)
    return Text(
        name=spoken,
        stem=stem_of(name),
        kind=document.kind,
        notes=document.notes,
        reading=read(document.text, published or document.published, publisher),
    )


def content_of(name: str, *, stdin: BinaryIO | None = None) -> bytes:
    """Return the bytes of a file, or of standard input for `-`; one that is too large is not read.

    :raises BadInput: there is none, it may not be read, or it is too large; the sentence begins with the name.
    """
    try:
        if name == STDIN:
            return (
                _within(stdin, 0)
                if stdin
                else _refuse("It is closed; put a text behind `<`, or name a file.")
            )
        with Path(name).open("rb") as file:
            return _within(file, os.fstat(file.fileno()).st_size)
    except BadInput as refusal:
        raise BadInput(f"{SPOKEN if name == STDIN else name}: {refusal}") from None
    except OSError as wrong:
        why = _WHY.get(type(wrong), f"It cannot be read: {wrong.strerror or wrong}.")
        raise BadInput(f"{SPOKEN if name == STDIN else name}: {why}") from None


def _within(file: BinaryIO, size: int) -> bytes:
    # A pipe has no size, and a device no end: no more is read than is allowed in any case.
    content = b"" if size > INPUT_LIMIT else file.read(INPUT_LIMIT + 1)
    if max(size, len(content)) > INPUT_LIMIT:
        _refuse(f"It has more than {INPUT_LIMIT:,} bytes; give the bulletin alone.")
    return content


def _refuse(why: str) -> NoReturn:
    raise BadInput(why)


def _read_one(
    name: str, *, published: Issued | None, publisher: str | None, stdin: BinaryIO | None = None
) -> Text | Unread:
    try:
        return read_text(content_of(name, stdin=stdin), name, published=published, publisher=publisher)
    except BadInput as refusal:
        spoken = SPOKEN if name == STDIN else name
        return Unread(name=spoken, why=str(refusal).removeprefix(f"{spoken}: "))


def _cores() -> int:
    """Return how many cores this process may use."""
    available = getattr(os, "sched_getaffinity", None)
    return len(available(0)) if available else os.cpu_count() or 1
