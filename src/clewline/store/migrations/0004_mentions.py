"""The index of what entries mention: people, numbers, names, references; see `store.mentions`.

It is no part of the record: it can be emptied at any time and is filled again from the entries. Its terms are bytes, so
that both databases order them alike. On SQLite the table is its index; on PostgreSQL the index holds all of the table.
"""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

TABLE = """
create table store_mention (
    case_id {text} not null,
    readers smallint not null,
    what smallint not null,
    term {bytes} not null,
    day integer not null,
    seq bigint not null,
    kind {text} not null,
    primary key (case_id, readers, what, term, day, seq{kind})
){rest}
"""
HEAD = """
create table store_mentionhead (
    case_id {text} primary key,
    form {text} not null,
    length bigint not null,
    seq bigint not null
){rest}
"""
SQLITE = {"text": "text", "bytes": "blob", "kind": "", "rest": " without rowid"}
POSTGRES = {"text": "varchar", "bytes": "bytea", "kind": ", kind", "rest": ""}


def make(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the tables as the database in use likes them best."""
    form = SQLITE if editor.connection.vendor == "sqlite" else POSTGRES
    for statement in (TABLE, HEAD):
        editor.execute(statement.format(**form))


class Migration(migrations.Migration):
    """Adds the index, and the way to the entries of a case that are new to it."""

    dependencies = (("store", "0003_timeline"),)
    operations = (
        migrations.RunPython(make),
        migrations.AddIndex(
            model_name="storedentry",
            index=models.Index(fields=["case_id", "seq"], name="entry_order"),
        ),
    )
