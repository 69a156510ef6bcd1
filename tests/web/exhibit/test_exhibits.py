"""What a case holds as evidence: recorded by form with the command line's own refusals, and told with its account."""

import pytest
from sent_files import AUTHORITY, EXHIBIT, NUMBER, ready
from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store.accounts import log
from clewline.workflow.phones import authorities, exhibits

ADD = f"/case/{CASE}/authorities/add/"
SAID = {
    "reference": "CD-2026-7",
    "nature": "communications data authorisation",
    "identifiers": "07700 900001\r\nIMEI 35 209900 176148 1",
    "covers_from": "2026-03-01",
    "covers_to": "2026-03-31",
    "purposes": "preventing or detecting serious crime",
}


def test_an_authority_is_recorded_and_told_as_the_command_line_tells_it(site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert "record what allows it" in client.get(f"/case/{CASE}/authorities/").content.decode()
    assert client.post(ADD, SAID).status_code == 302
    page = client.get(f"/case/{CASE}/authorities/").content.decode()
    assert "+447700900001, imei:35209900176148" in page and "1 March 2026 to 31 March 2026" in page
    (entry,) = authorities.standing(CASE)
    assert entry.recorded_by == "officer-own-nightjar-7"
    assert log.looks(case=CASE, most=2)[1].said.changed == entry.id


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"identifiers": "12"}, "One of the identifiers cannot be read"),
        ({"covers_to": "2026-02-01"}, "The period covered ends before it begins."),
        ({"covers_from": "yesterday"}, "Enter a valid date."),
        ({"reference": " "}, "Enter reference"),
    ],
)
def test_what_the_command_line_refuses_the_form_refuses_in_its_words(
    embedded_site: Site, said: dict[str, str], refusal: str
) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    answer = client.post(ADD, SAID | said)
    assert answer.status_code == 422 and refusal in answer.content.decode()
    assert authorities.standing(CASE) == []


def test_the_same_authority_pressed_twice_is_recorded_once(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    client.post(ADD, SAID)
    again = client.post(ADD, SAID)
    assert again.status_code == 422 and "stands in the case already, word for word" in again.content.decode()
    assert client.post(ADD, SAID | {"expires": "2026-12-31"}).status_code == 302
    assert "until 31 December 2026" in client.get(f"/case/{CASE}/authorities/").content.decode()
    assert len(authorities.standing(CASE)) == 1


def test_an_exhibit_is_recorded_moved_and_told(site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    said = {"reference": "NIG/9", "description": "A notebook", "received_by": "Moss"}
    assert client.post(f"/case/{CASE}/exhibits/add/", said).status_code == 302
    twice = client.post(f"/case/{CASE}/exhibits/add/", said)
    assert twice.status_code == 422 and "already" in twice.content.decode()
    page = f"/case/{CASE}/exhibit/NIG~19/"
    assert 'value="Moss"' in client.get(f"{page}move/").content.decode()
    moved = client.post(
        f"{page}move/", {"moved_from": "Moss", "moved_to": "Property store 4", "purpose": "storage"}
    )
    assert moved.url == page
    told = client.get(page).content.decode()
    assert "A notebook" in told and "Property store 4" in told and "storage" in told
    assert len(exhibits.moves(CASE)) == 1
    assert "Property store 4" in client.get(f"/case/{CASE}/exhibits/").content.decode()
    assert client.get(f"/case/{CASE}/exhibit/NIG~18/").status_code == 404
    assert client.post(f"/case/{CASE}/exhibit/NIG~18/move/", {}).status_code == 404


def test_the_page_of_exhibits_holds_the_account_of_every_file(embedded_site: Site) -> None:
    ready()
    client = logged_in(add(Role.DISCLOSURE, Relation.OWN))
    page = client.get(f"/case/{CASE}/exhibits/").content.decode()
    assert EXHIBIT in page and "3 = 1 loaded + 0 known already + 2 refused + 0 blank" in page
    # Whoever may look and not take in is shown no way to it.
    assert "Take a file in" not in page and "Record an exhibit" not in page
    told = client.get(f"/case/{CASE}/authorities/").content.decode()
    assert AUTHORITY in told and NUMBER in told and "nothing" in told


def test_a_case_with_nothing_says_what_to_do(embedded_site: Site) -> None:
    page = logged_in(add(Role.OFFICER, Relation.OWN)).get(f"/case/{CASE}/exhibits/").content.decode()
    assert "The case has no exhibit yet" in page and "Take one in" in page
