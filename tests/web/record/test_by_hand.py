"""An entry recorded by hand: checked, recorded once, corrected, withdrawn; and what is refused, at its field."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client
from site_made import CASE, OTHER_CASE, Site, add, logged_in

from clewline.access import Relation, Role, kinds_recorded
from clewline.record import Entry
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log

RECORD = f"/case/{CASE}/record"
ARREST = {
    "its_reference": "C-99",
    "day_day": "5",
    "day_month": "3",
    "day_year": "2023",
    "force": "metropolitan",
    "person": "99",
    "age": "31",
    "offence": "MD71170",
}


@pytest.fixture
def officer(embedded_site: Site) -> Client:
    return logged_in(add(Role.OFFICER, Relation.OWN))


def send(client: Client, where: str, said: dict[str, str], step: str = "record", press: str = "p1") -> Any:
    return client.post(where, said | {"step": step, "press": press})


def read(answer: Any) -> str:
    return unescape(answer.content.decode())


def arrests() -> list[Entry]:
    return list(ledger.of_kinds(CASE, "arrest"))


def test_answers_are_checked_in_words_and_can_be_changed(officer: Client) -> None:
    page = read(send(officer, f"{RECORD}/arrest/", ARREST, "check"))
    assert "MD71170: Concerned in supply of cocaine" in page and "metropolitan/99" in page
    assert "5 March 2023" in page and "Not recorded" in page and "Protect first" not in page
    again = read(send(officer, f"{RECORD}/arrest/", ARREST, "change"))
    assert 'value="C-99"' in again and "There is a problem" not in again
    assert len(arrests()) == 1


def test_an_entry_is_recorded_and_its_page_says_how_to_undo_it(officer: Client) -> None:
    answer = send(officer, f"{RECORD}/arrest/", ARREST)
    page = read(officer.get(answer.url))
    assert "Arrest is recorded. If it is wrong, correct or withdraw it below." in page
    assert "Stated by officer-own-nightjar-7" in page
    assert "/correct/" in page and "/withdraw/" in page
    *_, entry = arrests()
    look = next(one for one in log.looks(case=CASE) if one.act == "record")
    assert look.said.changed == entry.id


def test_a_second_press_is_one_entry_and_a_second_form_is_refused(officer: Client) -> None:
    first = send(officer, f"{RECORD}/arrest/", ARREST)
    assert send(officer, f"{RECORD}/arrest/", ARREST).url == first.url
    again = send(officer, f"{RECORD}/arrest/", ARREST, press="p2")
    assert again.status_code == 422 and "The case holds this entry already, word for word." in read(again)
    other = send(officer, f"{RECORD}/arrest/", ARREST | {"age": "32"}, press="p3")
    assert other.status_code == 422 and "which says otherwise. Correct that entry" in read(other)
    assert send(officer, f"{RECORD}/arrest/", ARREST | {"force": "kent"}, press="p4").status_code == 302
    assert len(arrests()) == 3


def test_all_that_is_wrong_is_told_at_once_each_at_its_field(officer: Client) -> None:
    wrong = ARREST | {"age": "old", "offence": "XX1", "its_reference": "", "force": "atlantis"}
    page = read(send(officer, f"{RECORD}/arrest/", wrong))
    summary = page[page.index("There is a problem") :]
    for field in ("its_reference", "age", "offence", "force"):
        assert f'href="#id_{field}"' in summary and f'id="id_{field}-error"' in page
    for words in (
        "This is not a number.",
        "The code is not in the list of CJS offence codes.",
        "The reference list knows no force of this name.",
        "Enter custody reference",
    ):
        assert words in summary
    assert "mapping" not in summary


def test_a_person_may_be_named_by_the_record_s_id(officer: Client) -> None:
    send(officer, f"{RECORD}/arrest/", ARREST | {"person": "metropolitan/99"})
    assert arrests()[-1].facts.person == "metropolitan/99"  # type: ignore[attr-defined]  # of an arrest


def test_an_entry_is_corrected_with_a_reason_and_both_stay(officer: Client) -> None:
    where = send(officer, f"{RECORD}/arrest/", ARREST).url
    form = read(officer.get(f"{where}correct/"))
    assert 'value="C-99"' in form and 'value="99"' in form and 'value="2023"' in form
    nothing = send(officer, f"{where}correct/", ARREST | {"because": "Checked"})
    assert nothing.status_code == 422 and "Nothing is changed" in read(nothing)
    silent = send(officer, f"{where}correct/", ARREST | {"age": "32"})
    assert silent.status_code == 422 and "Say why it is corrected." in read(silent)
    done = send(officer, f"{where}correct/", ARREST | {"age": "32", "because": "The birth was misread"})
    *_, before, after = arrests()
    assert after.corrects == before.id and after.because == "The birth was misread"
    assert done.url == f"/case/{CASE}/entry/{after.id}/"
    old = read(officer.get(where))
    assert "This was corrected" in old and "/withdraw/" not in old
    refused = send(officer, f"{where}correct/", ARREST | {"age": "33", "because": "Again"}, press="p9")
    assert refused.status_code == 422 and "no longer stands" in read(refused)
    assert next(
        one for one in log.looks(case=CASE, most=9) if one.act == "correct" and one.said.changed
    ).said.reason


def test_an_entry_is_withdrawn_with_a_reason_and_can_be_put_back(officer: Client) -> None:
    where = send(officer, f"{RECORD}/arrest/", ARREST).url
    assert "Say why it is withdrawn." in read(officer.post(f"{where}withdraw/", {}))
    for _ in range(2):
        done = officer.post(f"{where}withdraw/", {"because": "Another person", "press": "w1"})
        assert done.status_code == 302
    (correction,) = ledger.of_kinds(CASE, "correction")
    assert correction.because == "Another person"
    page = read(officer.get(where))
    assert "This entry no longer stands" in page and "/withdraw/" not in page
    assert officer.post(f"{where}withdraw/", {"because": "Twice", "press": "w2"}).status_code == 422
    assert send(officer, f"{RECORD}/arrest/", ARREST, press="p5").status_code == 302
    back = f"/case/{CASE}/entry/{correction.id}/"
    assert "Withdraw this entry" in read(officer.get(back)) and "Correct this entry" not in read(
        officer.get(back)
    )
    assert officer.post(f"{back}withdraw/", {"because": "It was right", "press": "w3"}).status_code == 302
    assert "no longer stands" not in read(officer.get(where))


def test_what_the_record_says_of_itself_is_not_withdrawn(officer: Client) -> None:
    answer = officer.post(f"/case/{CASE}/entry/{CASE}-a5/withdraw/", {"because": "It speaks against us"})
    assert answer.status_code == 422
    assert "The record says so itself when phones are weighed." in read(answer)


def test_whoever_protects_people_records_their_kinds_alone(embedded_site: Site) -> None:
    care = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    page = read(care.get(f"{RECORD}/"))
    offered = set(re.findall(rf"{RECORD}/(\w+)/", page))
    assert {"nrm_referral", "safety_plan", "person"} <= offered
    assert offered <= set(kinds_recorded(Role.SAFEGUARDING) or ())
    for kind in ("arrest", "charge", "decision"):
        assert care.get(f"{RECORD}/{kind}/").status_code == 404
        assert send(care, f"{RECORD}/{kind}/", ARREST).status_code == 404
    assert care.post(f"/case/{CASE}/entry/{CASE}-a2/withdraw/", {"because": "No"}).status_code == 422
    assert len(arrests()) == 1
    said = {name: value for name, value in ARREST.items() if name not in ("its_reference", "offence")}
    done = send(care, f"{RECORD}/nrm_referral/", said | {"person": "17", "age": "16"})
    assert done.status_code == 302
    (referral,) = ledger.of_kinds(CASE, "nrm_referral")
    assert referral.subject.startswith("hand/") and referral.recorded_by == "safeguarding-own-nightjar-7"


def test_a_possible_victim_is_not_charged_before_somebody_considered_section_45(officer: Client) -> None:
    charge = ARREST | {"its_reference": "H-17", "person": "17", "age": "31"}
    refused = send(officer, f"{RECORD}/charge/", charge)
    page = read(refused)
    assert refused.status_code == 422 and 'href="#id_person"' in page
    assert "of their age does not agree" in page and "possible victim first" in page and "section 45" in page
    assert not list(ledger.of_kinds(CASE, "charge"))
    considered = {
        "force": ARREST["force"],
        "person": "17",
        "considered_by": "A. Moss",
        "test": "adult",
        "outcome": "the defence does not apply",
        "reason": "Nothing says that they were made to, in the words of counsel",
    } | {name: value for name, value in ARREST.items() if name.startswith("day")}
    assert send(officer, f"{RECORD}/section_45_considered/", considered).status_code == 302
    refused = send(officer, f"{RECORD}/charge/", charge)
    assert refused.status_code == 422 and "by the adult’s test" in read(refused).replace(
        "&#39;", "’"
    ).replace("'", "’")
    assert (
        send(officer, f"{RECORD}/section_45_considered/", considered | {"test": "child"}).status_code == 302
    )
    check = read(send(officer, f"{RECORD}/charge/", charge, "check"))
    assert "Protect first" in check and f"{RECORD}/nrm_referral/" in check
    assert send(officer, f"{RECORD}/charge/", charge).status_code == 302
    assert [e.subject for e in ledger.of_kinds(CASE, "charge")] == ["H-17"]


def test_a_child_is_referred_and_not_reported_for_want_of_consent(officer: Client) -> None:
    said = {name: value for name, value in ARREST.items() if name not in ("its_reference", "offence")}
    for young in ({"person": "17", "age": "16"}, {"person": "99", "age": ""}):
        refused = send(officer, f"{RECORD}/duty_to_notify/", said | young)
        assert refused.status_code == 422 and "A child is always referred" in read(refused)
    assert send(officer, f"{RECORD}/duty_to_notify/", said | {"person": "98", "age": "31"}).status_code == 302


def test_the_consent_of_an_adult_who_was_referred_is_neither_withdrawn_nor_corrected_away(
    officer: Client,
) -> None:
    day = {
        "day_day": "5",
        "day_month": "3",
        "day_year": "2023",
        "force": "metropolitan",
        "person": "98",
        "age": "31",
    }
    asked = {"to": "NRM referral", "answer": "given", "taken_by": "Moss", "its_reference": "O-1"}
    assert send(officer, f"{RECORD}/consent/", day | asked).status_code == 302
    assert send(officer, f"{RECORD}/nrm_referral/", day, press="p2").status_code == 302
    *_, consent = ledger.of_kinds(CASE, "consent")
    *_, referral = ledger.of_kinds(CASE, "nrm_referral")
    where = f"/case/{CASE}/entry/"
    because = {"because": "Typed by mistake"}
    answer = officer.post(f"{where}{consent.id}/withdraw/", because | {"press": "w1"})
    assert answer.status_code == 422
    assert "Withdraw the referral first; or, where they no longer consent" in read(answer)
    wrong = day | asked | because | {"answer": "refused"}
    for step in ("check", "record"):
        answer = send(officer, f"{where}{consent.id}/correct/", wrong, step, press="c1")
        assert answer.status_code == 422 and "rests on the consent" in read(answer)
    # Consent that is taken back is recorded as ever.
    taken_back = day | asked | {"answer": "withdrawn", "its_reference": "O-2"}
    assert send(officer, f"{RECORD}/consent/", taken_back, press="p3").status_code == 302
    assert officer.post(f"{where}{referral.id}/withdraw/", because | {"press": "w2"}).status_code == 302
    assert officer.post(f"{where}{consent.id}/withdraw/", because | {"press": "w3"}).status_code == 302


def test_an_indicator_is_one_of_the_guide_s(officer: Client) -> None:
    assert "Owes money for drugs" in read(officer.get(f"{RECORD}/indicator_observed/"))
    said = {name: value for name, value in ARREST.items() if name not in ("its_reference", "offence")}
    said |= {
        "person": "17",
        "observed_by": "B. Lane",
        "basis": "told by the school",
        "indicator": "looks_poor",
    }
    refused = send(officer, f"{RECORD}/indicator_observed/", said)
    assert refused.status_code == 422
    assert (
        send(officer, f"{RECORD}/indicator_observed/", said | {"indicator": "drug_debt"}).status_code == 302
    )


def test_a_child_s_charge_says_so_by_itself(officer: Client) -> None:
    refused = send(officer, f"{RECORD}/charge/", ARREST | {"age": "15"})
    assert refused.status_code == 422 and "This person was under 18 at the act" in read(refused)


def test_an_authority_that_covers_nothing_is_refused_at_its_field(officer: Client) -> None:
    day = {name: value for name, value in ARREST.items() if name.startswith("day")}
    said = day | {"nature": "consent", "reference": "R1", "identifiers": "not a number"}
    refused = send(officer, f"{RECORD}/authority/", said)
    assert refused.status_code == 422 and 'href="#id_identifiers"' in read(refused)


def test_an_exhibit_moves_only_where_it_is_held(officer: Client) -> None:
    day = {name: value for name, value in ARREST.items() if name.startswith("day")}
    refused = send(
        officer, f"{RECORD}/custody_move/", day | {"exhibit": "X", "moved_from": "A", "moved_to": "B"}
    )
    assert refused.status_code == 422 and "has no exhibit 'X'" in read(refused)


def test_nothing_is_recorded_in_a_case_of_others(officer: Client) -> None:
    for where in (f"/case/{OTHER_CASE}/record/arrest/", f"/case/{OTHER_CASE}/entry/{OTHER_CASE}-a2/correct/"):
        assert send(officer, where, ARREST).status_code == 404
    assert len(list(ledger.of_kinds(OTHER_CASE, "arrest"))) == 1


def test_a_made_up_case_and_a_real_one_do_not_lie_in_one_record(officer: Client) -> None:
    (receipt,) = read_notation(
        "r1: on 2023-03-01 received B1, sha256 x, file f, size 1, mapping m, records 0, taken 0, known 0, problems 0, "
        "blank 0, entries 0; case demo-9; stated by demo"
    )
    ledger.append([receipt])
    refused = send(officer, f"{RECORD}/arrest/", ARREST)
    assert refused.status_code == 422 and "not both made up" in read(refused)
    assert len(arrests()) == 1


def test_the_way_here_may_fill_in_what_is_known(officer: Client) -> None:
    page = read(officer.get(f"{RECORD}/nrm_referral/", {"person": "17", "force": "kent"}))
    assert 'value="17"' in page and re.search(r'<option value="kent" selected>', page)
