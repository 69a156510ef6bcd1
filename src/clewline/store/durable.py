"""Whether what the database acknowledges is on the disk. Checked on every connection, before its first use."""

from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from clewline.errors import NotAllowed

SQLITE_FULL = (2, 3)
"""`synchronous` FULL or EXTRA; NORMAL lost acknowledged commits in power cuts."""


def assert_durable(sender: Any, connection: BaseDatabaseWrapper, **rest: Any) -> None:
    """Refuse a connection whose commits may be lost.

    :raises NotAllowed: the database is not set to keep what it acknowledges.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("pragma synchronous")
            (level,) = cursor.fetchone()
            cursor.execute("pragma journal_mode")
            (journal,) = cursor.fetchone()
            if level not in SQLITE_FULL or journal not in ("wal", "memory"):
                raise NotAllowed(
                    f"SQLite is set to synchronous={level}, journal_mode={journal}: an acknowledged entry "
                    "could be lost. Clewline needs synchronous=FULL and WAL; does the file system allow WAL?"
                )
        else:
            for setting in ("synchronous_commit", "fsync"):
                cursor.execute(f"show {setting}")
                (value,) = cursor.fetchone()
                if value == "off":
                    raise NotAllowed(
                        f"PostgreSQL has {setting}={value}: set it to on, or entries could be lost."
                    )
