"""Copies taken out of the site: for a reason, as the screen's filters leave it, logged, and nothing of another case."""

import csv
import io
import json
from dataclasses import replace
from hashlib import sha256
from typing import Any
from unittest.mock import patch
from zipfile import ZipFile

import pypdf
import pytest
from django.test import Client, override_settings
from site_made import CASE, LINE, OTHER_CASE, SECRET, Site, add, logged_in, week

from clewline.access import Relation, Role
from clewline.output.copies import FORMATS
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log

SAID = {"reason": "The court asked for it", "to": "Kent Crown Court"}
TIME_LINE = f"/case/{CASE}/copy/"


def take(client: Client, address: str, form: str = "csv", /, **said: str) -> Any:
    return client.post(address, SAID | {"format": form} | said)


def content(answer: Any) -> bytes:
    assert answer.status_code == 200, answer.content.decode()
    return b"".join(answer.streaming_content)


def read(answer: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content(answer).decode("utf-8-sig"))))


def more(case: str, number: int) -> None:
    """Add stated searches to a case."""
    told = "\n".join(
        f"s{n}: on 2023-03-{n % 28 + 1:02d} search S-{n}, force metropolitan, searched person"
        for n in range(number)
    )
    ledger.append(
        [
            replace(entry, case=case, id=f"{case}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(told)
        ]
    )


@pytest.fixture
def officer(embedded_site: Site) -> Client:
    return logged_in(add(Role.OFFICER, Relation.OWN))


def test_a_copy_holds_all_pages_of_what_the_filters_leave(officer: Client) -> None:
    more(CASE, 60)
    rows = read(take(officer, f"{TIME_LINE}?kind=search&first=2023-03-02"))
    days = [row["Day"] for row in rows]
    assert len(rows) == 60 - 3 and days == sorted(days, reverse=True) and min(days) == "2023-03-02"
    assert {row["Kind"] for row in rows} == {"Search"}
    assert all("kind: search; first: 2023-03-02" in row["Copy"] for row in rows)
    assert "Kent Crown Court" in rows[0]["Copy"] and "The court asked for it" in rows[0]["Copy"]


def test_the_log_says_what_left_why_and_for_whom_before_it_leaves(officer: Client) -> None:
    answer = take(officer, TIME_LINE)
    (look,) = log.looks(case=CASE)
    assert (look.act, look.outcome, look.said.shown) == ("export", "done", 4)
    hashed = sha256(content(answer)).hexdigest()
    assert look.said.copy == f"csv sha256:{hashed}"
    assert (look.said.reason, look.said.to) == ("The court asked for it", "Kent Crown Court")
    assert answer["Content-Disposition"].startswith('attachment; filename="time-line-of-case-')
    assert answer["Cache-Control"] == "no-store"
    auditor = logged_in(add(Role.AUDITOR))
    page = auditor.get("/access-log/").content.decode()
    assert hashed in page and "for Kent Crown Court" in page


def test_without_a_log_nothing_leaves(officer: Client) -> None:
    with patch.object(log, "append", side_effect=OSError):
        answer = take(officer, TIME_LINE)
    assert answer.status_code == 503 and SECRET not in answer.content.decode()


@pytest.mark.parametrize("missing", ["reason", "to", "format"])
def test_a_copy_needs_a_format_a_reason_and_somebody_whom_it_is_for(officer: Client, missing: str) -> None:
    answer = take(officer, TIME_LINE, "csv", **{missing: " . "})
    assert answer.status_code == 422 and "There is a problem" in answer.content.decode()
    (look,) = log.looks(case=CASE)
    assert look.outcome == "refused" and look.said.copy is None


def test_a_copy_ends_at_its_limit_and_says_so(officer: Client) -> None:
    with override_settings(COPY_MOST=2):
        rows = read(take(officer, TIME_LINE))
        people = read(take(officer, f"{TIME_LINE}?of=people"))
    assert len(rows) == 2 and "there are more" in rows[0]["Copy"]
    assert len(people) == 1 and "there are more" not in people[0]["Copy"]


def test_a_copy_of_those_of_whom_something_waits_holds_nobody_else(officer: Client) -> None:
    (one,) = read(take(officer, f"{TIME_LINE}?of=people&waits=referral"))
    assert "metropolitan/17" in one.values()
    nobody = take(officer, f"{TIME_LINE}?of=people&waits=sign")
    assert nobody.status_code == 422 and "leave nothing to copy" in nobody.content.decode()
    not_theirs = take(officer, f"{TIME_LINE}?of=people&waits=duty")
    assert not_theirs.status_code == 422 and "make no sense" in not_theirs.content.decode()


def test_what_is_empty_is_not_copied(officer: Client) -> None:
    answer = take(officer, f"{TIME_LINE}?first=2030-01-01")
    assert answer.status_code == 422 and "These filters leave nothing to copy." in answer.content.decode()
    wrong = take(officer, f"{TIME_LINE}?first=2030-01-01&last=2029-01-01")
    assert wrong.status_code == 422 and "make no sense" in wrong.content.decode()
    assert "names such a place" in take(officer, TIME_LINE, "kml").content.decode()


SOURCES = (
    f"/case/{CASE}/copy/",
    f"/case/{CASE}/copy/?of=people",
    f"/case/{CASE}/copy/?of=lines",
    f"/case/{CASE}/copy/?of=links&subject={LINE}",
    f"/case/{CASE}/copy/?of=case+links",
    "/copy/?q=L-17",
    f"/copy/?figure=arrests&start={week()['start']}&end={week()['end']}",
)


@pytest.mark.slow
@pytest.mark.parametrize("address", SOURCES)
def test_no_copy_of_any_format_holds_anything_of_another_case(embedded_site: Site, address: str) -> None:
    # Both cases say the same, but that each names itself: so a word of the other is put into it too.
    word = "Bittern"
    told = f"""
    z1: on 2023-03-02 arrest {word}-1, force metropolitan, person metropolitan/17, line {LINE}, place {word}
    z2: on 2023-03-03 role {word}-2, line {LINE}, person metropolitan/17, role runner, basis {word}, force metropolitan
    """
    ledger.append(
        [
            replace(
                entry, case=OTHER_CASE, id=f"{OTHER_CASE}-{entry.id}", source=Statement("Moss"), batch=None
            )
            for entry in read_notation(told)
        ]
    )
    ledger.append(
        [
            replace(entry, case=CASE, id=f"{CASE}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(
                f"y1: on 2023-03-02 arrest C-18, force metropolitan, person metropolitan/17, line {LINE}, place Deal"
            )
        ]
    )
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    taken = 0
    for name in FORMATS:
        answer = take(client, address, name)
        if answer.status_code == 422:
            continue
        text, taken = opened(name, content(answer)), taken + 1
        assert word not in text and OTHER_CASE not in text, f"{name} of {address}"
    assert taken >= 3


def opened(form: str, made: bytes) -> str:
    """Return all text of a copy."""
    if form == "xlsx":
        book = ZipFile(io.BytesIO(made))
        return "".join(book.read(name).decode(errors="replace") for name in book.namelist())
    if form == "pdf":
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages)
    return made.decode()


