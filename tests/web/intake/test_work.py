"""Long work on a file is a task: it waits for a worker, says how far it is, and can be started again when that ends."""

import os
import signal
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult
from sent_files import GOOD, sent, take
from site_made import CASE, NOW, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store import ledger, uploads
from clewline.store.accounts import log, people
from clewline.store.upload import Upload
from clewline.store.verify import verify
from clewline.workflow.batches import received
from clewline.workflow.uploads import work, worker

CUSTODIAN = {"sort": "records", "mapping": "custodian"}


@pytest.fixture
def long_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every file for a large one."""
    monkeypatch.setattr(work, "AT_ONCE", 0)
    monkeypatch.setattr(work, "SETTLES", timedelta(0))


def test_a_large_file_waits_for_a_worker_and_its_page_says_so(site: Site, long_work: None) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    waits = client.get(page).content.decode()
    assert "It waits for its turn" in waits and '<meta http-equiv="refresh" content="5">' in waits
    assert "No worker has taken it up" not in waits
    worker.run("w1", until_done=True)
    assert "Take in 3 records" in client.get(page).content.decode() and received(CASE) == []
    answer = take(client, page)
    assert answer.url == page and received(CASE) == []
    # Pressed twice before it is done: it is told, and done once.
    again = client.post(f"{page}take/", {"sha256": uploads.find(CASE, _id(page)).sha256}, follow=True)
    assert "The file is being worked on" in again.content.decode()
    worker.run("w2", until_done=True)
    (batch,) = received(CASE)
    assert client.get(page).url == f"/case/{CASE}/file/{batch.batch}/"
    tasks = list(DBTaskResult.objects.all())
    assert [one.args_kwargs for one in tasks] == [{"args": [_id(page)], "kwargs": {}}] * 2
    assert {one.return_value for one in tasks} == {None}
    assert (batch.received_by, log.looks(case=CASE, subject=batch.batch)[-1].said.changed) == (
        "analyst-own-nightjar-7",
        batch.batch,
    )


def test_work_that_waits_for_no_worker_says_whom_to_tell(embedded_site: Site, long_work: None) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    with uploads.changing(_id(page)) as one:
        one.begun = datetime.now(UTC) - timedelta(minutes=2)
    assert "No worker has taken it up" in client.get(page).content.decode()


def test_a_worker_that_is_killed_leaves_nothing_and_its_work_is_started_again(
    site: Site, long_work: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    worker.run("w1", until_done=True)
    take(client, page)
    before = len(list(ledger.read(CASE)))
    child = _killed_while_it_takes_in(page, monkeypatch)
    assert "Stopped" in child and "it can be started again" in child
    assert len(list(ledger.read(CASE))) == before
    one = uploads.find(CASE, _id(page))
    assert client.post(f"{page}again/", {"sha256": one.sha256}).url == page
    assert "It waits for its turn" in client.get(page).content.decode()
    worker.run("w3", until_done=True)
    assert [batch.taken for batch in received(CASE)] == [3]
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == [
        "FAILED",
        "SUCCESSFUL",
        "SUCCESSFUL",
    ]
    verify()


def _killed_while_it_takes_in(page: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Kill a worker in a process of its own while it is at the file; return what its page then says."""
    connection.close()
    child = os.fork()
    if not child:  # it never returns to the test
        monkeypatch.setattr(work, "take", lambda upload, **rest: time.sleep(60))
        worker.run("w2", until_done=True)
        os._exit(0)
    for _ in range(200):
        if uploads.is_worked_on(_id(page)):
            break
        time.sleep(0.05)
    assert work.progress(uploads.get(_id(page))) is work.Progress.RUNNING
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return str(logged_in(people.find_person("analyst-own-nightjar-7")).get(page).content.decode())


def test_whoever_was_taken_off_the_case_meanwhile_takes_nothing_in(
    embedded_site: Site, long_work: None
) -> None:
    person = add(Role.ANALYST, Relation.OWN)
    client = logged_in(person)
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    worker.run("w1", until_done=True)
    take(client, page)
    (member,) = people.members(CASE)
    people.end_member(CASE, member.id, by="Moss", at=NOW)
    worker.run("w2", until_done=True)
    assert received(CASE) == [] and client.get(page).status_code == 404
    other = logged_in(add(Role.OFFICER, Relation.OWN)).get(page).content.decode()
    assert "may no longer take files into this case" in other


def test_a_fault_is_told_without_its_words(
    embedded_site: Site, long_work: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(upload: Upload, **rest: Any) -> None:
        raise RuntimeError("Ng, Jo, 2 March 2008")

    monkeypatch.setattr(work, "look", fails)
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    worker.run("w1", until_done=True)
    told = client.get(page).content.decode()
    assert "Clewline failed, and nothing of the file is in the record" in told
    (task,) = DBTaskResult.objects.all()
    assert task.status == "FAILED" and "Ng, Jo" not in task.traceback + told
    assert "RuntimeError" in task.traceback


def test_a_fault_behind_the_taking_in_neither_hides_it_nor_keeps_its_words(
    embedded_site: Site, long_work: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*some: Any, **rest: Any) -> None:
        raise RuntimeError("Ng, Jo, 2 March 2008")

    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    worker.run("w1", until_done=True)
    take(client, page)
    monkeypatch.setattr(work, "lay_out", fails)
    monkeypatch.setattr(work.log, "append", fails)
    worker.run("w2", until_done=True)
    monkeypatch.undo()
    (batch,) = received(CASE)
    assert uploads.find(CASE, _id(page)).step == "taken" and batch.received_by == "analyst-own-nightjar-7"
    task = DBTaskResult.objects.latest("enqueued_at")
    assert task.status == "FAILED" and "Ng, Jo" not in task.traceback and "RuntimeError" in task.traceback


def test_what_is_being_worked_on_is_neither_swept_nor_left(embedded_site: Site, long_work: None) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    one = uploads.find(CASE, _id(page))
    with uploads.working(one.id):
        assert work.sweep(datetime.now(UTC) + timedelta(days=9)) == 0
        left = client.post(f"{page}leave/", {"sha256": one.sha256}, follow=True).content.decode()
    assert "wait until that is done" in left and uploads.content(one).exists()


def _id(page: str) -> str:
    return page.split("/")[-2]
