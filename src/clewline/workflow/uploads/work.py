"""The work on a file that was sent: begun once, done at once where it is short, by a worker where it is long.

A task holds the file's id and nothing else. That work was ended is told from the lock that whoever works holds.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django_tasks import TaskResultStatus, default_task_backend, task
from django_tasks.exceptions import TaskResultDoesNotExist

from clewline.access import ACTS, may
from clewline.errors import ClewlineError, NotAllowed, NotFound
from clewline.store import mentions, uploads
from clewline.store.accounts import log, people
from clewline.store.upload import Upload
from clewline.workflow.tables import lay_out
from clewline.workflow.uploads.look import look, take

AT_ONCE = 1 << 20
"""Bytes of a file up to which the work is done while its sender waits."""
SETTLES = timedelta(seconds=5)
"""How long work may take to take its lock once it has begun."""
TOLD_EVERY = 0.3
"""Seconds between two notes of how far the work is."""
FAULT = "Clewline failed, and nothing of the file is in the record. Try again; tell your administrator if it stays so."
STOPPED = (
    "The work was ended before it was done. Nothing half-done is in the record: it can be started again."
)
WORK = {"arrived": "looking", "looking": "looking", "looked": "taking", "taking": "taking"}
BEFORE = {"looking": "arrived", "taking": "looked"}
AFTER = {"looking": "looked", "taking": "taken"}
logger = logging.getLogger("clewline.site")


class Progress(StrEnum):
    """How far the work on a file is."""

    NONE = "none"
    """Nothing is being done."""
    WAITING = "waiting"
    """No worker has taken it up yet."""
    RUNNING = "running"
    STOPPED = "stopped"
    """Whoever did it was ended."""


class Failed(Exception):
    """Work that failed: the kind of fault, and no words, which may hold a value."""


def begin(case: str, upload: str, step: str, *, by: str, account: int, at: datetime) -> Upload:
    """Begin to look at a file or to take it in; short work is done when this returns.

    :raises NotFound: the case has no such file.
    :raises NotAllowed: it is being worked on, was taken in, or nobody has looked at what it would give.
    """
    uploads.find(case, upload)
    with uploads.changing(upload) as one:
        now = progress(one)
        if one.step == "taken":
            raise NotAllowed("The file was taken in already.")
        if now in (Progress.WAITING, Progress.RUNNING):
            raise NotAllowed("The file is being worked on; wait until that is done.")
        if step == "taking" and one.looked is None:
            raise NotAllowed("Look at what the file would give before it is taken in.")
        if now is Progress.STOPPED and one.task is not None:
            _give_up(one.task)
        one.step, one.begun, one.refused, one.task = step, at, None, None
        one.doer, one.doer_account = by, account
        if step == "looking":
            one.looked = None
        at_once = one.size <= AT_ONCE
        if not at_once:
            one.task = str(work_on.enqueue(upload).id)
    if at_once:
        with suppress(Failed):  # it is said of the file
            do(upload)
    return uploads.find(case, upload)


def progress(upload: Upload) -> Progress:
    """Return how far the work on a file is."""
    if upload.step not in BEFORE:
        return Progress.NONE
    if uploads.is_worked_on(upload.id):
        return Progress.RUNNING
    began = upload.begun or upload.at
    if upload.task is not None:
        try:
            found = default_task_backend.get_result(upload.task)
        except TaskResultDoesNotExist:
            return Progress.STOPPED
        if found.status == TaskResultStatus.READY:
            return Progress.WAITING
        began = max(began, found.started_at or began)
    return Progress.RUNNING if datetime.now(UTC) - began < SETTLES else Progress.STOPPED


def waits_long(upload: Upload) -> bool:
    """Return whether a task has waited so long that there may be no worker."""
    return upload.begun is not None and datetime.now(UTC) - upload.begun > timedelta(seconds=30)


@task()
def work_on(upload: str) -> None:
    """Do the work on a file, whose id this is."""
    with suppress(NotFound):  # it was removed while its work waited
        do(upload)
        one = uploads.get(upload)
        if one.step == "taken":
            _make_ready(one.case)


def _make_ready(case: str) -> None:
    """Bring up to date what the first who asks for a number or searches would otherwise wait for.

    :raises Failed: it could not be; whoever asks then waits.
    """
    try:
        mentions.catch_up([case])
        lay_out()
    except Exception as wrong:
        # The result of a task keeps the words of a fault, which may hold a value.
        raise Failed(type(wrong).__name__) from None


def do(upload: str) -> None:
    """Do the step that a file is in, and say how it ended: done, or refused with the reason.

    :raises Failed: the fault is Clewline's.
    """
    with uploads.working(upload):
        with uploads.changing(upload) as one:
            pass  # whoever began the work has then said so
        if one.step not in BEFORE:
            return  # done by whoever was first
        changes: dict[str, object]
        try:
            changes = _done(one, datetime.now(UTC))
        except ClewlineError as wrong:
            changes = {"step": BEFORE[one.step], "refused": str(wrong)}
        except Exception as wrong:
            logger.error("work on a file failed", extra={"kind": type(wrong).__name__})
            _say(upload, {"step": BEFORE[one.step], "refused": FAULT})
            raise Failed(type(wrong).__name__) from None
        _say(upload, changes)
        if changes["step"] == "taken":
            uploads.drop_content(one)


def sweep(now: datetime) -> int:
    """Remove files that were sent and left; return how many."""
    return uploads.sweep(now, timedelta(hours=settings.UPLOAD_HOURS))


def _done(one: Upload, at: datetime) -> dict[str, object]:
    told = _teller(one.id)
    if one.step == "looking":
        return {"step": "looked", "looked": look(one, by=one.doer, at=at, told=told), "refused": None}
    _still_may(one, at)
    batch = take(one, by=one.doer, at=at, told=told)
    try:
        log.append(
            at=at,
            account=one.doer_account,
            act="take in",
            case=one.case,
            subject=batch,
            said=log.Said(by=one.doer, changed=batch),
        )
    except Exception as wrong:
        # It is in the record, which says itself who took it in: to say that nothing is would be untrue.
        logger.error("the access log could not be written", extra={"kind": type(wrong).__name__})
    return {"step": "taken", "batch": batch, "refused": None}


def _still_may(one: Upload, at: datetime) -> None:
    """Refuse work whose asker has been taken off the case, or changed their work, while it waited.

    :raises NotAllowed: they may no longer take files in.
    """
    person = people.find_person(one.doer)
    relation = people.standing(person, one.case, at.date()).relation
    if not person.active or not may(ACTS["take in"], person.role, relation):
        raise NotAllowed("Whoever asked for it may no longer take files into this case.")


def _say(upload: str, changes: dict[str, object]) -> None:
    with uploads.changing(upload) as one:
        for name, value in changes.items():
            setattr(one, name, value)


def _teller(upload: str) -> Callable[[int], None]:
    last = 0.0

    def told(records: int) -> None:
        nonlocal last
        if time.monotonic() - last >= TOLD_EVERY:
            last = time.monotonic()
            uploads.tell(upload, records)

    uploads.tell(upload, 0)
    return told


def _give_up(task_id: str) -> None:
    """Mark a task whose worker was ended as failed, so that it is not taken for one that runs."""
    from django_tasks_db.models import DBTaskResult

    for found in DBTaskResult.objects.filter(pk=task_id, status=TaskResultStatus.RUNNING):
        found.set_failed(Failed("Stopped"))
