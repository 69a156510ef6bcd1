"""The page on which a line's records are asked for contacts in school hours: only when somebody says so, and why."""

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.web.addresses import address
from clewline.workflow.phones import opened
from workflow.school_hours_made import CHILD, PERSON, made

PAGE = address("line_school_hours", case="K1", subject="L1")
UNDER = "CD/1: preventing or detecting serious crime (2026-03-01 to 2026-03-31)"
SAID = {"under": UNDER, "reason": "Is she used by the line?"}


@pytest.fixture
def case(embedded: str, tmp_path: Path) -> Iterator[str]:
    made(tmp_path)
    yield "K1"


def person(role: Role, relation: Relation = Relation.OWN) -> Client:
    return logged_in(add(role, relation, "K1"))


def kept() -> int:
    return sum(1 for _ in ledger.of_kinds("K1", "contacts_noticed"))


@pytest.mark.usefixtures("case")
def test_whoever_asks_for_a_reason_is_told_and_so_are_those_who_protect() -> None:
    officer = person(Role.OFFICER)
    form = unescape(officer.get(PAGE).content.decode())
    assert UNDER in form and "School holidays are not known" in form and kept() == 0
    answer = officer.post(PAGE, SAID)
    seen = unescape(answer.content.decode())
    assert answer.status_code == 200 and kept() == 1
    assert PERSON in seen and "in touch on 3 days" in seen and "of them 1 to the line" in seen
    assert "Noticed before" in unescape(officer.post(PAGE, SAID).content.decode()) and kept() == 1
    # The social worker, who sees no phone records, finds it on the first page and on that of the child.
    care = person(Role.SAFEGUARDING)
    home = unescape(care.get("/").content.decode())
    assert "What may be a sign was noticed of 1 person in K1" in home
    page = unescape(care.get(address("person", case="K1", subject=PERSON)).content.decode())
    assert "may have been in touch with the line L1 in school hours, on 3 days" in page
    assert "indicator=out_in_school_hours" in page
    assert care.get(PAGE).status_code == 404 and care.post(PAGE, SAID).status_code == 404


@pytest.mark.usefixtures("case")
def test_the_page_of_undoing_a_file_tells_what_becomes_of_the_notice_and_nobody_is_told_of_it_any_more() -> (
    None
):
    officer, care = person(Role.OFFICER), person(Role.SAFEGUARDING)
    officer.post(PAGE, SAID)
    (receipt,) = ledger.of_kinds("K1", "phone_records")
    undo = address("file_undo", case="K1", subject=receipt.id)
    assert "1 notice of contacts in school hours rests on it" in officer.get(undo).content.decode()
    done = unescape(officer.post(undo, {"reason": "The wrong file"}, follow=True).content.decode())
    assert "1 notice of contacts in school hours withdrawn with it." in done
    assert "What may be a sign" not in unescape(care.get("/").content.decode())


@pytest.mark.usefixtures("case")
def test_the_look_is_in_the_log_with_its_reason_and_a_refusal_too() -> None:
    officer = person(Role.OFFICER)
    assert officer.post(PAGE, SAID).status_code == 200
    refused = officer.post(PAGE, SAID | {"first": "2026-02-01"})
    assert refused.status_code == 422
    assert "covers 2026-03-01 to 2026-03-31" in unescape(refused.content.decode())
    second, first = log.looks(case="K1", act="notice contacts", most=2)
    assert (first.outcome, second.outcome) == (log.DONE, log.REFUSED)
    for one in (first, second):
        assert one.subject == "L1" and one.said.reason == SAID["reason"]
        assert "authority=CD%2F1" in str(one.said.asked)
    assert CHILD not in str([first, second])


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    ("said", "fault"),
    [({"reason": " ... "}, "Say why in words"), ({"under": "CD/9"}, "Select a valid choice")],
)
def test_without_a_reason_or_an_authority_nothing_is_asked(said: dict[str, str], fault: str) -> None:
    answer = person(Role.ANALYST).post(PAGE, SAID | said)
    assert answer.status_code == 422 and fault in unescape(answer.content.decode())
    assert kept() == 0 and not list(ledger.of_kinds("K1", "line_shown"))


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize("role", [Role.DISCLOSURE, Role.PARTNER, Role.PRESS, Role.AUDITOR])
def test_others_are_told_of_no_such_page(role: Role) -> None:
    assert person(role).post(PAGE, SAID).status_code == 404
    assert kept() == 0


@pytest.mark.usefixtures("case")
def test_a_member_of_another_case_is_told_of_no_such_page() -> None:
    assert person(Role.OFFICER, Relation.OTHER).post(PAGE, SAID).status_code == 404
    assert kept() == 0


@pytest.mark.usefixtures("case")
def test_no_page_that_is_only_looked_at_asks_the_records(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*some: object) -> None:
        raise AssertionError("the records were asked")

    officer, care = person(Role.OFFICER), person(Role.SAFEGUARDING)
    monkeypatch.setattr(opened, "open_case", never)
    for client in (officer, care):
        for path in ("/", "/case/K1/", "/case/K1/people/", address("person", case="K1", subject=PERSON)):
            assert client.get(path).status_code == 200
    assert officer.get(PAGE).status_code == 200
    assert kept() == 0 and not list(ledger.of_kinds("K1", "line_shown"))


@pytest.mark.usefixtures("case")
def test_the_line_s_page_leads_there_for_those_who_may() -> None:
    line = address("line", case="K1", subject="L1")
    assert PAGE in person(Role.OFFICER).get(line).content.decode()
    assert PAGE not in person(Role.DISCLOSURE).get(line).content.decode()
