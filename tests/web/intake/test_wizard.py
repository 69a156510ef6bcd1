"""A file is sent, looked at and taken in: nothing is in the record before the last step."""

import csv
import io
from hashlib import sha256

import pytest
from sent_files import AUTHORITY, GOOD, PHONES, WITH_PROBLEMS, authority, ready, send, sent, take
from site_made import CASE, NOW, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.errors import NotAllowed
from clewline.store import ledger, uploads
from clewline.store.accounts import log
from clewline.store.upload import Choices
from clewline.workflow.batches import received
from clewline.workflow.uploads import work

REFUSED = "It holds phone records, which are taken in under an authority; name it."
CUSTODIAN = {"sort": "records", "mapping": "custodian"}


def test_a_custody_export_is_told_by_its_content_looked_at_and_taken_in(site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    before = len(list(ledger.read(CASE)))
    page = sent(client, GOOD, "holiday.jpg")
    told = client.get(page).content.decode()
    assert "Custodian" in told and "holiday.jpg" in told
    assert client.post(page, CUSTODIAN).status_code == 302
    looked = client.get(page).content.decode()
    assert "3 records in the file = 3 taken in" in looked and "Take in 3 records" in looked
    assert len(list(ledger.read(CASE))) == before
    taken = take(client, page)
    assert taken.status_code == 302 and "/file/" in taken.url
    assert [one.taken for one in received(CASE)] == [3]
    account = client.get(taken.url).content.decode()
    assert "3 = 3 loaded + 0 known already + 0 refused + 0 blank" in account and "was taken in" in account
    assert uploads.of_case(CASE) == []
    # Pressed twice, or followed back: it is in the record once, and the page says where.
    assert client.get(page).url == taken.url
    assert (
        client.post(f"{page}take/", {"sha256": uploads.find(CASE, page.split("/")[-2]).sha256}).status_code
        == 302
    )
    assert len(received(CASE)) == 1


def test_the_same_file_again_adds_nothing_and_is_told_so(embedded_site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    for _ in range(2):
        page = sent(client, GOOD)
        client.post(page, CUSTODIAN)
        looked = client.get(page).content.decode()
        if "Received before" not in looked:
            take(client, page)
    assert "Taking it in again adds nothing" in looked and len(received(CASE)) == 1


def test_phone_records_are_taken_in_under_an_authority_alone(site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, PHONES, "calls.csv")
    assert "record it first" in client.get(page).content.decode()
    refused = client.post(page, {"sort": "phones", "authority": "", "exhibit": ""})
    assert refused.status_code == 422 and REFUSED in refused.content.decode()
    assert "Name the exhibit that the file is." in refused.content.decode()
    strange = client.post(page, {"sort": "phones", "authority": "CD-of-another-case", "exhibit": "NIG/2"})
    assert strange.status_code == 422 and "Take in" not in strange.content.decode().partition("<main")[2]
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
    copy = client.post(f"{taken.url}refused/", {"reason": "To the operator."}).content.decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(copy))
    assert row["line"] == "5" and row["why"] and "2026-99" not in copy


def test_phone_records_said_to_be_a_system_s_export_are_refused_in_the_command_line_s_words(
    embedded_site: Site,
) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, PHONES, "custody.csv")
    columns = {"of": "arrest", "dates": "yyyy-mm-dd", "day": "1", "subject": "0", "same_force": "kent"}
    assert client.post(f"{page}columns/", columns | {"of_person": "0"}).status_code == 302
    client.post(page, {"sort": "records", "mapping": "own"})
    assert REFUSED in client.get(page).content.decode()
    client.post(page, {"sort": "records", "mapping": "generic"})
    assert "Take in" not in client.get(page).content.decode().partition("<main")[2] and received(CASE) == []


def test_a_lapsed_authority_takes_nothing_in_and_says_so_as_the_command_line_does(
    embedded_site: Site,
) -> None:
    from datetime import date

    client = logged_in(add(Role.OFFICER, Relation.OWN))
    authority(expires=date(2026, 4, 30))
    page = sent(client, PHONES)
    client.post(page, {"sort": "phones", "authority": AUTHORITY, "exhibit": "NIG/2"})
    refused = client.get(page).content.decode()
    assert f"The authority {AUTHORITY} lapsed on 2026-04-30: nothing more is taken in under it." in refused
    assert "Lapsed on 30 April 2026" in client.get(f"/case/{CASE}/authorities/").content.decode()


