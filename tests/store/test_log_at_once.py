"""Looks that many threads append at once are all logged, in one chain."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, connections

from clewline.store.accounts import log
from clewline.store.accounts.log import Said

THREADS, EACH = 16, 50


def test_threads_that_look_at_once_are_all_logged(embedded: str) -> None:
    name = connection.settings_dict["NAME"]
    assert Path(name).is_relative_to(settings.HOME)

    together = Barrier(THREADS)

    def look(who: int) -> None:
        connections["default"].settings_dict["NAME"] = name
        connections["default"].ensure_connection()
        together.wait()
        for n in range(EACH):
            log.append(at=datetime.now(UTC), account=who, act="see case", subject=str(n), said=Said(shown=n))
        connections.close_all()

    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(look, range(THREADS)))
    assert log.verify() == THREADS * EACH
    assert {log.count(account=who) for who in range(THREADS)} == {EACH}


def test_a_look_that_cannot_be_written_leaves_the_log_as_it_was_and_the_next_is_logged(record: str) -> None:
    now = datetime.now(UTC)
    log.append(at=now, account=1, act="see case", said=Said())
    with pytest.raises(DatabaseError):
        log.append(at=now, account=1, act="see case", outcome=None, said=Said())  # type: ignore[arg-type]  # what cannot be written is the story
    log.append(at=now, account=2, act="see case", said=Said())
    assert log.verify() == 2 and [one.account for one in log.looks()] == [2, 1]
