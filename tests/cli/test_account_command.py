"""Accounts and the access log at the command line."""

import json
from dataclasses import replace

import pytest
from django.contrib.auth import get_user_model

from clewline.errors import BadInput, Misused, NotAllowed, NotFound
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log, people
from cli.test_commands import good, refused

ADD = ("account", "add", "finch", "--name", "Hale Finch", "--role", "analyst", "--body", "kent")


@pytest.fixture
def finch(embedded: str) -> str:
    return good(*ADD).strip()


def test_an_account_is_made_changed_and_listed(finch: str) -> None:
    account = get_user_model().objects.get(login="finch")
    assert account.check_password(finch) and account.must_change
    assert isinstance(refused(*ADD), BadInput)
    good("account", "role", "finch", "officer", "--because", "He changed teams.")
    good("account", "off", "finch", "--because", "He is on leave.")
    assert good("account", "list").strip() == "finch: Hale Finch, officer, kent, switched off"
    good("account", "on", "finch", "--because", "He is back.")
    new = good("account", "password", "finch", "--because", "He forgot it.").strip()
    account.refresh_from_db()
    assert account.check_password(new) and account.revision == 4
    assert "0 taken away" in good("account", "second-factor", "finch", "--because", "A new telephone.")
    (one,) = json.loads(good("account", "list", "officer", "--json"))
    assert (one["login"], one["in_use"], one["must_change_password"]) == ("finch", True, True)
    reasons = [one.said.reason for one in log.looks(subject=f"account {account.pk}")]
    assert reasons == [
        "A new telephone.",
        "He forgot it.",
        "He is back.",
        "He is on leave.",
        "He changed teams.",
    ]


def test_what_cannot_be_is_refused(finch: str) -> None:
    assert isinstance(refused("account", "off", "nobody", "--because", "Who?"), NotFound)
    assert isinstance(refused("account", "off", "finch", "--because", " - "), Misused)
    assert isinstance(
        refused("account", "role", "finch", "administrator", "--because", "Why not?"), NotAllowed
    )
    assert people.find_person("finch").role.value == "analyst"


def test_a_member_is_made_once_they_have_their_own_password_and_ended_with_a_reason(finch: str) -> None:
    (entry,) = read_notation("a1: on 2023-03-02 arrest C-1, force kent, person kent/1")
    ledger.append([replace(entry, case="K1", source=Statement("Moss"), batch=None)])
    assert isinstance(refused("member", "K1", "finch"), BadInput)
    get_user_model().objects.update(must_change=False)
    assert "is a member of K1" in good("member", "K1", "finch")
    assert isinstance(refused("member", "no-such-case", "finch"), NotFound)
    assert "no longer a member" in good("member", "K1", "finch", "--end", "He left.")
    assert isinstance(refused("member", "K1", "finch", "--end", "He left."), NotFound)
    assert people.members("K1")[0].membership.ended
    assert [one.said.reason for one in log.looks(case="K1", act="manage members")] == ["He left.", None]


def test_the_log_is_listed_by_case_subject_person_act_and_day(finch: str) -> None:
    refused("line", "no-such-case", "07700 900123")
    found = json.loads(good("looks", "--json", "--refused"))
    assert [(one["act"], one["case"], one["subject"]) for one in found] == [
        ("see line", "no-such-case", "+447700900123")
    ]
    assert found[0]["who"] and found[0]["outcome"] == "refused"
    line = good("looks", "--case", "no-such-case", "--act", "see line")
    assert "at the command line saw a line and its phone records of case no-such-case (+447700900123)" in line
    assert "no such line" in good("looks", "--to", "2020-01-01")
    assert "account finch, analyst" in good("looks", "--act", "manage accounts")
    last = log.looks(most=1)[0]
    assert (last.act, last.outcome) == ("see access log", "done"), "to look at the log is a look too"
    assert isinstance(refused("looks", "--account", "nobody"), NotFound)
    assert log.looks(most=1)[0].outcome == "refused"
