"""The programmes on a person's page: offers, and what is due of those that were taken up."""

import html
import re
from datetime import date, timedelta

import pytest
from site_made import CASE, PERSON, add, logged_in, today
from test_person_pages import told

from clewline.access import Relation, Role
from clewline.safeguarding.programme import months_after

OF = f"force metropolitan, person {PERSON}, programme New Paths"


@pytest.mark.usefixtures("embedded_site")
def test_a_person_s_page_tells_what_was_offered_taken_up_and_is_due() -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    address = f"/case/{CASE}/person/metropolitan~117/"
    assert "No programme was offered" in client.get(address).content.decode()
    taken_up = today() - timedelta(days=200)
    told(
        f"g1: on {taken_up} programme offered G1, {OF}, offered by Jo, accepted yes\n"
        f"g2: on {months_after(taken_up, 3)} programme outcome G2, {OF}, after 3 months, outcome taking part, "
        "missing again no",
        CASE,
    )
    page = client.get(address).content.decode()
    assert f"Offered on {taken_up:%-d %B %Y} by Jo: taken up" in page
    assert "Taking part; missing again: no" in page
    assert page.count("Overdue") == 1 and f"since {months_after(taken_up, 6):%-d %B %Y}" in page
    assert f"due on {months_after(taken_up, 12):%-d %B %Y}" in page
    link = re.findall(r'href="(/case/[^"]*/record/programme_outcome/[^"]*)"', page)[0]
    form = client.get(html.unescape(link)).content.decode()
    assert 'value="New Paths"' in form and 'value="17"' in form
    for name, said in (("day", taken_up.day), ("month", taken_up.month), ("year", taken_up.year)):
        assert re.search(rf'name="offered_on_{name}"[^>]*value="{said}"', form), name
    reader = logged_in(add(Role.DISCLOSURE, Relation.OWN)).get(address).content.decode()
    assert "Overdue" in reader and "record it" not in reader


@pytest.mark.usefixtures("embedded_site")
def test_an_outcome_that_is_overdue_stands_on_the_first_page_of_who_answers_for_it_until_it_is_recorded() -> (
    None
):
    taken_up = today() - timedelta(days=200)
    six = months_after(taken_up, 6)
    told(f"g1: on {taken_up} programme offered G1, {OF}, offered by Jo, accepted yes", CASE)
    title = f"2 outcomes of programmes are overdue in {CASE}"
    link = f"{PERSON}: New Paths, after 3 months, since {months_after(taken_up, 3):%-d %B %Y}"
    clients = {role: logged_in(add(role, Relation.OWN)) for role in (Role.SUPERVISOR, Role.SAFEGUARDING)}
    for client in clients.values():
        page = html.unescape(client.get("/").content.decode())
        assert title in page and link in page and "#programmes" in page
        assert 'id="programmes"' in client.get(f"/case/{CASE}/person/metropolitan~117/").content.decode()
    for client in (
        *(logged_in(add(role, Relation.OWN)) for role in (Role.OFFICER, Role.DISCLOSURE)),
        logged_in(add(Role.SUPERVISOR)),
    ):
        assert "overdue in" not in html.unescape(client.get("/").content.decode())
    told(f"g2: on {today()} programme outcome G2, {OF}, after 3 months, outcome not known", CASE)
    page = html.unescape(clients[Role.SUPERVISOR].get("/").content.decode())
    assert f"1 outcome of a programme is overdue in {CASE}" in page and f"since {six:%-d %B %Y}" in page


@pytest.mark.usefixtures("embedded_site")
def test_who_refused_is_offered_it_again_and_each_offer_has_its_own_outcomes() -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    first, second = today() - timedelta(days=190), today() - timedelta(days=95)
    offer = {"force": "metropolitan", "person": "17", "programme": "New Paths"}

    def record(kind: str, day: date, press: str, **said: str) -> str:
        sent = (
            offer | said | {"day_day": f"{day.day}", "day_month": f"{day.month}", "day_year": f"{day.year}"}
        )
        answer = client.post(
            f"/case/{CASE}/record/{kind}/", sent | {"press": press, "step": "record"}, follow=True
        )
        return html.unescape(answer.content.decode())

    assert "is recorded" in record("programme_offered", first, "a", offered_by="Jo", accepted="no")
    assert "is recorded" in record("programme_offered", second, "b", offered_by="Jo", accepted="yes")
    assert "says otherwise" in record("programme_offered", second, "c", offered_by="Al", accepted="yes")

    def of_offer(day: date) -> dict[str, str]:
        return {
            "offered_on_day": f"{day.day}",
            "offered_on_month": f"{day.month}",
            "offered_on_year": f"{day.year}",
        }

    said = {"after": "3 months", "outcome": "taking part"}
    wrong = record("programme_outcome", today(), "d", **said, **of_offer(first))
    assert "on that day that they took up" in wrong and f"{second:%-d %B %Y}" in wrong
    assert "is recorded" in record("programme_outcome", today(), "e", **said, **of_offer(second))
    page = client.get(f"/case/{CASE}/person/metropolitan~117/").content.decode()
    refused, taken_up = page.split("offer of ")[1:3]
    assert "not taken up" in refused and "After 3 months" not in refused
    assert "taken up" in taken_up and "Taking part" in taken_up


@pytest.mark.usefixtures("embedded_site")
def test_an_offer_recorded_before_offers_had_their_day_is_read_and_not_recorded_twice() -> None:
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    day = today() - timedelta(days=95)
    told(
        f"g1: on {day} programme offered metropolitan/117/New Paths, {OF}, offered by Jo, accepted yes\n"
        f"g2: on {today()} programme outcome metropolitan/117/New Paths/3 months, {OF}, after 3 months, "
        "outcome completed",
        CASE,
    )
    page = client.get(f"/case/{CASE}/person/metropolitan~117/").content.decode()
    assert f"Offered on {day:%-d %B %Y}" in page and "Completed" in page and "Overdue" not in page
    sent = {
        "force": "metropolitan",
        "person": "17",
        "programme": "New Paths",
        "offered_by": "Jo",
        "press": "a",
    }
    sent |= {
        "day_day": f"{day.day}",
        "day_month": f"{day.month}",
        "day_year": f"{day.year}",
        "step": "record",
    }
    answer = client.post(f"/case/{CASE}/record/programme_offered/", sent)
    assert answer.status_code == 422 and "was offered to" in answer.content.decode()
