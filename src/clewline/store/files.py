"""Received files, kept byte for byte under their SHA-256, so that a figure can be traced to the line itself."""

import hashlib
import os
from concurrent.futures import Future, ThreadPoolExecutor
from hashlib import file_digest
from pathlib import Path
from tempfile import mkstemp
from typing import Self

from django.conf import settings

from clewline.errors import BadInput, ChainBroken, NotFound

_AT_ONCE = 4 << 20
_FLUSHED = 64 << 20
"""Bytes after which what was written is sent to the disk while more is read."""


def digest(path: Path) -> tuple[str, int]:
    """Return the SHA-256 of a file in hexadecimal and its size in bytes."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest(), path.stat().st_size


def keep(content: bytes, sha256: str) -> None:
    """Keep the bytes; they are on the disk when this returns."""
    place = _place(sha256)
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    arriving = place.with_suffix(f".{os.getpid()}")
    with arriving.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    arriving.replace(place)


def keep_file(path: Path, sha256: str) -> None:
    """Keep a copy of a file that may be too large to hold; it is on the disk when this returns.

    :raises BadInput: the file is no longer the one that was hashed.
    """
    place = _place(sha256)
    if place.exists():
        return
    place.parent.mkdir(parents=True, exist_ok=True)
    arriving = place.with_suffix(f".{os.getpid()}")
    hashed = hashlib.sha256()
    try:
        with path.open("rb") as source, arriving.open("wb") as file:
            while chunk := source.read(_AT_ONCE):
                hashed.update(chunk)
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
        if hashed.hexdigest() != sha256:
            raise BadInput("The file changed while it was being read; take it in again.")
        arriving.replace(place)
    finally:
        arriving.unlink(missing_ok=True)


class Keeping:
    """A large file that is kept while it is read, so that it need not be read a second time.

    The bytes go to the disk meanwhile. They are kept under their hash once all are given, or not at all.
    """

    def __init__(self) -> None:
        home: Path = settings.HOME
        folder = home / "files"
        folder.mkdir(parents=True, exist_ok=True)
        number, name = mkstemp(prefix="arriving.", dir=folder)
        self._place, self._file = Path(name), os.fdopen(number, "wb", buffering=0)
        self._size = self._behind = 0
        self._flush = ThreadPoolExecutor(1)
        self._flushing: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *wrong: object) -> None:
        self.abandon()

    def add(self, content: memoryview) -> None:
        """Write the bytes that follow."""
        at = 0
        while at < len(content):
            at += self._file.write(content[at:])
        self._size += len(content)
        self._behind += len(content)
        if self._behind >= _FLUSHED and (self._flushing is None or self._flushing.done()):
            self._flushed()
            self._flushing = self._flush.submit(os.fdatasync, self._file.fileno())
            self._behind = 0

    def _flushed(self) -> None:
        # The disk says once that it failed, and perhaps here: the last flush would then find nothing wrong.
        if self._flushing is not None:
            self._flushing.result()

    def abandon(self) -> None:
        """Leave nothing behind, unless it is kept already."""
        self._flush.shutdown()
        self._file.close()
        self._place.unlink(missing_ok=True)

    def finish(self, sha256: str, size: int) -> bool:
        """Keep what was given, and return whether it is the whole file; it is on the disk when this returns.

        The hash and the size are of the very bytes that were given, if all of them were.
        """
        if self._size != size:
            return False
        self._flushed()
        os.fsync(self._file.fileno())
        place = _place(sha256)
        place.parent.mkdir(parents=True, exist_ok=True)
        self._place.replace(place)
        return True


def check(sha256: str) -> Path:
    """Return where a received file is kept, having hashed it again.

    :raises NotFound: the file is not kept here.
    :raises ChainBroken: the file kept is not the one received.
    """
    place = _place(sha256)
    if not place.exists():
        raise NotFound(f"The received file {sha256[:12]} is not kept here.")
    if digest(place)[0] != sha256:
        raise ChainBroken(f"The file kept as {sha256[:12]} is not the one that was received.")
    return place


def kept(sha256: str) -> bytes:
    """Return the bytes of a received file.

    :raises NotFound: the file is not kept here.
    :raises ChainBroken: the file kept is not the one received.
    """
    return check(sha256).read_bytes()


def _place(sha256: str) -> Path:
    folder: Path = settings.HOME
    return folder / "files" / sha256[:2] / sha256
