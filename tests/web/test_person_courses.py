"""The programmes on a person's page: offers, and what is due of those that were taken up."""

import html
import re
from datetime import timedelta

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
