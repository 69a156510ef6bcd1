"""Columns that Django has no field for."""

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper


class Seq(models.BigAutoField):  # type: ignore[type-arg]  # fields cannot be subscripted at run time
    """A number that grows by itself.

    SQLite's AUTOINCREMENT would keep numbers of removed rows from being given again, at one more page written
    for every entry; here no row is ever removed.
    """

    def db_type_suffix(self, connection: BaseDatabaseWrapper) -> str | None:
        """Return what follows the column's type."""
        return None if connection.vendor == "sqlite" else super().db_type_suffix(connection)
