"""A worker: does long work in its turn, sweeps what was left, and ends with whoever started it."""

import os
import signal
import threading
import time
from datetime import UTC, datetime

from django.core.management import call_command
from django_tasks_db.management.commands.db_worker import Worker

from clewline.workflow.refer import made
from clewline.workflow.uploads import work

INTERVAL = 0.5
"""Seconds between two looks for a task."""
SWEPT_EVERY = 600
KEPT_DAYS = 7
"""Days for which the result of a task is kept."""


def run(worker_id: str, *, until_done: bool = False, parent: int | None = None) -> None:
    """Work until stopped; or until nothing is left, or until `parent`, the process that started this one, has ended."""
    worker = Worker(
        queue_names=["default"],
        interval=INTERVAL,
        batch=until_done,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
        excluded_queue_names=[],
    )
    call_command("prune_db_task_results", min_age_days=KEPT_DAYS, verbosity=0)
    _sweep()
    if not until_done:
        worker.configure_signals()
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    worker.run()


def _watch(parent: int | None) -> None:
    """Sweep now and then; and stop this process once it is an orphan."""
    swept = time.monotonic()
    while True:
        time.sleep(1)
        if parent is not None and os.getppid() != parent:
            os.kill(os.getpid(), signal.SIGTERM)
            return
        if time.monotonic() - swept >= SWEPT_EVERY:
            swept = time.monotonic()
            _sweep()


def _sweep() -> None:
    """Remove files and drafts that were left, and destroy what old referrals of the public form say."""
    now = datetime.now(UTC)
    work.sweep(now)
    made.sweep(now)
