"""What is owed to the people of a case, on its page, on theirs and on first pages: by what each may see."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from site_made import CASE, OTHER_CASE, PERSON, Site, add, logged_in, today

from clewline import reference
from clewline.access import Relation, Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.store.disposal import dispose
from clewline.workflow import duties

WHO = f"force metropolitan, person {PERSON}"
FOUND = f"m1: on 2023-03-02 missing episode M-1, {WHO}, found yes, found at 23:40"
DUE = f"/case/{CASE}/due/"


def record(text: str, case: str = CASE) -> None:
    ledger.append(
        [
            replace(
                entry,
                case=case,
                id=f"{case}-{entry.id}",
                source=Statement("Moss"),
                batch=None,
                recorded_at=datetime.now(UTC),
            )
            for entry in read_notation(text)
        ]
    )


def page(path: str = DUE, role: Role = Role.OFFICER, relation: Relation = Relation.OWN, **asked: str) -> str:
    return logged_in(add(role, relation)).get(path, asked).content.decode()


def test_an_arrested_child_is_owed_what_the_table_says_and_nothing_is_overdue(site: Site) -> None:
    for role in (Role.OFFICER, Role.SAFEGUARDING):
        text = page(role=role)
        assert "Nothing is overdue" in text and "5 duties, the overdue first" in text
        # Who was 16 then is an adult now: they are asked, and that they were not referred as a child is told.
        for title in (
            *(
                "NRM referral of an adult who consents",
                "and not done before",
                "Child welfare form",
                "Appropriate adult for a child",
            ),
            *("Legal advice", "Medical needs"),
        ):
            assert title in text
        assert "/entry/nightjar-7-a2/" in text and ">Nightjar</a>" in text


def test_what_is_overdue_stands_first_with_how_long_and_what_can_be_recorded(embedded_site: Site) -> None:
    record(FOUND)
    text = page()
    assert "1 duty is overdue" in text and "</strong> by " in text and "days" in text
    assert text.index("Independent return interview") < text.index("NRM referral of an adult")
    assert f"record/return_interview/?person={PERSON.replace('/', '%2F')}" in text
    assert "Record what you decide" in text
    form = page(f"/case/{CASE}/record/return_interview/", Role.ANALYST, person=PERSON, force="metropolitan")
    assert f'value="{PERSON}"' in form


def test_an_interview_that_is_recorded_ends_it_and_one_that_is_withdrawn_does_not(
    embedded_site: Site,
) -> None:
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    record(FOUND)
    assert "1 duty is overdue" in officer.get(DUE).content.decode()
    record(f"i1: on 2023-03-04 return interview I-1, {WHO}, outcome held, missing M-1, held at 10:00")
    text = officer.get(DUE).content.decode()
    assert "Nothing is overdue" in text and "Independent return interview" not in text.split("<table")[1]
    done = officer.get(DUE, {"state": "done"}).content.decode()
    assert "1 duty, the overdue first" in done and "on 4 March 2023, in time" in done
    record(f"c1: on 2023-03-06 correction {CASE}-i1, withdraws {CASE}-i1")
    assert "1 duty is overdue" in officer.get(DUE).content.decode()


def test_filters_leave_one_duty_or_one_state(embedded_site: Site) -> None:
    record(FOUND)
    assert "1 duty, the overdue first" in page(duty="legal_advice")
    assert "1 duty, the overdue first" in page(role=Role.ANALYST, state="overdue")
    assert "No duty that these filters leave" in page(role=Role.SUPERVISOR, state="due")
    wrong = page(role=Role.DISCLOSURE, state="late")
    assert "There is a problem" in wrong and "No duty that these filters leave" in wrong


def test_a_long_list_has_pages(embedded_site: Site) -> None:
    record(
        "\n".join(
            f"p{n}: on 2023-03-02 arrest A-{n}, force metropolitan, person metropolitan/x{n}, age 15"
            for n in range(12)
        )
    )
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    first = officer.get(DUE).content.decode()
    assert "65 duties" in first and "page=2" in first
    second = officer.get(DUE, {"page": "2"}).content.decode()
    assert second.split("Duties, the overdue first</caption>")[1].count('<th scope="row"') == 15
    assert officer.get(DUE, {"page": "3"}).status_code == 404


def test_many_duties_are_counted_each_with_where_they_are_listed(embedded_site: Site) -> None:
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    assert "How many of each duty" not in officer.get(DUE).content.decode()
    record(
        FOUND
        + "\n"
        + "\n".join(
            f"p{n}: on 2023-03-02 arrest A-{n}, force metropolitan, person metropolitan/x{n}, age 15"
            for n in range(12)
        )
    )
    text = officer.get(DUE).content.decode()
    counts = text.split("How many of each duty are left to be done</caption>")[1].split("</table>")[0]
    assert counts.index("Return interview") < counts.index("Appropriate adult") < counts.index("Legal advice")
    assert "duty=return_interview&amp;state=overdue" in counts and "Not yet" not in counts
    cell = counts.split("duty=legal_advice&amp;state=as+soon+as+possible")[1]
    assert cell.startswith('">13<')
    listed = officer.get(DUE, {"duty": "legal_advice", "state": "as soon as possible"}).content.decode()
    assert "13 duties, the overdue first" in listed


def test_people_stand_by_their_names_where_these_are_recorded_and_by_their_ids(embedded_site: Site) -> None:
    record(f"w1: on 2023-03-02 person {PERSON}, force metropolitan, number 17, family name Wren")
    text = page(role=Role.SAFEGUARDING)
    assert f'>Wren</a><br><span class="cw-quiet">{PERSON}</span>' in text
    record(f"c1: on 2023-03-06 correction {CASE}-w1, withdraws {CASE}-w1")
    assert "Wren" not in page(role=Role.SUPERVISOR)


def test_a_person_s_page_says_what_is_to_be_done_and_what_was(embedded_site: Site) -> None:
    record(
        f"n1: on 2023-03-03 nrm referral N-1, {WHO}\n"
        f"d1: on 2023-03-06 nrm decision D-1, {WHO}, stage reasonable grounds, outcome positive"
    )
    text = page(f"/case/{CASE}/person/metropolitan~117/", Role.SAFEGUARDING)
    left, settled = text.split("What was done, was not done, or is not needed", 1)
    assert "What is to be done" in left and "Conclusive-grounds decision" in left
    assert "on 3 March 2023 (" in settled and "on 6 March 2023, in time (" in settled
    assert "Conclusive-grounds" not in settled.split("Protection</h2>")[0]


def test_who_turned_18_and_was_not_referred_as_a_child_is_told_of_as_not_done(embedded_site: Site) -> None:
    told = page(state="not done")
    assert "1 duty, the overdue first" in told and "NRM referral of a child" in told
    assert "while they were a child, until" in told
    person = page(f"/case/{CASE}/person/metropolitan~117/", Role.ANALYST)
    left, settled = person.split("What was done, was not done, or is not needed", 1)
    assert "NRM referral of an adult" in left and "Record: Consent" in left
    assert "NRM referral of a child" in settled and "Not done" in settled


def test_a_person_of_whom_nothing_started_a_duty(embedded_site: Site) -> None:
    record("q1: on 2023-03-02 person metropolitan/99, force metropolitan, number 99, born 1980-01-01")
    text = page(f"/case/{CASE}/person/metropolitan~199/")
    assert "No entry that you may see has started a duty" in text


def test_an_overdue_duty_stands_on_the_first_page_of_those_who_answer_for_it(embedded_site: Site) -> None:
    told = f"1 duty is overdue in {CASE}"
    record(FOUND)
    for role in (Role.SUPERVISOR, Role.SAFEGUARDING):
        text = page("/", role)
        assert told in text and f"{PERSON}: Independent return interview, overdue by" in text
        assert "/person/metropolitan~117/#to-be-done" in text
    for role in (Role.OFFICER, Role.ANALYST, Role.DISCLOSURE, Role.PRESS, Role.PARTNER, Role.ADMINISTRATOR):
        assert "overdue" not in page("/", role)
    for relation in (Relation.FORMER, Relation.EXPIRED):
        assert "overdue" not in page("/", Role.SUPERVISOR, relation)


def test_what_a_supervisor_decides_on_it_stands_beside_it(embedded_site: Site) -> None:
    record(FOUND)
    said = "duty decided {}, force metropolitan, person {}, duty {}, what we ring, decided by {}, reason late"
    record(
        f"k1: on 2023-03-09 {said.format('K-1', PERSON, 'return_interview', 'Moss')}\n"
        f"k2: on 2023-03-10 {said.format('K-2', PERSON, 'medical_needs', 'Moss')}\n"
        f"k3: on 2023-03-01 {said.format('K-3', PERSON, 'return_interview', 'Early')}\n"
        f"k4: on 2023-03-11 {said.format('K-4', 'metropolitan/18', 'return_interview', 'Other')}"
    )
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert "decided on 9 March 2023" in supervisor.get("/").content.decode()
    text = supervisor.get(DUE, {"state": "overdue"}).content.decode()
    assert "Decided by Moss on" in text and "-k1/" in text
    assert "-k2/" not in text and "Early" not in text and "Other" not in text
    assert "decided on 9 March 2023" in page("/", Role.SAFEGUARDING), "whoever protects them is told"


def test_a_duty_s_page_is_logged_with_what_was_asked(embedded_site: Site) -> None:
    person = add(Role.OFFICER, Relation.OWN)
    logged_in(person).get(DUE, {"duty": "legal_advice"})
    (look,) = log.looks(account=person.id, most=5)
    assert (look.act, look.case, look.said.asked, look.said.shown) == (
        "see duties",
        CASE,
        "duty=legal_advice",
        1,
    )


def test_of_another_case_nothing_is_told(embedded_site: Site) -> None:
    record(FOUND, OTHER_CASE)
    assert "Nothing is overdue" in page()
    client = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert client.get(f"/case/{OTHER_CASE}/due/").status_code == 404
    assert "overdue" not in client.get("/").content.decode()


@pytest.fixture
def own_table(tmp_path: Path) -> Iterator[Path]:
    """The table of a force of its own."""
    path = tmp_path / "ours.csv"
    path.write_text(reference.duties().replace(",72,hours,", ",24,hours,"), encoding="utf-8")
    with override_settings(DUTIES=str(path)):
        yield path


def test_a_force_may_keep_its_own_table(embedded_site: Site, own_table: Path) -> None:
    day = today() - timedelta(days=2)
    record(
        f"m1: on {day} missing episode M-1, force metropolitan, person metropolitan/18, age 15, found yes, "
        "found at 00:00"
    )
    assert "1 duty is overdue" in page()
    with override_settings(DUTIES=None):
        assert "Nothing is overdue" in page(role=Role.ANALYST)


def test_a_wrong_table_is_said_to_be_wrong_and_leaves_the_other_pages(
    embedded_site: Site, own_table: Path
) -> None:
    own_table.write_text(own_table.read_text().replace(",24,hours,", ",24,weeks,"), encoding="utf-8")
    said = "The table of duties ours.csv is not used. Line"
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert said in supervisor.get("/").content.decode()
    person = supervisor.get(f"/case/{CASE}/person/metropolitan~117/")
    assert person.status_code == 200 and said in person.content.decode()
    refused = supervisor.get(DUE)
    assert refused.status_code == 500 and said in refused.content.decode()
    own_table.unlink()
    assert "No such file" in supervisor.get("/").content.decode()
    own_table.write_bytes(b"\xff\xfe\x00")
    assert "it is not UTF-8" in supervisor.get("/").content.decode()


def test_what_is_kept_of_a_case_is_what_the_record_says_as_it_grows(site: Site) -> None:
    person = add(Role.SUPERVISOR, Relation.OWN)
    texts = [
        FOUND,
        "p1: on 2023-03-05 arrest A-1, force metropolitan, person metropolitan/18, age 15",
        f"i1: on 2023-03-04 return interview I-1, {WHO}, outcome held, missing M-1, held at 10:00",
        f"c1: on 2023-03-06 correction {CASE}-i1, withdraws {CASE}-i1",
        f"c2: on 2023-03-07 correction {CASE}-c1, withdraws {CASE}-c1",
    ]
    for text in texts:
        record(text)
        now = datetime.now(UTC)
        kept, anew = duties.of_case(person, CASE, now), duties.of_record(CASE, now)
        assert [(o.person, o.duty.duty, o.state, o.start.id) for o in kept] == [
            (o.person, o.duty.duty, o.state, o.start.id) for o in anew
        ]


def test_what_was_lawfully_destroyed_starts_nothing_any_more(embedded_site: Site) -> None:
    person = add(Role.SUPERVISOR, Relation.OWN)
    record(FOUND)
    assert any(o.start.id == f"{CASE}-m1" for o in duties.of_case(person, CASE, datetime.now(UTC)))
    (gone,) = read_notation(
        f"x1: on 2023-03-09 disposal {CASE}-m1, disposed {CASE}-m1, authority MoPI, head abc"
    )
    dispose(
        replace(
            gone,
            case=CASE,
            id=f"{CASE}-x1",
            source=Statement("Moss"),
            batch=None,
            recorded_at=datetime.now(UTC),
        )
    )
    assert not any(o.start.id == f"{CASE}-m1" for o in duties.of_case(person, CASE, datetime.now(UTC)))
