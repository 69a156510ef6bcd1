"""A database that could lose what it acknowledged is refused before its first use."""

import pytest
from django.db import connection

from clewline.errors import NotAllowed
from clewline.store.durable import assert_durable


@pytest.mark.parametrize("level", ["normal", "off"])
def test_sqlite_that_does_not_wait_for_the_disk_is_refused(embedded: str, level: str) -> None:
    assert_durable(None, connection)
    with connection.cursor() as cursor:
        cursor.execute(f"pragma synchronous={level}")
    with pytest.raises(NotAllowed, match="could be lost"):
        assert_durable(None, connection)


def test_postgres_that_answers_before_it_has_written_is_refused(record: str) -> None:
    if record != "postgres":
        return
    assert_durable(None, connection)
    with connection.cursor() as cursor:
        cursor.execute("set synchronous_commit = off")
    with pytest.raises(NotAllowed, match="synchronous_commit=off"):
        assert_durable(None, connection)


def test_a_connection_that_is_not_set_to_be_durable_is_refused_at_its_start(
    embedded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection.close()
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "init_command", "pragma synchronous=normal")
    with pytest.raises(NotAllowed, match="synchronous=1"):
        connection.ensure_connection()
    connection.close()
