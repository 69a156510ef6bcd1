"""The database itself refuses to change or remove a look, and to remove a membership."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from clewline.store.chain import GENESIS

SQLITE = """
create trigger look_no_update before update on accounts_look
begin select raise(abort, 'the access log is append-only'); end;

create trigger look_no_delete before delete on accounts_look
begin select raise(abort, 'the access log is append-only'); end;

create trigger look_no_replace before insert on accounts_look
when exists (select 1 from accounts_look where seq = new.seq)
begin select raise(abort, 'the access log is append-only'); end;

create trigger look_head_no_delete before delete on accounts_lookhead
begin select raise(abort, 'the access log is append-only'); end;

create trigger look_head_no_shortening before update on accounts_lookhead
when new.length < old.length or new.id is not old.id
begin select raise(abort, 'the access log is append-only'); end;

create trigger member_no_delete before delete on accounts_member
begin select raise(abort, 'a membership is ended, not removed'); end;
"""

POSTGRES = """
create function clewline_looks_append_only() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'accounts_lookhead' then
        if new.length >= old.length and new.id = old.id then return new; end if;
    end if;
    raise exception 'the access log is append-only';
end $$;

create function clewline_members_stay() returns trigger language plpgsql as $$
begin
    raise exception 'a membership is ended, not removed';
end $$;

create trigger look_no_change before update or delete on accounts_look
for each row execute function clewline_looks_append_only();
create trigger look_no_truncate before truncate on accounts_look
for each statement execute function clewline_looks_append_only();
create trigger look_head_no_shortening before update or delete on accounts_lookhead
for each row execute function clewline_looks_append_only();
create trigger look_head_no_truncate before truncate on accounts_lookhead
for each statement execute function clewline_looks_append_only();
create trigger member_no_delete before delete on accounts_member
for each row execute function clewline_members_stay();
create trigger member_no_truncate before truncate on accounts_member
for each statement execute function clewline_members_stay();
"""


def forbid(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the head of the empty log, and the triggers of the database in use."""
    apps.get_model("accounts", "LookHead").objects.create(id=1, length=0, head=GENESIS, last_us=0)
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE.strip().split("\n\n"):
            editor.execute(statement)
    else:
        editor.execute(POSTGRES)


class Migration(migrations.Migration):
    """There is no way back: a log that was append-only stays so."""

    dependencies = (("accounts", "0001_initial"),)
    operations = (migrations.RunPython(forbid),)
