"""What guards the public form: tries are counted, answers are alike, and sending looks nobody up."""

import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from database_asked import made_by
from django.core import signing
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from referred import ANSWERS, codes_in, come_back, fill_in, send, visitor
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


def test_whoever_tries_a_reference_too_often_waits_and_its_referrer_does_not() -> None:
    reference, code = send(visitor())
    wrong = codes.shown(codes.new_code())
    stranger = visitor("198.51.100.7")
    assert [come_back(stranger, reference, wrong).status_code for _ in range(11)] == [422] * 10 + [429]
    assert come_back(stranger, reference, code).status_code == 429, "the right code waits as well"
    assert come_back(visitor("203.0.113.1"), reference, code).status_code == 200
    made_to_wait = [look for look in log.looks() if look.act == "too many referrals"]
    assert len(made_to_wait) == 1 and made_to_wait[0].account is None
    assert not [look for look in log.looks() if look.act == "too many log-ins"]


def test_nobody_is_locked_out_by_many_who_try_and_the_log_says_that_they_did(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clewline.workflow.refer.limits.BACK_NOTICED", 12)
    reference, code = send(visitor())
    wrong = codes.shown(codes.new_code())
    statuses = [come_back(visitor(f"198.51.100.{n}"), reference, wrong).status_code for n in range(20)]
    assert set(statuses) == {422}
    assert come_back(visitor("203.0.113.1"), reference, code).status_code == 200
    (noticed,) = [look for look in log.looks() if look.act == "codes tried"]
    assert (noticed.subject, noticed.account, noticed.said.asked) == (reference, None, None)


def test_an_address_that_tries_one_reference_after_the_other_waits() -> None:
    code = codes.shown(codes.new_code())
    one = [come_back(visitor(), codes.shown(codes.new_reference()), code).status_code for _ in range(31)]
    assert one == [422] * 30 + [429]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
    ],
)
def test_whoever_has_a_line_of_ipv6_has_one_address(first: str, second: str, same: bool) -> None:
    with override_settings(REFER_RATE=1):
        assert visitor(first).post("/refer/danger/", ANSWERS["danger"]).status_code == 302
        answer = visitor(second).post("/refer/danger/", ANSWERS["danger"])
    assert answer.status_code == (429 if same else 302)


@override_settings(REFER_RATE=1, ALLAUTH_TRUSTED_PROXY_COUNT=1)
def test_behind_a_proxy_each_is_counted_for_themselves_and_nobody_names_themselves_otherwise() -> None:
    def begin(forwarded: str) -> int:
        behind = Client(headers={"host": "localhost", "x-forwarded-for": forwarded}, REMOTE_ADDR="127.0.0.1")
        return behind.post("/refer/danger/", ANSWERS["danger"]).status_code

    assert begin("198.51.100.1") == begin("198.51.100.2") == 302
    assert begin("203.0.113.250, 198.51.100.1") == 429, "what the visitor says of themselves stands before"


def test_a_site_that_is_reached_by_names_stands_behind_a_proxy() -> None:
    ask = "from clewline.site import web; print(web.ALLAUTH_TRUSTED_PROXY_COUNT)"
    told = {}
    for named in ({}, {"CLEWLINE_HOSTS": "clewline.example"}, {"CLEWLINE_PROXIES": "2"}):
        plain = {name: value for name, value in os.environ.items() if not name.startswith("CLEWLINE_")}
        done = subprocess.run(
            [sys.executable, "-c", ask],
            env=plain | named,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        told["".join(named)] = done.stdout.strip()
    assert told == {"": "0", "CLEWLINE_HOSTS": "1", "CLEWLINE_PROXIES": "2"}


@override_settings(REFER_RATE=1)
def test_whoever_has_to_wait_before_sending_is_given_what_opens_it_again_and_loses_nothing() -> None:
    client = visitor()
    fill_in(client)
    with override_settings(REFER_RATE=0):
        refused = client.post("/refer/check/")
    assert refused.status_code == 429 and "Your answers are saved, and not sent yet" in words(refused.content)
    assert Received.objects.count() == 0
    reference, code = codes_in(refused.content.decode())
    later = visitor("192.0.2.2")
    assert come_back(later, reference, code).url == "/refer/check/"
    assert "Dunnock" in words(later.get("/refer/check/").content)
    assert later.post("/refer/check/").status_code == 200 and Received.objects.count() == 1


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
        answers: list[Any] = []
        made = made_by(lambda client=client, answers=answers: answers.append(client.post("/refer/check/")))  # type: ignore[misc]  # bound at once
        (answer,) = answers
        page = re.sub(r"<strong>[^<]*</strong>|nonce=\S*|value=\"[^\"]*\"", "", answer.content.decode())
        asked.append((answer.status_code, page.replace(called, ""), made))
        assert made and not any("store_storedentry" in one or "mention" in one for one in made)
    for one in asked[1:]:
        assert one == asked[0]


def _connection():
    from django.db import connection

    return connection
