"""Files that somebody sent to the site and that are not in the record: kept aside until they are taken in or swept.

Each has a folder of its own in `CLEWLINE_HOME/uploads`, named by chance and never by what its sender called it: the
bytes, and what is known of them. Who works on one holds a lock that the system lets go of when its process ends, so
that a process that was killed is told from one that works.
"""

import fcntl
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

import msgspec
from django.conf import settings

from clewline.errors import NotFound
from clewline.store.upload import Upload

_ID = re.compile(r"[0-9a-f]{20}")
_STATE, _LOCK, _WORKING, _PROGRESS, _CONTENT = "state.json", "lock", "working", "progress", "file"
ARRIVING = "arriving"
"""Folder of files that are still being sent."""


def content(upload: Upload) -> Path:
    """Return where the bytes of a file are."""
    return _folder(upload.id) / _CONTENT


def arriving() -> Path:
    """Return the folder for files that are still being sent."""
    home: Path = settings.HOME
    folder = home / "uploads" / ARRIVING
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.mkdir(exist_ok=True)
    return folder


def new_id() -> str:
    """Return an id by chance."""
    return secrets.token_hex(10)


def add(upload: Upload, arrived: Path) -> None:
    """Put a file that has arrived in a folder of its own."""
    folder = _root() / upload.id
    folder.mkdir(parents=True)
    arrived.replace(folder / _CONTENT)
    (folder / _CONTENT).chmod(0o600)
    _save(upload)


def find(case: str, upload: str) -> Upload:
    """Return a file of a case by its id.

    :raises NotFound: there is none, or it is of another case.
    """
    found = _load(upload)
    if found.case != case:
        raise NotFound("There is no such page.")
    return found


def get(upload: str) -> Upload:
    """Return a file by its id.

    :raises NotFound: there is none.
    """
    return _load(upload)


@contextmanager
def changing(upload: str) -> Iterator[Upload]:
    """Give a file's state to be changed, one at a time; it is saved at the end."""
    _load(upload)
    with (_folder(upload) / _LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = _load(upload)
        yield found
        _save(found)


@contextmanager
def working(upload: str) -> Iterator[None]:
    """Hold a file while it is worked on; whoever comes second waits."""
    with _opened(upload) as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def is_worked_on(upload: str) -> bool:
    """Return whether some process works on the file now."""
    with _opened(upload) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def tell(upload: str, records: int) -> None:
    """Say how many records have been read: beside the database, which the work itself may hold."""
    place = _folder(upload) / _PROGRESS
    made = place.with_suffix(f".{os.getpid()}")
    made.write_text(str(records), encoding="ascii")
    made.replace(place)


def told(upload: str) -> int:
    """Return how many records have been read."""
    try:
        return int((_folder(upload) / _PROGRESS).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def of_case(case: str) -> list[Upload]:
    """Return the files of a case that are neither taken in nor gone, the latest first."""
    found = [one for one in _all() if one.case == case and one.step != "taken"]
    return sorted(found, key=lambda one: one.at, reverse=True)


def remove(upload: str) -> None:
    """Remove a file and all that is known of it."""
    shutil.rmtree(_folder(upload), ignore_errors=True)


def drop_content(upload: Upload) -> None:
    """Remove the bytes of a file that was taken in; what became of it is told until it is swept."""
    content(upload).unlink(missing_ok=True)


def sweep(now: datetime, after: timedelta) -> int:
    """Remove what was left alone for so long, unless it is being worked on; return how many files."""
    gone = 0
    for one in _all():
        if now - (one.begun or one.at) > after and not is_worked_on(one.id):
            remove(one.id)
            gone += 1
    for part in arriving().iterdir():
        try:
            if now.timestamp() - part.stat().st_mtime > after.total_seconds():
                part.unlink()
                gone += 1
        except FileNotFoundError:
            continue  # it has arrived meanwhile
    return gone


def _root() -> Path:
    return arriving().parent


def _folder(upload: str) -> Path:
    home: Path = settings.HOME
    if not _ID.fullmatch(upload):
        raise NotFound("There is no such page.")
    return home / "uploads" / upload


def _opened(upload: str) -> IO[str]:
    try:
        return (_folder(upload) / _WORKING).open("a")
    except FileNotFoundError:
        raise NotFound("There is no such page.") from None


def _all() -> list[Upload]:
    found = []
    for folder in _root().iterdir():
        try:
            found.append(_load(folder.name))
        except NotFound:
            continue  # the folder of arriving files, or one that went meanwhile
    return found


def _load(upload: str) -> Upload:
    try:
        return msgspec.json.decode((_folder(upload) / _STATE).read_bytes(), type=Upload)
    except FileNotFoundError:
        raise NotFound("There is no such page.") from None


def _save(upload: Upload) -> None:
    place = _folder(upload.id) / _STATE
    if not place.parent.exists():
        return  # it was removed meanwhile
    made = place.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(msgspec.json.encode(upload))
    made.replace(place)
