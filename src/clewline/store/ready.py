"""Make the store ready for use: settings loaded, tables there."""

import os

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from clewline.errors import NotAllowed

RECORD, SITE = "clewline.site.settings", "clewline.site.web"
"""Settings of the record alone, and of the site over it: a command that serves no page loads no page."""


def start(*, and_migrate: bool = False, site: bool = False) -> None:
    """Load the settings and open the database; an embedded one is made and brought up to date by itself.

    `site`: with the tables of log-ins and sessions.

    :raises NotAllowed: a server's tables are not of this version: its administrator runs `clewline migrate`.
    """
    if site:
        os.environ["DJANGO_SETTINGS_MODULE"] = SITE
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", RECORD)
    django.setup()
    if connection.vendor == "sqlite":
        settings.HOME.mkdir(parents=True, exist_ok=True)
    if _behind():
        if connection.vendor != "sqlite" and not and_migrate:
            raise NotAllowed(
                "The database is not of this version; have its administrator run `clewline migrate`."
            )
        migrate()


def migrate() -> None:
    """Bring the tables up to this version."""
    call_command("migrate", verbosity=0, interactive=False)
    if any(cache["BACKEND"].endswith("DatabaseCache") for cache in settings.CACHES.values()):
        call_command("createcachetable", verbosity=0)


def _behind() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
