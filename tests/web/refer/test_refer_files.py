"""Pictures and documents that come with a referral: added, taken off, and seen by those who answer for the area."""

import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from PIL import Image
from referred import codes_in, fill_in, visitor
from site_made import Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store import uploads
from clewline.store.accounts import log, people
from clewline.store.received import codes, sent
from clewline.store.received.models import Draft, Picture
from clewline.web.refer.forms import TRAPPED
from clewline.workflow.refer import redrawing


@pytest.fixture
def writer(site: Site) -> Client:
    """Somebody who has answered every question."""
    add(Role.SAFEGUARDING, Relation.OWN)
    client = visitor()
    fill_in(client)
    return client


def picture(colour: str = "red", kind: str = "PNG") -> bytes:
    written = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(written, kind)
    return written.getvalue()


def put(client: Client, content: bytes, name: str = "bag.png", **more: str) -> Any:
    """Add a file."""
    return client.post("/refer/files/", {"file": SimpleUploadedFile(name, content)} | more)


def words(answer: Any) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split()))


def left() -> list[str]:
    """Return what lies aside of files that were sent."""
    return [one.name for one in uploads.arriving().iterdir()]


def test_a_file_is_added_is_sent_and_is_seen_as_it_was_drawn_anew(writer: Client) -> None:
    assert put(writer, picture()).url == "/refer/files/"
    assert "bag.png, 1 page" in words(writer.get("/refer/files/"))
    assert "bag.png" in words(writer.get("/refer/check/"))
    reference, _ = codes_in(writer.post("/refer/check/").content.decode())
    carer = logged_in(people.find_person("safeguarding-own-nightjar-7"))
    page = carer.get(f"/received/{reference}/").content.decode()
    (way,) = re.findall(r'href="(/received/[^"]*/picture/[^"]*)"', page)
    answer = carer.get(unescape(way))
    assert answer["Content-Type"] == "image/jpeg" and answer["X-Content-Type-Options"] == "nosniff"
    assert Image.open(io.BytesIO(answer.content)).size == (60, 40)
    (look,) = log.looks(most=1)
    assert (look.act, look.subject, look.said.asked) == ("see received", reference, "file 1, page 1")
    one = sent.state(codes.typed(reference, codes.REFERENCE))
    assert (
        one.said is not None
        and one.said.files[0].size == len(picture())
        and len(one.said.files[0].sha256) == 64
    )


def test_the_file_itself_is_kept_nowhere(writer: Client) -> None:
    content = picture()
    put(writer, content)
    assert left() == []
    kept = [bytes(one.sealed) for one in Picture.objects.all()]
    assert len(kept) == 1 and content not in kept[0] and b"PNG" not in kept[0]


def test_nobody_sees_a_picture_to_whom_the_referral_is_not(writer: Client) -> None:
    put(writer, picture())
    reference, _ = codes_in(writer.post("/refer/check/").content.decode())
    way = f"/received/{reference}/picture/?file=1&page=1"
    people.add_person("kestrel", name="Kestrel", role=Role.SUPERVISOR, body="kent", password=None)
    assert logged_in(people.find_person("kestrel")).get(way).status_code == 404
    assert logged_in(add(Role.OFFICER, Relation.OWN)).get(way).status_code == 404
    assert visitor().get(way).status_code == 302
    carer = logged_in(people.find_person("safeguarding-own-nightjar-7"))
    assert carer.get(way).status_code == 200
    for absent in ("file=2&page=1", "file=1&page=2"):
        assert carer.get(f"/received/{reference}/picture/?{absent}").status_code == 404


def test_three_files_are_added_and_no_more_and_each_is_taken_off(writer: Client) -> None:
    for colour in ("red", "green", "blue"):
        assert put(writer, picture(colour)).status_code == 302
    assert "There are 3 files already" in words(put(writer, picture("white")))
    assert 'type="file"' not in writer.get("/refer/files/").content.decode()
    assert writer.post("/refer/files/", {"remove": "2"}).status_code == 302
    assert sorted(Picture.objects.values_list("file", flat=True)) == [1, 3]
    assert put(writer, picture("white")).status_code == 302
    assert sorted(Picture.objects.values_list("file", flat=True)) == [1, 3, 4]
    assert "This file is there already" not in words(writer.get("/refer/files/"))


