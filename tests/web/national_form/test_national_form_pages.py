"""What the national forms ask is gathered, finished and printed; nothing is sent and nothing that is typed stays."""

from io import BytesIO

import pytest
from pypdf import PdfReader
from site_made import CASE, PERSON, SECRET, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.store import ledger
from clewline.store.accounts import log

FORM = f"/case/{CASE}/person/{PERSON.replace('/', '~1')}/national-form/"
TYPED = "Carries a phone that is not his"


def test_the_record_s_answers_stand_with_their_entries(site: Site) -> None:
    text = logged_in(add(Role.OFFICER, Relation.OWN)).get(FORM).content.decode()
    assert f'value="{SECRET}"' in text and f"/entry/{CASE}-a1/" in text and f"/entry/{CASE}-a2/" in text
    assert "Nothing is sent from here, and what you type is not kept." in text
    assert "could not be read" in text and "Other charities cannot" in text


def test_what_is_typed_is_printed_and_kept_nowhere(embedded_site: Site) -> None:
    person = add(Role.SAFEGUARDING, Relation.OWN)
    before = ledger.last()
    answer = logged_in(person).post(FORM, {"nature": TYPED, "sex": "male", "languages": "Welsh"})
    text = answer.content.decode()
    assert answer.status_code == 200 and TYPED in text and "typed, and not in the record" in text
    assert f"Arrest, entry {CASE}-a2" in text and "not answered" in text and "Nothing was sent" in text
    assert ledger.last() == before
    (look,) = log.looks(account=person.id, most=5)
    assert (look.act, look.subject, look.said.copy) == (
        "fill in national form",
        PERSON,
        "national form, a page to print",
    )
    assert TYPED not in repr(look) and "Welsh" not in repr(look)


def test_a_pdf_holds_the_same_and_its_hash_is_logged(embedded_site: Site) -> None:
    person = add(Role.SUPERVISOR, Relation.OWN)
    answer = logged_in(person).post(FORM, {"nature": f"{TYPED} <b>", "as": "pdf", "names": SECRET})
    assert answer["Content-Type"] == "application/pdf"
    text = " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages).split()
    )
    assert f"{TYPED} <b>" in text and f"entry {CASE}-a1" in text and "Nothing is sent from here" in text
    (look,) = log.looks(account=person.id, most=5)
    assert (look.said.copy or "").startswith("national form sha256:")


def test_the_nature_of_the_referral_must_be_said(embedded_site: Site) -> None:
    answer = logged_in(add(Role.OFFICER, Relation.OWN)).post(FORM, {"nature": " ", "languages": "Welsh"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "Enter nature of the referral" in text and 'value="Welsh"' in text


@pytest.mark.parametrize(
    "role", [Role.DISCLOSURE, Role.PRESS, Role.PARTNER, Role.AUDITOR, Role.ADMINISTRATOR]
)
def test_who_refers_nobody_has_no_such_page(embedded_site: Site, role: Role) -> None:
    client = logged_in(add(role, Relation.OWN))
    assert client.get(FORM).status_code == client.post(FORM, {"nature": TYPED}).status_code == 404


def test_somebody_who_is_not_there_looks_as_somebody_who_is_not_for_them(embedded_site: Site) -> None:
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert client.get(FORM.replace("17", "18")).status_code == 404
    assert client.get(FORM.replace(CASE, "dunlin-2")).status_code == 404


def test_the_way_to_it_is_on_the_person_s_page(embedded_site: Site) -> None:
    person = f"/case/{CASE}/person/metropolitan~117/"
    assert FORM in logged_in(add(Role.OFFICER, Relation.OWN)).get(person).content.decode()
    assert FORM not in logged_in(add(Role.DISCLOSURE, Relation.OWN)).get(person).content.decode()
