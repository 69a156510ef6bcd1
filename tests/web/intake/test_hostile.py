"""Whatever is sent ends in a page that says what it is, or why not: nothing is written, and no name is believed."""

import io
import zipfile
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from sent_files import GOOD, send, sent
from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store import ledger, uploads
from clewline.workflow.uploads import work


def _bomb() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", b" " * 20_000_000)
    return content.getvalue()


HOSTILE = {
    "empty.csv": b" ",
    "zero.csv": b"\x00" * 4096,
    "picture.csv": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
    "page.csv": b"<!DOCTYPE html><html><script>alert(1)</script>",
    "paper.csv": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "program.xlsx": b"MZ\x90\x00" + b"\x00" * 200,
    "bomb.xlsx": _bomb(),
    "cut.xlsx": b"PK\x03\x04" + b"\x00" * 40,
    "entities.xml": b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>',
    "noise.csv": bytes((7 * n * n + 3) % 256 for n in range(9000)),
    "quote.csv": b'a,b\n"' + b"x" * 20_000,
    "header.csv": b"a,a,a\n1,2,3\n",
    "markup.csv": b'"<script>alert(1)</script>",{{7*7}}\n1,2\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_cannot_be_read_is_told_and_can_be_left(embedded_site: Site, name: str) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    before = len(list(ledger.read(CASE)))
    page = sent(client, HOSTILE[name], name)
    told = client.get(page)
    assert told.status_code == 200 and "<script>alert" not in told.content.decode()
    assert uploads.find(CASE, page.split("/")[-2]).detected.sort in ("unreadable", "table")
    assert client.post(page, {"sort": "records", "mapping": "custodian"}).status_code == 422
    for of in ("phones", "arrest", "pasted"):
        assert client.get(f"{page}columns/?of={of}").status_code in (200, 422)
    assert len(list(ledger.read(CASE))) == before


@pytest.mark.parametrize(
    "name",
    ["../../record.sqlite3", "\\".join(("C:", "x", "custody.csv")), "a\u202egpj.csv", "<b>.csv", "x" * 400],
)
def test_a_name_is_shown_and_used_for_nothing(embedded_site: Site, name: str) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, GOOD, name)
    one = uploads.find(CASE, page.split("/")[-2])
    assert "/" not in one.name and len(one.name) <= 150 and "\u202e" not in one.name
    inside = [path.name for path in uploads.content(one).parent.iterdir()]
    assert set(inside) <= {"file", "state.json", "lock", "working", "progress"}
    assert "<b>" not in client.get(page).content.decode()


@override_settings(UPLOAD_MB=1)
def test_a_file_that_is_too_large_is_refused_and_nothing_of_it_stays(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    answer = send(client, b"a,b\n" + b"1,2\n" * 400_000)
    assert answer.status_code == 422 and "larger than 1 MiB" in answer.content.decode()
    assert list(uploads.arriving().iterdir()) == [] and uploads.of_case(CASE) == []


def test_nothing_is_written_for_someone_who_is_not_logged_in(embedded_site: Site) -> None:
    answer = send(Client(headers={"host": "localhost"}), GOOD)
    assert answer.status_code == 302 and answer.url.startswith("/log-in/")
    assert not list((settings.HOME / "uploads").rglob("sent.*"))


def test_a_form_without_its_token_sends_nothing(embedded_site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    strict = logged_in(person)
    strict.handler.enforce_csrf_checks = True
    assert send(strict, GOOD).status_code == 403 and uploads.of_case(CASE) == []


def test_a_file_sent_to_another_page_leaves_nothing(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    client.post(f"/case/{CASE}/authorities/add/", {"reference": SimpleUploadedFile("x.csv", GOOD)})
    assert list(uploads.arriving().iterdir()) == []


def test_what_was_sent_and_left_is_swept_after_a_time(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, GOOD)
    half = uploads.arriving() / "sent.half"
    half.write_bytes(b"half")
    now = datetime.now(UTC)
    assert work.sweep(now + timedelta(hours=23)) == 0
    assert work.sweep(now + timedelta(hours=25)) == 2
    assert client.get(page).status_code == 404 and not half.exists()