@pytest.mark.parametrize("address", SOURCES)
def test_whoever_is_no_member_copies_nothing(embedded_site: Site, address: str) -> None:
    for relation in (Relation.OTHER, Relation.EXPIRED, Relation.FORMER):
        client = logged_in(add(Role.ANALYST, relation))
        answer = take(client, address)
        assert answer.status_code in (404, 422), f"{relation} at {address}"
        assert SECRET not in answer.content.decode()


@pytest.mark.parametrize("role", [Role.SAFEGUARDING, Role.PRESS, Role.PARTNER, Role.AUDITOR])
def test_roles_whose_work_takes_no_copies_are_shown_no_way_to_one(embedded_site: Site, role: Role) -> None:
    client = logged_in(add(role, Relation.OWN))
    assert take(client, TIME_LINE).status_code == take(client, "/copy/?q=L-17").status_code == 404
    assert "Take a copy out" not in client.get(f"/case/{CASE}/").content.decode()


def test_pages_lead_to_their_copies_with_their_filters(officer: Client) -> None:
    page = officer.get(f"/case/{CASE}/?kind=arrest").content.decode()
    assert f'href="/case/{CASE}/copy/?kind=arrest&amp;of=time+line"' in page.replace("%20", "+")
    figure = officer.get("/figures/arrests/", week()).content.decode()
    assert "figure=arrests" in figure
    asked = officer.get(f"/case/{CASE}/copy/?of=time+line&kind=arrest").content.decode()
    assert "arrest" in asked and "20,000 rows at most" in asked
    assert officer.get(f"/case/{CASE}/copy/?of=everything").status_code == 404
    assert officer.get(f"/case/{CASE}/copy/?of=rows&subject={LINE}").status_code == 404


def test_rows_of_a_figure_that_are_not_theirs_are_counted_and_left_out(officer: Client) -> None:
    rows = read(take(officer, SOURCES[-1] + "&force=metropolitan"))
    assert [row["Entry"] for row in rows] == [f"{CASE}-a2"]
    assert "left out: of another case" in rows[0]["Copy"] or "dunlin" not in rows[0]["Copy"]


def test_a_child_is_marked_in_every_copy_that_names_them(officer: Client) -> None:
    (person,) = read(take(officer, SOURCES[1]))
    assert person["Protection"] == "Possible victim first" and "was 16" in person["Why"]
    links = [json.loads(one) for one in content(take(officer, SOURCES[4], "ftm")).splitlines()]
    (named,) = [one for one in links if one["schema"] == "Person"]
    assert any("Protection first" in note for note in named["properties"]["notes"])
