"""The gate: no page without a line in the access log, and none to whoever is no longer there."""

import json
import logging
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import override_settings
from site_made import CASE, NOW, SECRET, Site, add, logged_in, week

from clewline.access import Purpose, Relation, Role
from clewline.site.logs import Lines
from clewline.store.accounts import log, people


def test_each_page_is_a_look_with_who_what_and_why(site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person)
    client.get(f"/case/{CASE}/entry/{site.entry}/")
    client.get(f"/case/{CASE}/", {"kind": "arrest"})
    timeline, entry = log.looks()
    assert (entry.account, entry.act, entry.outcome) == (person.id, "see entry", "done")
    assert (entry.case, entry.subject) == (CASE, site.entry)
    assert (entry.said.purpose, entry.said.by) == ("investigation", person.login)
    assert (timeline.said.asked, timeline.said.shown) == ("kind=arrest", 1)
    assert log.verify() == 2


def test_what_was_refused_is_a_look_too(embedded_site: Site) -> None:
    logged_in(add(Role.OFFICER)).get(f"/case/{CASE}/entry/{embedded_site.entry}/")
    (one,) = log.looks()
    assert (one.outcome, one.case, one.subject) == ("refused", CASE, embedded_site.entry)


def test_a_look_that_cannot_be_logged_is_not_had(
    embedded_site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))

    def full(**said: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(log, "append", full)
    for path in (f"/case/{CASE}/", f"/case/{CASE}/entry/{embedded_site.entry}/", "/figures/"):
        answer = client.get(path)
        assert answer.status_code == 503 and SECRET not in answer.content.decode()


def test_a_log_that_the_database_refuses_shows_nothing(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "create trigger full before insert on accounts_look begin select raise(abort, 'disk full'); end"
        )
    answer = client.get(f"/case/{CASE}/")
    assert answer.status_code == 503 and SECRET not in answer.content.decode()


def test_a_session_left_alone_is_over(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert client.get("/").status_code == 200
    session = client.session
    session["seen"] -= 31 * 60
    session.save()
    answer = client.get("/")
    assert answer.status_code == 302 and answer.url.startswith("/log-in/")


def test_whoever_is_taken_off_a_case_sees_it_no_more(embedded_site: Site) -> None:
    person = add(Role.ANALYST)
    number = people.add_member(
        CASE, person, purpose=Purpose.REVIEW, first=NOW.date() - timedelta(days=1), by="Moss", at=NOW
    )
    client = logged_in(person)
    assert client.get(f"/case/{CASE}/").status_code == 200
    people.end_member(CASE, number, by="Moss", at=NOW)
    assert client.get(f"/case/{CASE}/").status_code == 404


def test_an_account_that_is_switched_off_is_out_at_once(embedded_site: Site) -> None:
    person = add(Role.ANALYST, Relation.OWN)
    client = logged_in(person)
    assert client.get("/").status_code == 200
    get_user_model().objects.filter(pk=person.id).update(is_active=False)
    assert client.get("/").status_code == 302


def test_the_demo_s_people_are_refused_outside_the_demo(embedded_site: Site) -> None:
    person = people.add_person(
        "officer", name="Ola", role=Role.OFFICER, body="metropolitan", password="x" * 12, made_up=True
    )
    with override_settings(DEMO=True):
        assert logged_in(person).get("/").status_code == 200
    assert logged_in(person).get("/").status_code == 302


def test_what_changes_something_is_posted_and_what_shows_something_is_not(embedded_site: Site) -> None:
    assert logged_in(add(Role.OFFICER, Relation.OWN)).post(f"/case/{CASE}/").status_code == 405


def test_who_has_looked_names_them(embedded_site: Site) -> None:
    first = add(Role.OFFICER, Relation.OWN)
    logged_in(first).get(f"/case/{CASE}/entry/{embedded_site.entry}/")
    second = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    page = second.get(f"/case/{CASE}/looks/", {"subject": embedded_site.entry}).content.decode()
    assert first.name in page and "saw an entry" in page and "1 look so far" in page


def test_an_auditor_sees_who_looked_and_no_case(embedded_site: Site) -> None:
    logged_in(add(Role.OFFICER, Relation.OWN)).get(f"/case/{CASE}/")
    auditor = logged_in(add(Role.AUDITOR))
    page = auditor.get("/access-log/", {"case": CASE}).content.decode()
    assert "officer own" in page and "saw a case" in page and SECRET not in page
    assert auditor.get(f"/case/{CASE}/").status_code == 404


def test_every_page_says_why_it_can_be_seen(embedded_site: Site) -> None:
    page = logged_in(add(Role.OFFICER, Relation.OWN)).get(f"/case/{CASE}/").content.decode()
    assert "Why can I see this?" in page and "Moss made you a member of it for investigation." in page


def test_the_site_s_own_log_holds_no_person_s_data(
    embedded_site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    with caplog.at_level(logging.DEBUG):
        client.get(f"/case/{CASE}/entry/{SECRET}/")
        client.get("/case/", {"subject": SECRET})
        client.get(f"/figures/{SECRET}/", week())
        client.get(f"/{SECRET}")
    lines = [Lines().format(one) for one in caplog.records]
    assert lines and not any(SECRET in line for line in lines)
    assert all(json.loads(line)["at"] for line in lines)
