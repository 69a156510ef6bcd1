"""A table that nothing known reads: its columns are named by a form, and then it is looked at as every other."""

from sent_files import AUTHORITY, GOOD, authority, sent, take
from site_made import CASE, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.formats.phones.layout import read_layout
from clewline.store import uploads
from clewline.workflow.batches import received
from cli.test_mapping_command import SAMPLE


def test_an_operator_s_columns_are_asked_as_by_the_command_line(embedded_site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    authority()
    page = sent(client, SAMPLE.encode(), "operator.csv")
    assert "A table that nothing known reads" in client.get(page).content.decode()
    asked = client.get(f"{page}columns/?of=phones").content.decode()
    assert "which zone&#39;s clocks are they?" in asked and "Date and Time, put together" in asked
    assert "07700" not in asked
    filled = {"of": "phones", "of_number": "0", "of_other": "1", "of_start": "2+3", "of_duration": "4"}
    filled |= {"of_service": "5", "of_direction": "6", "of_cell": "7"}
    open_ = client.post(f"{page}columns/", filled)
    assert open_.status_code == 422 and "There is a problem" in open_.content.decode()
    answered = filled | {"zone": "Europe/London", "dates": "exactly"}
    assert client.post(f"{page}columns/", answered).status_code == 302
    one = uploads.find(CASE, page.split("/")[-2])
    layout = read_layout(one.choices.mapping or "")
    assert (layout.zone, layout.columns["start"]) == ("Europe/London", ("Date", "Time"))
    client.post(page, {"sort": "phones", "authority": AUTHORITY, "exhibit": "NIG/3"})
    looked = client.get(page).content.decode()
    assert "11 records in the file = 9 taken in + 1 refused + 1 outside the authority" in looked
    taken = take(client, page).url
    assert "11 = 9 loaded" in client.get(taken).content.decode()


def test_a_record_system_s_columns_are_named_and_its_rows_become_entries(embedded_site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    content = b"Ref;When;Whose;Unit\nA/1;01/03/2023;P1;CID\nA/2;41/03/2023;P2;CID\n"
    page = sent(client, content, "a.csv")
    what = client.get(f"{page}columns/").content.decode()
    assert "of=arrest" in what and "of=phones" in what
    named = {
        "of": "arrest",
        "dates": "dd/mm/yyyy",
        "day": "1",
        "subject": "0",
        "of_person": "2",
        "of_team": "3",
    }
    refused = client.post(f"{page}columns/", named)
    assert (
        refused.status_code == 422 and "Say either which column holds the force" in refused.content.decode()
    )
    assert client.post(f"{page}columns/", named | {"same_force": "kent"}).status_code == 302
    client.post(page, {"sort": "records", "mapping": "own"})
    looked = client.get(page).content.decode()
    assert "2 records in the file = 1 taken in" in looked and "Arrest A/1" in looked and "kent/P1" in looked
    take(client, page)
    (batch,) = received(CASE)
    assert (batch.taken, batch.problems) == (1, 1)
    copy = client.post(f"/case/{CASE}/file/{batch.batch}/refused/", {"reason": "To mend."}).content.decode()
    assert "A/2" in copy and "There is no such day" in copy


def test_the_text_of_a_mapping_may_be_given_and_is_refused_with_its_fault(embedded_site: Site) -> None:
    client = logged_in(add(Role.ANALYST, Relation.OWN))
    page = sent(client, GOOD)
    assert client.get(f"{page}columns/?of=pasted").status_code == 200
    answer = client.post(f"{page}columns/", {"of": "pasted", "text": "name = 'x'\ntitle = 'X'\n"})
    assert answer.status_code == 422 and "does not say &#39;dates&#39;" in answer.content.decode()
    assert client.post(f"{page}columns/", {"of": "no such kind"}).status_code == 422
