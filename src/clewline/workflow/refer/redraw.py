"""Have a file drawn anew by a process of its own, and take nothing from it but pictures."""

import json
import subprocess
import sys
import threading
from pathlib import Path
from tempfile import TemporaryFile

from clewline.errors import BadInput

DRAWS = Path(__file__).with_name("redrawing.py")
SECONDS = 30
"""From when on it is ended, whatever it does."""
MOST_BYTES = 64 << 20
"""Of all its pictures together."""
MOST_PAGES = 20
JPEG, ENDS = b"\xff\xd8\xff", b"\xff\xd9"
NOT_DRAWN = "The file could not be drawn anew safely, so it is not taken. Take a photograph of it instead."
BUSY = "Other files are being drawn just now. Wait a minute, then add it again."
AT_ONCE, WAITS = 2, 10
"""Files that one process of the site has drawn at the same time, and seconds for which another waits for its turn."""
_FREE = threading.BoundedSemaphore(AT_ONCE)


def redraw(content: bytes) -> list[bytes]:
    """Return each page of a file as a JPEG that was drawn anew.

    :raises BadInput: it cannot be drawn; says why.
    """
    if not _FREE.acquire(timeout=WAITS):
        raise BadInput(BUSY)
    try:
        return _taken(_answer(content))
    finally:
        _FREE.release()


def _answer(content: bytes) -> bytes:
    """Return what a process of its own says of a file.

    :raises BadInput: it came to no end, or to a bad one.
    """
    # -I: neither the environment nor the folder says what is imported. It inherits no setting, and so no secret.
    command = [sys.executable, "-I", str(DRAWS)]
    # It writes to a file, which it cannot make larger than its own limit allows: a pipe could be filled without end.
    with TemporaryFile() as told:
        try:
            done = subprocess.run(
                command,
                input=content,
                stdout=told,
                stderr=subprocess.DEVNULL,
                timeout=SECONDS,
                env={"PATH": "/usr/bin:/bin"},
                cwd="/",
                check=False,
            )
        except subprocess.TimeoutExpired as wrong:
            raise BadInput(NOT_DRAWN) from wrong
        if done.returncode:
            raise BadInput(NOT_DRAWN)
        told.seek(0)
        return told.read()


def _taken(told: bytes) -> list[bytes]:
    """Return the pictures of an answer, which may be anything: whoever broke into the process wrote it.

    :raises BadInput: it refuses, or is not what it is to be.
    """
    head, _, rest = told.partition(b"\n")
    try:
        said = json.loads(head)
        refused, lengths = said.get("refused"), said.get("pages")
    except (ValueError, AttributeError) as wrong:
        raise BadInput(NOT_DRAWN) from wrong
    if isinstance(refused, str):
        raise BadInput(refused[:300])
    whole = isinstance(lengths, list) and all(type(one) is int and one > 0 for one in lengths)
    if not whole or not 0 < len(lengths) <= MOST_PAGES or sum(lengths) != len(rest) or len(rest) > MOST_BYTES:
        raise BadInput(NOT_DRAWN)
    pictures, at = [], 0
    for length in lengths:
        pictures.append(rest[at : at + length])
        at += length
    if not all(one.startswith(JPEG) and one.endswith(ENDS) for one in pictures):
        raise BadInput(NOT_DRAWN)
    return pictures
