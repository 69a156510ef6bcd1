"""A file is sent, looked at and taken in: nothing is in the record before the last step."""

from sent_files import AUTHORITY, GOOD, PHONES, authority, sent, take
from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store import ledger, uploads
from clewline.workflow.batches import received


def test_a_custody_export_is_told_by_its_content_looked_at_and_taken_in(site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    before = len(list(ledger.read(CASE)))
    page = sent(client, GOOD, "holiday.jpg")
    told = client.get(page).content.decode()
    assert "Custodian" in told and "holiday.jpg" in told
    answer = client.post(page, {"sort": "records", "mapping": "custodian"})
    assert answer.status_code == 302
    looked = client.get(page).content.decode()
    assert "3 records in the file = 3 taken in" in looked and "Take in 3 records" in looked
    assert len(list(ledger.read(CASE))) == before
    taken = take(client, page)
    assert taken.status_code == 302 and "/file/" in taken.url
    assert [one.taken for one in received(CASE)] == [3]
    account = client.get(taken.url).content.decode()
    assert "3 = 3 loaded + 0 known already + 0 refused + 0 blank" in account and "was taken in" in account
    assert uploads.of_case(CASE) == []


def test_phone_records_are_taken_in_under_an_authority_alone(site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, PHONES, "calls.csv")
    assert "record it first" in client.get(page).content.decode()
    client.post(page, {"sort": "phones", "authority": "", "exhibit": "NIG/2"})
    refused = client.get(page).content.decode()
    assert "It holds phone records, which are taken in under an authority; name it." in refused
    authority()
    client.post(page, {"sort": "phones", "authority": AUTHORITY, "exhibit": "NIG/2"})
    looked = client.get(page).content.decode()
    assert "4 records in the file = 2 taken in + 1 refused + 1 outside the authority + 0 blank" in looked
    assert "+447700" not in looked
    taken = take(client, page)
    account = client.get(taken.url).content.decode()
    assert "4 = 2 loaded + 0 known already + 1 refused + 1 out of scope + 0 blank" in account
    exhibit = client.get(f"/case/{CASE}/exhibit/NIG~12/").content.decode()
    assert AUTHORITY in exhibit and "calls.csv" in exhibit
