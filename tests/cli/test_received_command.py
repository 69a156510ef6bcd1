"""The public form at the command line: how much waits, and what is past its time."""

import json
from datetime import UTC, datetime, timedelta

import pytest

from clewline.store.accounts import log
from clewline.store.received import codes, drafts, sent
from clewline.store.received.answers import Answers, What
from cli.test_commands import good, run

NOW = datetime.now(UTC)
SAID = Answers(called="Dunnock")


def a_referral(at: datetime) -> str:
    reference = drafts.begin(SAID, at=at)
    drafts.send(reference, SAID, area="", at=at)
    return reference


@pytest.mark.usefixtures("embedded")
def test_it_says_how_many_wait_and_since_when() -> None:
    assert good("received").strip() == "Referrals that wait: 0. Drafts: 0."
    a_referral(datetime(2026, 3, 1, 9, 30, tzinfo=UTC))
    a_referral(NOW)
    drafts.begin(SAID, at=NOW)
    told = good("received")
    assert told.strip() == "Referrals that wait: 2 (the first since 2026-03-01 09:30 UTC). Drafts: 1."
    assert "Dunnock" not in told
    told_programs = json.loads(good("received", "--json"))
    held = told_programs.pop("drawing")
    assert told_programs == {"waiting": 2, "since": "2026-03-01T09:30:00+00:00", "drafts": 1}
    assert held and all(held.values()), held


@pytest.mark.usefixtures("embedded")
def test_it_says_so_where_a_file_is_drawn_less_shut_in(monkeypatch: pytest.MonkeyPatch) -> None:
    held = {"opens no file": True, "has no connection": False}
    monkeypatch.setattr("clewline.workflow.refer.redraw.what_holds", lambda: held)
    assert "this machine does not hold that it has no connection" in run("received").stderr
    assert json.loads(good("received", "--json"))["drawing"] == held


@pytest.mark.usefixtures("embedded")
def test_what_is_past_its_time_goes_and_that_it_went_is_logged() -> None:
    old = NOW - timedelta(days=2200)
    settled, waits = a_referral(old), a_referral(old)
    sent.do(settled, sent.CLOSED, What(reason="Helped elsewhere"), by="Moss", at=NOW)
    drafts.begin(SAID, at=NOW - timedelta(days=8))
    young = drafts.begin(SAID, at=NOW - timedelta(days=6))
    said = json.loads(good("received", "--sweep", "--json"))
    assert (said["drafts_removed"], said["destroyed"], said["waiting"], said["drafts"]) == (1, 1, 1, 1)
    assert sent.state(settled).said is None and sent.state(waits).said == SAID
    assert drafts.read(young, begun_after=old) == SAID
    (look,) = log.looks()
    assert (look.act, look.said.by, look.said.shown) == ("destroy received", "retention", 1)
    assert json.loads(good("received", "--sweep", "--json"))["destroyed"] == 0 and log.count() == 1


@pytest.mark.usefixtures("embedded")
def test_a_worker_does_so_when_it_starts() -> None:
    from clewline.workflow.uploads import worker

    drafts.begin(SAID, at=NOW - timedelta(days=8))
    worker.run("w1", until_done=True)
    assert drafts.count() == 0 and len(codes.new_reference()) == codes.REFERENCE
