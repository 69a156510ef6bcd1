"""Copy the database while it is in use: as it stood at one moment, whole."""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

from clewline.errors import NotAllowed

PAGES = 4096
"""Pages of an embedded database that are copied at once: the site goes on between them."""


def copy_database(folder: Path, told: Callable[[int, int], None]) -> Path:
    """Copy the database into the folder and return the copy, which is on the disk; `told` hears how far it is.

    An embedded one is copied as a database of its own; a server's with its own `pg_dump`, in its custom format.

    :raises NotAllowed: `pg_dump` is not there, or refuses.
    """
    if connection.vendor == "sqlite":
        return _embedded(folder / "record.sqlite3", told)
    return _server(folder / "record.dump", connection.settings_dict)


def _embedded(place: Path, told: Callable[[int, int], None]) -> Path:
    source = str(connection.settings_dict["NAME"])
    with closing(sqlite3.connect(source)) as ours, closing(sqlite3.connect(place)) as copy:
        # What is written meanwhile makes the copy begin again, so that it is of one moment.
        ours.backup(copy, pages=PAGES, progress=lambda _, left, of: told(of - left, of))
    return place


def _server(place: Path, settings: dict[str, Any]) -> Path:
    if shutil.which("pg_dump") is None:
        raise NotAllowed(
            "pg_dump is not installed here, and a server's database is copied with it. "
            "Debian: apt-get install postgresql-client"
        )
    named = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    options = [f"{option}={settings[name]}" for option, name in named.items() if settings.get(name)]
    # The password goes by the environment: the words of a command are read by everybody on the machine.
    password = {"PGPASSWORD": settings["PASSWORD"]} if settings.get("PASSWORD") else {}
    done = subprocess.run(
        ["pg_dump", "--format=custom", "--no-password", f"--file={place}", *options],
        env={**os.environ, **password},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        place.unlink(missing_ok=True)
        said = (done.stderr.strip().splitlines() or ["no reason"])[-1]
        raise NotAllowed(f"The database was not copied: pg_dump says: {said}")
    return place
