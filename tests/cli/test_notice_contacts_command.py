"""Contacts in school hours at the command line: asked under an authority and for a reason, logged, kept once."""

import json
from pathlib import Path

import pytest

from clewline.errors import Misused, NotAllowed
from clewline.store import ledger
from clewline.store.accounts import log
from cli.test_commands import good, refused
from workflow.school_hours_made import PERSON, made

WORDS = ("notice-contacts", "K1", "L1", "--authority", "CD/1", "--because", "Is she used?")


@pytest.mark.usefixtures("embedded")
def test_it_is_printed_and_kept_once(tmp_path: Path) -> None:
    made(tmp_path)
    (entry,) = json.loads(good(*WORDS, "--json"))["noticed"]
    assert entry["new"] and entry["person"] == PERSON and entry["school_days"] == 3
    again = good(*WORDS)
    assert f"{PERSON}  entry" in again and "noticed before" in again
    assert sum(1 for _ in ledger.of_kinds("K1", "contacts_noticed")) == 1
    looks = log.looks(case="K1", act="notice contacts", most=5)
    assert [one.outcome for one in looks] == [log.DONE, log.DONE]
    assert {one.said.reason for one in looks} == {"Is she used?"}


@pytest.mark.usefixtures("embedded")
def test_a_refusal_says_why_and_is_logged(tmp_path: Path) -> None:
    made(tmp_path)
    wrong = refused(*WORDS, "--from", "2026-02-01")
    assert isinstance(wrong, NotAllowed) and "covers 2026-03-01" in str(wrong)
    assert [one.outcome for one in log.looks(case="K1", act="notice contacts", most=5)] == [log.REFUSED]
    assert isinstance(refused(*WORDS[:-1], "..."), Misused)
    assert not list(ledger.of_kinds("K1", "contacts_noticed"))
