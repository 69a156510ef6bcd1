"""The database itself refuses to change or remove an entry.

The one exception is lawful disposal: the sealed facts of an entry may be emptied, and nothing else of it, once
a `disposal` entry of the same case names it. On SQLite an insert is checked too, because `insert or replace`
would remove a row without firing the delete trigger.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

KEPT = (
    "seq",
    "case_id",
    "entry_id",
    "kind",
    "subject",
    "day",
    "recorded_us",
    "recorded_by",
    "batch",
    "sheet",
    "line",
    "stated_by",
    "corrects",
    "prev",
    "hash",
)

SQLITE = f"""
create trigger entry_no_update before update on store_storedentry
when not (
    new.sealed = x'' and {" and ".join(f"new.{c} is old.{c}" for c in KEPT)}
    and exists (
        select 1 from store_storedentry d
        where d.case_id = old.case_id and d.subject = old.entry_id and d.kind = 'disposal'
    )
)
begin select raise(abort, 'the record is append-only'); end;

create trigger entry_no_delete before delete on store_storedentry
begin select raise(abort, 'the record is append-only'); end;

create trigger entry_no_replace before insert on store_storedentry
when exists (select 1 from store_storedentry where entry_id = new.entry_id)
    or exists (select 1 from store_storedentry where seq = new.seq)
begin select raise(abort, 'UNIQUE constraint failed: the record is append-only'); end;

create trigger chain_no_delete before delete on store_chain
begin select raise(abort, 'the record is append-only'); end;

create trigger chain_no_shortening before update on store_chain
when new.length < old.length or new.case_id is not old.case_id
begin select raise(abort, 'the record is append-only'); end;
"""

POSTGRES = f"""
create function clewline_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'store_storedentry' then
        if new.sealed = ''::bytea and {" and ".join(f"new.{c} is not distinct from old.{c}" for c in KEPT)}
            and exists (
                select 1 from store_storedentry d
                where d.case_id = old.case_id and d.subject = old.entry_id and d.kind = 'disposal'
            )
        then return new; end if;
    elsif tg_op = 'UPDATE' then
        if new.length >= old.length and new.case_id = old.case_id then return new; end if;
    end if;
    raise exception 'the record is append-only';
end $$;

create trigger entry_no_change before update or delete on store_storedentry
for each row execute function clewline_append_only();
create trigger entry_no_truncate before truncate on store_storedentry
for each statement execute function clewline_append_only();
create trigger chain_no_shortening before update or delete on store_chain
for each row execute function clewline_append_only();
create trigger chain_no_truncate before truncate on store_chain
for each statement execute function clewline_append_only();
"""


def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the triggers of the database in use."""
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE.strip().split("\n\n"):
            editor.execute(statement)
    else:
        editor.execute(POSTGRES)


class Migration(migrations.Migration):
    """There is no way back: a record that was append-only stays so."""

    dependencies = (("store", "0001_initial"),)
    operations = (migrations.RunPython(forbid),)
