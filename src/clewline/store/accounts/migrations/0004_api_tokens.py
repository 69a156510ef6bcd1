"""Tokens of the API, which are ended and never removed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

SQLITE = """
create trigger token_no_delete before delete on accounts_apitoken
begin select raise(abort, 'a token is ended, not removed'); end;

create trigger token_stays_ended before update on accounts_apitoken
when (old.ended_at is not null and new.ended_at is not old.ended_at) or new.ends_at is not old.ends_at
  or new.account_id is not old.account_id or new.hash is not old.hash
begin select raise(abort, 'a token stays whose it is, and stays ended'); end;
"""

POSTGRES = """
create function clewline_token_stays() returns trigger language plpgsql as $$
begin
    if tg_op in ('DELETE', 'TRUNCATE') then raise exception 'a token is ended, not removed'; end if;
    if (old.ended_at is not null and new.ended_at is distinct from old.ended_at)
        or new.ends_at is distinct from old.ends_at or new.account_id is distinct from old.account_id
        or new.hash is distinct from old.hash
    then raise exception 'a token stays whose it is, and stays ended'; end if;
    return new;
end $$;
create trigger token_stays before update or delete on accounts_apitoken
for each row execute function clewline_token_stays();
create trigger token_no_truncate before truncate on accounts_apitoken
for each statement execute function clewline_token_stays();
"""


def keep(apps: StateApps, editor: BaseDatabaseSchemaEditor) -> None:
    """Write the triggers of the database in use."""
    if editor.connection.vendor == "sqlite":
        for statement in SQLITE.strip().split("\n\n"):
            editor.execute(statement)
    else:
        editor.execute(POSTGRES)


class Migration(migrations.Migration):
    """There is no way back: who could ask what is a question for years."""

    dependencies = (("accounts", "0003_managed"),)
    operations = (
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                ("handle", models.CharField(max_length=16, unique=True)),
                ("hash", models.BinaryField()),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("used_at", models.DateTimeField(null=True)),
                ("minute", models.BigIntegerField(default=0)),
                ("uses", models.IntegerField(default=0)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.RunPython(keep),
    )
