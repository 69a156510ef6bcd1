"""An intake that is killed leaves all of its batch or nothing, and a chain that verifies."""

import os
import random
import signal
import time

import pytest
from django.conf import settings
from django.db import connection

from clewline.record.kinds.received import Received
from clewline.store import ledger
from clewline.store.verify import verify
from clewline.workflow.intake import take_in
from workflow.files import AT, custody_csv

ROWS = 3000


def _intake_in_a_child(content: bytes, case: str) -> int:
    """Start the intake in a process of its own and return its number."""
    connection.close()
    child = os.fork()
    if child:
        return child
    try:  # the child: it never returns to the test
        take_in(content, file="custody.csv", case=case, by="Moss", at=AT)
    finally:
        os._exit(0)


def _entries(case: str) -> int:
    return sum(1 for e in ledger.read(case) if not isinstance(e.facts, Received))


@pytest.mark.slow
@pytest.mark.parametrize("times", [100])
def test_a_killed_intake_leaves_all_or_nothing_on_sqlite(embedded: str, times: int) -> None:
    _kill_at_random(times)


@pytest.mark.slow
@pytest.mark.postgres
def test_a_killed_intake_leaves_all_or_nothing_on_postgres(record: str) -> None:
    if record == "postgres":
        _kill_at_random(20)


def _kill_at_random(times: int) -> None:
    content = custody_csv(ROWS)
    began = time.monotonic()
    os.waitpid(_intake_in_a_child(content, "whole"), 0)
    took = time.monotonic() - began
    whole = _entries("whole")
    assert whole >= ROWS
    chance = random.Random(11)
    outcomes = []
    for n in range(times):
        case = f"K{n}"
        child = _intake_in_a_child(content, case)
        time.sleep(chance.uniform(0, took))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        found = _entries(case) if case in ledger.cases() else 0
        assert found in (0, whole)
        outcomes.append(found)
        receipts = list(ledger.of_kinds(case, "received"))
        assert len(receipts) == (1 if found else 0)
    verify()
    # Killed early it must have left nothing at least once; and what was killed can be taken in again.
    assert 0 in outcomes
    case = f"K{outcomes.index(0)}"
    assert take_in(content, file="custody.csv", case=case, by="Moss", at=AT).batch
    assert _entries(case) == whole
    assert (settings.HOME / "files").exists()
