"""Have a file drawn anew by a process of its own, and take nothing from it but pictures."""

import json
import os
import selectors
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path

from clewline.errors import BadInput

DRAWS = Path(__file__).with_name("redrawing.py")
SECONDS = 30
"""From when on it is ended, whatever it does."""
MOST_BYTES = 64 << 20
"""Of all its pictures together."""
MOST_PAGES = 20
CHUNK = 1 << 16
JPEG, ENDS = b"\xff\xd8\xff", b"\xff\xd9"
NOT_DRAWN = "The file could not be drawn anew safely, so it is not taken. Take a photograph of it instead."
BUSY = "Other files are being drawn just now. Wait a minute, then add it again."
AT_ONCE, WAITS = 2, 10
"""Files that one process of the site has drawn at the same time, and seconds for which another waits for its turn."""
KNOWS = {"PATH": "/usr/bin:/bin"}
"""All that a process that draws is told of the site."""
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


def what_holds() -> dict[str, bool]:
    """Return what a process that draws is refused on this machine: each was tried."""
    told = subprocess.run(
        [*_command(), "--what-holds"], capture_output=True, timeout=SECONDS, env=KNOWS, cwd="/", check=True
    )
    found: dict[str, bool] = json.loads(told.stdout)
    return found


def _command() -> list[str]:
    # -I: neither the environment nor the folder says what is imported. It inherits no setting, and so no secret.
    return [sys.executable, "-I", str(DRAWS)]


def _answer(content: bytes) -> bytes:
    """Return what a process of its own says of a file.

    :raises BadInput: it could not be started, or came to no end, or to a bad one.
    """
    ends = time.monotonic() + SECONDS
    try:
        process = subprocess.Popen(
            _command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=KNOWS,
            cwd="/",
            start_new_session=True,
        )
    except OSError as wrong:
        raise BadInput(BUSY) from wrong
    try:
        told = _exchanged(process, content, ends)
        if process.wait(max(0.0, ends - time.monotonic())):
            raise BadInput(NOT_DRAWN)
    except subprocess.TimeoutExpired as wrong:
        raise BadInput(NOT_DRAWN) from wrong
    finally:
        _end(process)
    return told


def _exchanged(process: subprocess.Popen[bytes], content: bytes, ends: float) -> bytes:
    """Give a process its file and return what it says, no more of it and no longer than is allowed.

    :raises BadInput: it says too much.
    :raises TimeoutExpired: it is not done in time.
    """
    assert process.stdin is not None and process.stdout is not None
    left, told = memoryview(content), bytearray()
    with selectors.DefaultSelector() as pipes:
        os.set_blocking(process.stdin.fileno(), False)
        pipes.register(process.stdin, selectors.EVENT_WRITE)
        pipes.register(process.stdout, selectors.EVENT_READ)
        while process.stdout in [key.fileobj for key in pipes.get_map().values()]:
            if (seconds := ends - time.monotonic()) <= 0:
                raise subprocess.TimeoutExpired(process.args, SECONDS)
            for key, _ in pipes.select(seconds):
                if key.fileobj is process.stdin:
                    left = left[_written(key.fd, left[:CHUNK]) :]
                    if not left:
                        pipes.unregister(process.stdin)
                        process.stdin.close()
                else:
                    some = os.read(key.fd, CHUNK)
                    told += some
                    if not some:
                        pipes.unregister(process.stdout)
                    if len(told) > MOST_BYTES + CHUNK:
                        raise BadInput(NOT_DRAWN)
    return bytes(told)


def _written(pipe: int, some: memoryview) -> int:
    """Return how much a process took of what it is given; all, where it takes no more."""
    try:
        return os.write(pipe, some)
    except BlockingIOError:
        return 0
    except BrokenPipeError:
        return sys.maxsize


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process that still runs, and whatever it started, and leave nothing of it behind."""
    if process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()
    process.wait()


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
