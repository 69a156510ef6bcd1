"""Copy the whole record to another place: the database first, then every file that it names."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from clewline.access.happened import BACK_UP
from clewline.errors import NotAllowed
from clewline.store.accounts import log
from clewline.store.backup import copy_database

KEPT = ("files", "phones")
"""Folders of `CLEWLINE_HOME` that cannot be made again from the record."""
KEY = "secret-key"
ARRIVING = "arriving."
"""What a file begins with that is still being taken in: no entry names it yet."""


@dataclass(frozen=True, kw_only=True)
class BackedUp:
    """A copy of the record."""

    database: Path
    files: int
    size: int
    """Bytes of the database and the files."""


def back_up(folder: Path, told: Callable[[int, int], None], *, by: str, at: datetime) -> BackedUp:
    """Copy the record into a folder that is new or empty, and is then open to its owner alone.

    A file is kept before the entry that names it, so of a copy whose database is older than its files every entry
    finds its file, also while the record is being added to. `told` hears how far the copying is. That the record is
    copied is in the access log before it is, and so in the copy.

    :raises NotAllowed: the folder holds something, or lies within the record; or the database refuses.
    """
    home: Path = settings.HOME
    if folder.resolve().is_relative_to(home.resolve()):
        raise NotAllowed("A copy within CLEWLINE_HOME would be lost with it; name a folder elsewhere.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotAllowed("The folder holds something already; name one that is new or empty.")
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    log.append(at=at, account=None, act=BACK_UP, said=log.Said(by=by))
    database = copy_database(folder, told)
    _on_disk(database)
    size, files = database.stat().st_size, list(_files(home))
    for done, place in enumerate(files, 1):
        copy = folder / place.relative_to(home)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(place, copy)
        _on_disk(copy)
        size += copy.stat().st_size
        told(done, len(files))
    return BackedUp(database=database, files=len(files), size=size)


def _files(home: Path) -> Iterator[Path]:
    for name in KEPT:
        for place in sorted((home / name).rglob("*")):
            if place.is_file() and not place.name.startswith(ARRIVING):
                yield place
    if (home / KEY).is_file():
        yield home / KEY


def _on_disk(place: Path) -> None:
    with place.open("rb") as file:
        os.fsync(file.fileno())
