"""What guards the public form: tries are counted, answers are alike, and sending looks nobody up."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.core import signing
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from referred import ANSWERS, come_back, fill_in, send, visitor
from site_made import CASE, NOW, PERSON, SECRET, Site, add

from clewline.access import Role
from clewline.store.accounts import log, people
from clewline.store.received import codes
from clewline.store.received.models import Draft, Received
from clewline.web.refer.cookie import COOKIE, IDLE, SALT


@pytest.fixture(autouse=True)
def _somebody_answers(site: Site) -> None:
    """Somebody answers for two areas."""
    add(Role.SAFEGUARDING)
    people.add_person("kestrel", name="Kestrel", role=Role.SUPERVISOR, body="kent", password=None)


def words(page: bytes) -> str:
    """Return the words of a page."""
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", page.decode()).split()))


def test_a_reference_alone_a_wrong_code_and_no_reference_are_answered_alike() -> None:
    reference, code = send(visitor())
    wrong = codes.shown(codes.new_code())
    told = []
    for n, pair in enumerate(((reference, wrong), (codes.shown(codes.new_reference()), code), ("?", "?"))):
        client = visitor(f"192.0.2.{n + 10}")
        with CaptureQueriesContext(_connection()) as asked:
            answer = come_back(client, *pair)
        page = re.sub(r'value="[^"]*"', "", answer.content.decode())
        told.append((answer.status_code, page, len(asked.captured_queries)))
    assert told[0] == told[1] == told[2] and told[0][0] == 422


def test_tries_to_come_back_are_counted_for_each_reference_and_each_address() -> None:
    reference, code = send(visitor())
    wrong = codes.shown(codes.new_code())
    statuses = [come_back(visitor(f"198.51.100.{n}"), reference, wrong).status_code for n in range(11)]
    assert statuses == [422] * 10 + [429]
    assert come_back(visitor("203.0.113.1"), reference, code).status_code == 429, (
        "the right code waits as well"
    )
    one = [come_back(visitor(), codes.shown(codes.new_reference()), code).status_code for _ in range(31)]
    assert one == [422] * 30 + [429]
    made_to_wait = [look for look in log.looks() if look.act == "too many referrals"]
    assert len(made_to_wait) == 2 and {look.account for look in made_to_wait} == {None}
    assert not [look for look in log.looks() if look.act == "too many log-ins"]


@override_settings(REFER_RATE=2)
def test_one_address_may_begin_and_send_so_many_an_hour_and_others_go_on() -> None:
    send(visitor()), send(visitor())
    answer = visitor().post("/refer/danger/", ANSWERS["danger"])
    assert answer.status_code == 429 and "ring 999" in words(answer.content)
    assert visitor("192.0.2.2").post("/refer/danger/", ANSWERS["danger"]).status_code == 302
    assert Received.objects.count() == 2


@override_settings(REFER_RATE_ALL=2)
def test_all_addresses_together_may_begin_so_many_an_hour() -> None:
    statuses = [
        visitor(f"192.0.2.{n}").post("/refer/danger/", ANSWERS["danger"]).status_code for n in range(4)
    ]
    assert statuses == [302, 302, 429, 429]
    assert len([look for look in log.looks() if look.act == "too many referrals"]) == 1


def test_a_form_from_elsewhere_is_refused() -> None:
    client = Client(headers={"host": "localhost"}, enforce_csrf_checks=True)
    for path in ("danger", "back"):
        assert client.post(f"/refer/{path}/", ANSWERS["danger"]).status_code == 403
    assert Draft.objects.count() == 0


def test_a_draft_is_known_by_a_signed_cookie_of_these_pages_and_not_for_long() -> None:
    client = visitor()
    fill_in(client)
    cookie = client.cookies[COOKIE]
    assert cookie["path"] == "/refer/" and cookie["httponly"] and cookie["samesite"] == "Lax"
    (reference,) = Draft.objects.values_list("reference", flat=True)
    forged = visitor()
    forged.cookies[COOKIE] = reference
    assert forged.get("/refer/check/").url == "/refer/"
    late = (datetime.now(UTC) - timedelta(seconds=IDLE + 5)).timestamp()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: late)
        forged.cookies[COOKIE] = signing.dumps(reference, salt=SALT)
    assert forged.get("/refer/check/").url == "/refer/"
    assert client.get("/refer/check/").status_code == 200


def test_sending_is_the_same_for_somebody_known_and_somebody_nobody_knows() -> None:
    people.seal_case(CASE, because="A witness is at risk.", by="Moss", at=NOW)
    asked = []
    for n, called in enumerate((SECRET, PERSON, "Nobody-Knows", SECRET, "Nobody-Knows")):
        client = visitor(f"192.0.2.{n + 20}")
        fill_in(client, who={"called": called, "age": "15"})
        with CaptureQueriesContext(_connection()) as told:
            answer = client.post("/refer/check/")
        page = re.sub(r"<strong>[^<]*</strong>|nonce=\S*|value=\"[^\"]*\"", "", answer.content.decode())
        statements = [
            re.sub(r"'[^']*'|x'[0-9a-f]*'|\b\d+\b", "?", one["sql"]) for one in told.captured_queries
        ]
        asked.append((answer.status_code, page.replace(called, ""), len(statements)))
        assert not any("store_storedentry" in one or "mention" in one for one in statements)
    assert all(one == asked[0] for one in asked[1:])


def _connection():
    from django.db import connection

    return connection