def test_what_is_refused_is_told_by_line_and_can_be_had_without_a_formula(embedded_site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, WITH_PROBLEMS, "=cmd.csv")
    client.post(page, CUSTODIAN)
    looked = client.get(page).content.decode()
    assert "3 records in the file = 1 taken in + 0 known already + 2 refused" in looked
    assert "Line 3" in looked and "no such day" in looked and "HYPERLINK" not in looked
    taken = take(client, page).url
    assert client.post(f"{taken}refused/", {}).status_code == 422
    answer = client.post(f"{taken}refused/", {"reason": "To Custodian's office."})
    assert answer["Content-Disposition"].startswith("attachment") and answer["Content-Type"].startswith(
        "text/csv"
    )
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["line"], row["column"]) for row in rows if row["refused"] == "yes"] == [
        ("3", "Arrested On"),
        ("4", "Arrested On"),
    ]
    assert rows[-1]["Custody No"] == "'=HYPERLINK(1)" and rows[-1]["Surname"] == "'=1+1"
    look = log.looks(case=CASE, most=1)[0]
    assert (look.act, look.said.reason, look.said.shown) == (
        "take refused rows",
        "To Custodian's office.",
        len(rows),
    )
    assert look.said.copy == f"csv sha256:{sha256(answer.content).hexdigest()}"


def test_refused_rows_of_a_file_that_the_command_line_took_in_are_read_again(embedded_site: Site) -> None:
    client = logged_in(add(Role.DISCLOSURE, Relation.OWN))
    batch = ready()["file"]
    copy = client.post(f"/case/{CASE}/file/{batch}/refused/", {"reason": "Disclosure."}).content.decode(
        "utf-8-sig"
    )
    assert [row["line"] for row in csv.DictReader(io.StringIO(copy)) if row["refused"] == "yes"] == ["3", "4"]


def test_a_batch_is_undone_for_a_reason_and_its_file_may_come_again(site: Site) -> None:
    client = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    account = take(client, page).url
    asked = client.get(f"{account}undo/").content.decode()
    assert (
        "6 entries would be withdrawn" in asked and "Arrest: 3" in asked and "Person as recorded: 3" in asked
    )
    assert client.post(f"{account}undo/", {"reason": "..."}).status_code == 422
    assert client.post(f"{account}undo/", {"reason": "The wrong week"}).status_code == 302
    told = client.get(account).content.decode()
    assert "The wrong week" in told and "Undo this batch" not in told and received(CASE)[0].undone
    assert log.looks(case=CASE, most=2)[1].said.reason == "The wrong week"
    assert "reversed on" in client.post(f"{account}undo/", {"reason": "Again"}).content.decode()
    page = sent(client, GOOD)
    client.post(page, CUSTODIAN)
    assert take(client, page).url != account and len(received(CASE)) == 2


def test_a_file_that_is_left_is_gone(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    page = sent(client, GOOD)
    one = uploads.find(CASE, page.split("/")[-2])
    assert client.post(f"{page}leave/", {}).status_code == 422 and uploads.content(one).exists()
    assert client.post(f"{page}leave/", {"sha256": one.sha256}).status_code == 302
    assert not uploads.content(one).parent.exists() and client.get(page).status_code == 404


def test_a_file_of_another_case_is_not_there(embedded_site: Site) -> None:
    page = sent(logged_in(add(Role.OFFICER, Relation.OWN)), GOOD)
    other = logged_in(add(Role.OFFICER, Relation.OWN, case="dunlin-2"))
    assert other.get(page).status_code == 404
    assert other.get(page.replace(CASE, "dunlin-2")).status_code == 404
    assert send(other, GOOD).status_code == 404
    for strange in ("..", "arriving", "0" * 20, "%2e%2e"):
        assert other.get(f"/case/dunlin-2/intake/{strange}/").status_code in (301, 404)


def test_work_begun_without_an_authority_ends_in_the_same_sentence(embedded_site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    client = logged_in(person)
    page = sent(client, PHONES)
    upload = page.split("/")[-2]
    for choices, refusal in (
        (Choices(sort="phones"), REFUSED),
        (Choices(sort="phones", authority=AUTHORITY), "Name the exhibit that the file is."),
        (
            Choices(sort="phones", authority=AUTHORITY, exhibit="NIG/2"),
            "has no authority &#39;CD-2026-1&#39;",
        ),
    ):
        with uploads.changing(upload) as one:
            one.choices = choices
        work.begin(CASE, upload, "looking", by=person.login, account=person.id, at=NOW)
        assert refusal in client.get(page).content.decode()
    with pytest.raises(NotAllowed, match="Look at what the file would give"):
        work.begin(CASE, upload, "taking", by=person.login, account=person.id, at=NOW)
    assert received(CASE) == []