def test_the_same_file_twice_is_refused(writer: Client) -> None:
    put(writer, picture())
    answer = put(writer, picture(), name="other.png")
    assert answer.status_code == 422 and "This file is there already" in words(answer)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"MZ\x90\0 a program", "photograph.jpg"),
        (b"<html><script>alert(1)</script>", "bag.png"),
        (b"GIF89a" + bytes(50), "bag.gif"),
    ],
)
def test_what_a_file_is_called_makes_it_nothing_else(writer: Client, content: bytes, name: str) -> None:
    answer = put(writer, content, name=name)
    assert answer.status_code == 422 and redrawing.WHAT in words(answer)
    assert Picture.objects.count() == 0 and left() == []


def test_a_picture_under_another_name_is_a_picture(writer: Client) -> None:
    assert put(writer, picture(), name="../../etc/passwd\u202e.exe").status_code == 302
    page = writer.get("/refer/files/").content.decode()
    assert "../" not in page and "\u202e" not in page


def test_a_file_that_is_too_large_or_empty_or_none_is_refused(writer: Client) -> None:
    too_large = put(writer, picture() + bytes(10 << 20))
    assert too_large.status_code == 422 and "larger than 10 MB" in words(too_large)
    assert put(writer, picture() + bytes((10 << 20) - len(picture()))).status_code == 302
    for answer in (put(writer, b""), writer.post("/refer/files/", {})):
        assert answer.status_code == 422 and "There is a problem" in words(answer)
    assert left() == []


def test_a_file_with_the_trap_filled_is_refused_with_a_sentence(writer: Client) -> None:
    answer = put(writer, picture(), website="x")
    assert answer.status_code == 422 and TRAPPED in words(answer) and Picture.objects.count() == 0


def test_nothing_is_written_for_whoever_writes_no_draft(
    embedded_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    add(Role.SAFEGUARDING)
    monkeypatch.setattr("clewline.web.intake.arriving.tempfile.mkstemp", lambda **named: made.append("file"))
    assert put(visitor(), picture()).url == "/refer/"
    started = visitor()
    fill_in(started)
    for path in ("danger", "who", "check", "back"):
        started.post(f"/refer/{path}/", {"file": SimpleUploadedFile("bag.png", picture())})
    assert made == []


def test_a_body_that_is_far_too_large_is_not_read(writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clewline.web.refer.arriving.DRAINED_MB", 0)
    answer = put(writer, picture())
    assert answer.status_code == 422 and Picture.objects.count() == 0 and left() == []


@override_settings(UPLOAD_MB=1)
def test_the_limit_of_files_that_are_taken_in_is_another(writer: Client) -> None:
    assert put(writer, picture() + bytes(2 << 20)).status_code == 302


@pytest.mark.parametrize("dies", ["os.kill(os.getpid(), 11)", "os._exit(1)", "os.abort()"])
def test_a_reader_that_breaks_down_loses_nothing_of_the_referral(
    writer: Client, dies: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken.py"
    broken.write_text(f"import os\n{dies}\n", encoding="utf-8")
    monkeypatch.setattr("clewline.workflow.refer.redraw.DRAWS", broken)
    answer = put(writer, picture())
    assert answer.status_code == 422 and "could not be drawn anew safely" in words(answer)
    assert Picture.objects.count() == 0 and left() == []
    reference, _ = codes_in(writer.post("/refer/check/").content.decode())
    one = sent.state(codes.typed(reference, codes.REFERENCE))
    assert one.said is not None and one.said.called == "Dunnock" and one.said.files == ()


def test_files_of_one_address_are_counted(writer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clewline.workflow.refer.limits.FILES_AN_HOUR", 1)
    assert put(writer, picture()).status_code == 302
    assert put(writer, picture("green")).status_code == 429


def test_pictures_of_a_draft_that_dies_die_with_it(writer: Client) -> None:
    from datetime import UTC, datetime

    from clewline.workflow.refer import made

    put(writer, picture())
    Draft.objects.update(begun_us=1)
    assert made.sweep(datetime.now(UTC)) == (1, 0)
    assert Draft.objects.count() == Picture.objects.count() == 0
