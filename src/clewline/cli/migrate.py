"""Bring the tables of the database up to this version (an embedded database does so by itself)."""

from clewline.cli.saying import show


def migrate() -> None:
    from clewline.store import ready

    ready.start(and_migrate=True, site=True)
    show("The database is of this version.")
