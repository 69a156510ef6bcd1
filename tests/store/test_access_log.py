"""The access log: what was appended stays, on both databases."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from clewline.errors import ChainBroken
from clewline.store.accounts import log

AT = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)


def look(minute: int, **more: str) -> None:
    """Append a look."""
    log.append(
        at=AT + timedelta(minutes=minute),
        account=7,
        act="see case",
        said=log.Said(by="moss", shown=minute),
        **more,
    )


def three() -> None:
    look(1, case="dunlin")
    look(2, case="dunlin", subject="L1")
    look(3, case="plover")


def test_looks_are_read_newest_first_and_by_what_was_looked_at(record: str) -> None:
    three()
    assert [one.said.shown for one in log.looks()] == [3, 2, 1]
    assert [one.subject for one in log.looks(case="dunlin")] == ["L1", None]
    (one,) = log.looks(case="dunlin", subject="L1")
    assert (one.at, one.account, one.act, one.outcome) == (AT + timedelta(minutes=2), 7, "see case", "done")
    assert log.count(case="dunlin") == 2 and log.count(account=8) == 0
    assert [x.said.shown for x in log.looks(before=log.looks()[0].seq, most=1)] == [2]


def test_the_chain_of_looks_holds(record: str) -> None:
    assert log.verify() == 0
    three()
    assert log.verify() == 3


@pytest.mark.parametrize(
    "command",
    [
        "update accounts_look set act = 'see home'",
        "delete from accounts_look",
        "delete from accounts_lookhead",
        "update accounts_lookhead set length = 0",
    ],
)
def test_the_database_refuses_to_change_or_remove_a_look(record: str, command: str) -> None:
    three()
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(command)
    assert log.verify() == 3


def without_triggers(command: str, *values: object) -> None:
    """Do what only someone with the database's own keys can."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for name in ("look_no_update", "look_no_delete", "look_head_no_shortening"):
                cursor.execute(f"drop trigger {name}")
        else:
            cursor.execute("alter table accounts_look disable trigger user")
            cursor.execute("alter table accounts_lookhead disable trigger user")
        cursor.execute(command, values)


def test_a_look_that_was_changed_is_found(record: str) -> None:
    three()
    second = log.looks()[1].seq
    without_triggers("update accounts_look set account = 8 where seq = %s", second)
    with pytest.raises(ChainBroken, match=f"Look {second} of the access log is not what was appended"):
        log.verify()


def test_a_look_that_was_taken_out_is_found(record: str) -> None:
    three()
    newest, second, _ = (one.seq for one in log.looks())
    without_triggers("delete from accounts_look where seq = %s", second)
    with pytest.raises(ChainBroken, match=f"Look {newest} of the access log does not follow"):
        log.verify()


def test_a_log_that_was_cut_off_is_found(record: str) -> None:
    three()
    newest = log.looks()[0].seq
    without_triggers("delete from accounts_look where seq = %s", newest)
    with pytest.raises(ChainBroken, match="should hold 3 looks; 2 were found"):
        log.verify()


def test_what_was_asked_for_may_be_any_text(record: str) -> None:
    look(1, case="a\nb\x00" + "c" * 300)
    (one,) = log.looks()
    assert one.case is not None and one.case.isprintable() and len(one.case) == 80
    assert log.verify() == 1
