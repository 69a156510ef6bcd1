"""Files that are added to a referral: drawn anew, and never kept as they came."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.db import transaction

from clewline.errors import BadInput
from clewline.store.received import drafts, sent
from clewline.store.received.answers import FileSent
from clewline.workflow.refer import limits, made
from clewline.workflow.refer.redraw import redraw

MOST = 3
"""Files of one referral."""
MOST_MB = 10
"""Mebibytes of each."""
LONGEST_NAME = 100


def add(reference: str, name: str, content: bytes, *, address: str, at: datetime) -> FileSent:
    """Draw a file anew and keep its pages with the draft; of the file itself its SHA-256 and size are kept.

    :raises BadInput: it cannot be drawn, is too large, is there already, or there are as many as may be.
    :raises NotFound: there is no such draft.
    :raises TooOften: too many were added from the address.
    """
    said = made.read(reference, at=at)
    digest = sha256(content).hexdigest()
    _room(said.files, digest, content)
    limits.may_add_file(address, at)
    pages = redraw(content)
    with transaction.atomic():
        # Anew: another page of the form may have been answered while it was drawn.
        files = made.read(reference, at=at).files
        _room(files, digest, content)
        added = FileSent(
            number=max((one.number for one in files), default=0) + 1,
            name=_named(name),
            sha256=digest,
            size=len(content),
            pages=len(pages),
        )
        sent.add_pictures(reference, added.number, pages)
        made.answer(reference, at=at, files=(*files, added))
    return added


def remove(reference: str, number: int, *, at: datetime) -> None:
    """Take a file off a draft.

    :raises NotFound: there is no such draft.
    """
    files = made.read(reference, at=at).files
    with transaction.atomic():
        drafts.remove_pictures(reference, number)
        made.answer(reference, at=at, files=tuple(one for one in files if one.number != number))


def _room(files: tuple[FileSent, ...], digest: str, content: bytes) -> None:
    refusals: list[tuple[Callable[[], bool], str]] = [
        (lambda: not content, "The file is empty."),
        (lambda: len(content) > MOST_MB << 20, f"The file is larger than {MOST_MB} MB."),
        (lambda: len(files) >= MOST, f"There are {MOST} files already. Take one off first."),
        (lambda: any(one.sha256 == digest for one in files), "This file is there already."),
    ]
    for is_so, sentence in refusals:
        if is_so():
            raise BadInput(sentence)


def _named(name: str) -> str:
    """Return what a file was called, as it may be shown."""
    shown = "".join(mark if mark.isprintable() else "\ufffd" for mark in name)
    return shown[-LONGEST_NAME:] or "file"
