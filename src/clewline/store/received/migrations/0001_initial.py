"""The tables of the public form; the database itself refuses to change or remove what was sent."""

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from clewline.store.fields import Seq

SQLITE = """
create trigger received_no_delete before delete on received_received
begin select raise(abort, 'what was received is not removed'); end;

create trigger received_no_replace before insert on received_received
when exists (select 1 from received_received where reference = new.reference or seq = new.seq)
begin select raise(abort, 'what was received is not changed'); end;

create trigger received_no_update before update on received_received
when length(new.sealed) > 0 or new.seq is not old.seq or new.reference is not old.reference
  or new.code is not old.code or new.area is not old.area or new.received_us is not old.received_us
begin select raise(abort, 'what was received is not changed'); end;

create trigger received_done_no_delete before delete on received_done
begin select raise(abort, 'what was done about a referral is not removed'); end;

create trigger received_done_no_replace before insert on received_done
when exists (select 1 from received_done where seq = new.seq or (reference = new.reference and what = new.what))
begin select raise(abort, 'what was done about a referral is not changed'); end;

create trigger received_done_no_update before update on received_done
when length(new.sealed) > 0 or new.seq is not old.seq or new.reference is not old.reference
  or new.what is not old.what or new.at_us is not old.at_us or new.by is not old.by
begin select raise(abort, 'what was done about a referral is not changed'); end;

create trigger received_picture_no_delete before delete on received_picture
when exists (select 1 from received_received where reference = old.reference)
begin select raise(abort, 'what was received is not removed'); end;

create trigger received_picture_no_update before update on received_picture
when length(new.sealed) > 0 or new.reference is not old.reference or new.file is not old.file
  or new.page is not old.page
begin select raise(abort, 'what was received is not changed'); end;

create trigger received_picture_no_more before insert on received_picture
when exists (select 1 from received_received where reference = new.reference)
begin select raise(abort, 'what was received is not changed'); end;
"""

POSTGRES = """
create function clewline_received_stays() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'what was received is not removed'; end if;
    if length(new.sealed) > 0 or to_jsonb(new) - 'sealed' is distinct from to_jsonb(old) - 'sealed'
    then raise exception 'what was received is not changed'; end if;
    return new;
end $$;

create function clewline_picture_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if exists (select 1 from received_received where reference = old.reference)
        then raise exception 'what was received is not removed'; end if;
        return old;
    end if;
    if tg_op = 'INSERT' then
        if exists (select 1 from received_received where reference = new.reference)
        then raise exception 'what was received is not changed'; end if;
        return new;
    end if;
    if length(new.sealed) > 0 or to_jsonb(new) - 'sealed' is distinct from to_jsonb(old) - 'sealed'
    then raise exception 'what was received is not changed'; end if;
    return new;
end $$;

create trigger received_stays before update or delete on received_received
for each row execute function clewline_received_stays();
create trigger received_no_truncate before truncate on received_received
for each statement execute function clewline_received_stays();
create trigger received_done_stays before update or delete on received_done
for each row execute function clewline_received_stays();
create trigger received_done_no_truncate before truncate on received_done
for each statement execute function clewline_received_stays();
create trigger received_picture_stays before insert or update or delete on received_picture
for each row execute function clewline_picture_stays();
create trigger received_picture_no_truncate before truncate on received_picture
for each statement execute function clewline_received_stays();
"""


def keep(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the triggers of the database in use."""
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE.strip().split("\n\n"):
            editor.execute(statement)
    else:
        editor.execute(POSTGRES)


class Migration(migrations.Migration):
    """There is no way back: what was received stays."""

    initial = True

    dependencies = ()
    operations = (
        migrations.CreateModel(
            name="Draft",
            fields=[
                ("reference", models.CharField(max_length=12, primary_key=True, serialize=False)),
                ("code", models.BinaryField(null=True)),
                ("begun_us", models.BigIntegerField()),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Received",
            fields=[
                ("seq", Seq(primary_key=True, serialize=False)),
                ("reference", models.CharField(max_length=12, unique=True)),
                ("code", models.BinaryField()),
                ("area", models.CharField(max_length=100)),
                ("received_us", models.BigIntegerField()),
                ("sealed", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Done",
            fields=[
                ("seq", Seq(primary_key=True, serialize=False)),
                ("reference", models.CharField(max_length=12)),
                ("what", models.CharField(max_length=20)),
                ("at_us", models.BigIntegerField()),
                ("by", models.CharField(max_length=200)),
                ("sealed", models.BinaryField()),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=["reference", "what"], name="done_once")],
            },
        ),
        migrations.CreateModel(
            name="Picture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reference", models.CharField(max_length=12)),
                ("file", models.SmallIntegerField()),
                ("page", models.SmallIntegerField()),
                ("sealed", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=["reference", "file", "page"], name="picture_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Tried",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("stretch", models.BigIntegerField()),
                ("ends_us", models.BigIntegerField()),
                ("times", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Salt",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("salt", models.BinaryField()),
            ],
        ),
        migrations.RunPython(keep),
    )
