"""People as recorded: protection first, everything recorded of them, and nothing that is not the asker's."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from site_made import CASE, OTHER_CASE, add, logged_in

from clewline.access import Relation, Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.store.disposal import dispose
from clewline.web.addresses import address

CHILD, ADULT, HOLDER = "kent/P1", "kent/P2", "metropolitan/P3"
STORY = f"""
b1: on 2023-03-01 person {CHILD}, force kent, number P1, family name Wren, given names Jo
b2: on 2023-03-02 arrest KP/23/C1, force kent, person {CHILD}, age 16, line L1
b3: on 2023-03-04 nrm referral N1, force kent, person {CHILD}, age 16
b6: on 2023-03-05 section 45 considered {CHILD}, force kent, person {CHILD}, considered by Moss, test child, \
outcome not settled, reason referred, age 16
b4: on 2023-03-05 charge KP/23/H1, force kent, person {CHILD}, age 16, offence MD71530, arrest KP/23/C1
b5: on 2023-03-02 role R1, person {CHILD}, line L1, role runner, basis admission, force kent
c1: on 2023-03-01 person {ADULT}, force kent, number P2, family name Plover, born 1981-05-01
c2: on 2023-03-02 arrest KP/23/C2, force kent, person {ADULT}, age 41
d1: on 2023-03-02 charge MP/23/H3, force metropolitan, person {HOLDER}, age 30, offence MD71530
d2: on 2023-03-03 role R3, person {HOLDER}, line L1, role line holder, basis attribution report, force metropolitan
"""


def told(story: str, case: str = CASE) -> None:
    """Append a story to a case."""
    ledger.append(
        [
            replace(one, case=case, id=f"{case}/{one.id}", source=Statement("Moss"), batch=None)
            for one in read_notation(story)
        ]
    )


def page(role: Role, path: str) -> str:
    answer = logged_in(add(role, Relation.OWN)).get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def of(person: str) -> str:
    return address("person", case=CASE, subject=person)


@pytest.mark.usefixtures("site")
def test_what_was_said_last_leads_and_signs_stand_together() -> None:
    who = f"force kent, person {CHILD}"
    told(
        f"i1: on 2023-03-01 indicator observed I1, {who}, indicator travel_tickets, observed by Moss, basis seen\n"
        f"s1: on 2023-03-02 protection status {CHILD}, {who}, status possible victim, said by Moss, reason tickets\n"
        f"i2: on 2023-03-03 indicator observed I2, {who}, indicator drug_debt, observed by Moss, basis told\n"
        f"s2: on 2023-03-04 protection status {CHILD}, {who}, status victim, said by Moss, reason decided, age 16"
    )
    seen = page(Role.SAFEGUARDING, of(CHILD))
    first = seen.split("This person:")[1].split("Charging them")[0]
    assert first.count("<li>") == 3 and "possible victim, as" not in first
    assert first.index("is a victim, as Moss said") < first.index("was 16 on 4 March 2023")
    assert "showed what somebody noticed as signs:" in first
    assert first.index("travel tickets") < first.index("drug debt")
    steps = seen.split(">Protection<")[1]
    assert "</a> possible victim" in steps and "</a> drug debt" in steps


@pytest.mark.usefixtures("site")
def test_a_child_is_a_possible_victim_first_and_the_page_says_why() -> None:
    told(STORY)
    seen = page(Role.OFFICER, of(CHILD))
    assert "treated as a possible victim first" in seen
    assert (
        "was 16 on 5 March 2023" in seen
        and "referred to the National Referral Mechanism on 4 March 2023" in seen
    )
    assert (
        seen.index("treated as a possible victim")
        < seen.index(">Protection<")
        < seen.index("Everything recorded")
    )
    assert "and not yet a person" in seen and "None is a verdict" in seen and "admission" in seen
    for entry in ("b1", "b2", "b3", "b4", "b5"):
        assert address("entry", case=CASE, subject=f"{CASE}/{entry}") in seen


@pytest.mark.usefixtures("embedded_site")
def test_of_an_adult_nothing_is_made_up() -> None:
    told(STORY)
    seen = page(Role.OFFICER, of(ADULT))
    assert "treated as a possible victim" not in seen and "That does not say that they are not" in seen
    left = seen.partition("Not recorded in this case, as far as you may see:")[2].partition("</p>")[0]
    assert left.count(";") + 1 == 20 and "NRM referral" in left


@pytest.mark.usefixtures("embedded_site")
def test_an_entry_that_was_withdrawn_protects_nobody_and_is_still_shown() -> None:
    told(STORY)
    told(f"""
        e1: on 2023-03-06 vulnerability identified V1, force kent, person {ADULT}, age 41
        e2: on 2023-03-07 correction V1w, withdraws {CASE}/e1""")
    seen = page(Role.OFFICER, of(ADULT))
    assert "treated as a possible victim" not in seen and "No longer stands" in seen
    # Whoever sees no corrections sees no less that it was withdrawn.
    assert "No longer stands" in page(Role.SAFEGUARDING, of(ADULT))
    told(f"e3: on 2023-03-08 correction V1x, withdraws {CASE}/e2")
    logged = page(Role.SUPERVISOR, of(ADULT))
    assert "treated as a possible victim" in logged and "No longer stands" not in logged


@pytest.mark.usefixtures("site")
def test_whoever_protects_sees_what_protects_and_not_the_case() -> None:
    told(STORY)
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    seen = client.get(of(CHILD)).content.decode()
    assert "treated as a possible victim first" in seen and "Wren" in seen and "NRM referral" in seen
    assert "Charge<" not in seen and "runner" not in seen.lower() and "MD71530" not in seen
    people = client.get(f"/case/{CASE}/people/").content.decode()
    assert "Wren" in people and "runner" not in people.lower() and "line holder" not in people
    # Of this one only a charge and a role are recorded.
    assert HOLDER not in people
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN, OTHER_CASE))
    assert client.get(of(HOLDER)).status_code == 404


@pytest.mark.usefixtures("embedded_site")
def test_a_person_of_whom_only_the_investigation_says_something_is_not_there_for_others() -> None:
    told(STORY)
    client = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    hidden, absent = client.get(of(HOLDER)), client.get(of("kent/P999"))
    assert hidden.status_code == absent.status_code == 404 and len(hidden.content) == len(absent.content)


@pytest.mark.usefixtures("embedded_site")
def test_a_person_of_another_case_is_not_in_this_one() -> None:
    told(STORY, OTHER_CASE)
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    assert client.get(of(CHILD)).status_code == 404
    assert CHILD not in client.get(f"/case/{CASE}/people/").content.decode()


@pytest.mark.usefixtures("site")
def test_people_are_filtered_by_age_role_and_force() -> None:
    told(STORY)
    client = logged_in(add(Role.OFFICER, Relation.OWN))

    def found(**asked: str) -> set[str]:
        text = client.get(f"/case/{CASE}/people/", asked).content.decode()
        return {one for one in (CHILD, ADULT, HOLDER) if of(one) in text}

    assert found() == {CHILD, ADULT, HOLDER}
    assert found(under_18="on") == {CHILD}
    assert found(force="kent") == {CHILD, ADULT}
    assert found(role="line holder") == {HOLDER}
    assert found(role="runner", under_18="on") == {CHILD}
    assert found(role="line holder", under_18="on") == set()
    assert found(role="runner", force="metropolitan") == set()
    assert found(under_18="on", force="metropolitan") == set()


@pytest.mark.usefixtures("site")
def test_every_person_is_on_one_page_of_the_list_and_on_one_only() -> None:
    many = [f"p{n}: on 2023-03-01 arrest A{n}, force kent, person kent/Q{n:03}, age 20" for n in range(60)]
    told("\n".join(many))
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    path, seen, pages = f"/case/{CASE}/people/?force=kent", [], 0
    while path:
        text = client.get(path).content.decode()
        seen += [n for n in range(60) if of(f"kent/Q{n:03}") in text]
        onward = (
            text.partition('rel="next"')[0].rpartition('href="')[2].partition('"')[0]
            if 'rel="next"' in text
            else ""
        )
        path, pages = onward.replace("&amp;", "&"), pages + 1
    assert seen == list(range(60)) and pages == 3


@pytest.mark.usefixtures("embedded_site")
def test_a_person_s_entries_are_paged_and_their_protection_is_told_of_all() -> None:
    many = [f"q{n}: on 2023-03-01 arrest A{n}, force kent, person {ADULT}, age 41" for n in range(60)]
    asked = f"y1: on 2023-04-01 consent O9, force kent, person {ADULT}, to NRM referral, answer given, taken by Moss"
    told("\n".join([*many, asked, f"z1: on 2023-04-01 nrm referral N9, force kent, person {ADULT}, age 41"]))
    client = logged_in(add(Role.OFFICER, Relation.OWN))
    first = client.get(of(ADULT)).content.decode()
    assert (
        "treated as a possible victim first" in first
        and first.partition("Everything recorded")[2].count(">Arrest<") == 50
        and 'rel="next"' in first
    )


@pytest.mark.usefixtures("embedded_site")
def test_the_log_says_who_was_looked_at_by_the_id_that_the_record_knows() -> None:
    told(STORY)
    page(Role.OFFICER, of(CHILD))
    (look,) = log.looks(case=CASE, subject=CHILD)
    assert look.act == "see person" and look.said.shown == 6


@pytest.mark.usefixtures("record")
def test_what_is_destroyed_is_out_of_the_index_too() -> None:
    from clewline.access import Group
    from clewline.case.mentions import What
    from clewline.record import Entry
    from clewline.record.kinds.disposal import Disposal
    from clewline.store import mentions
    from clewline.store.mentions import Asked, Range

    told(STORY)
    mentions.catch_up([CASE])
    wren = Asked(any_of=[[[Range(What.WORD, "wren")]]])
    assert len(mentions.find(CASE, list(Group), wren, most=5)) == 1
    dispose(
        Entry(
            id="gone",
            case=CASE,
            subject=f"{CASE}/b1",
            day=datetime(2023, 4, 1, tzinfo=UTC).date(),
            facts=Disposal(disposed=f"{CASE}/b1", authority="MoPI", head="0" * 64),
            source=Statement("Moss"),
            recorded_at=datetime.now(UTC),
            recorded_by="Moss",
        )
    )
    assert mentions.find(CASE, list(Group), wren, most=5) == []
    mentions.catch_up([CASE])
    assert mentions.find(CASE, list(Group), wren, most=5) == []


@pytest.mark.usefixtures("embedded_site")
def test_what_may_be_a_sign_is_told_with_what_is_behind_it_until_somebody_answered() -> None:
    told(
        f"""
        n1: on 2023-03-01 person {CHILD}, force kent, number P1, home area Lewisham
        n2: on 2023-03-02 arrest KP/23/C1, force kent, person {CHILD}, place Thanet
        """
    )
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    seen = officer.get(of(CHILD)).content.decode()
    assert "was arrested in Thanet on 2 March 2023, and lives in Lewisham" in seen
    behind = seen.partition('id="noticed"')[2].partition("</ul>")[0]
    for entry in ("n1", "n2"):
        assert address("entry", case=CASE, subject=f"{CASE}/{entry}") in behind
    way = behind.partition("/record/indicator_observed/")[2].partition('"')[0].replace("&amp;", "&")
    form = officer.get(f"/case/{CASE}/record/indicator_observed/{way}").content.decode()
    assert 'value="P1"' in form and '<option value="arrested_out_of_area" selected' in form
    home = officer.get("/").content.decode()
    assert f"What may be a sign was noticed of 1 person in {CASE}" in home
    told(
        f"n3: on 2023-03-03 indicator observed {CHILD}/arrested_out_of_area, force kent, person {CHILD}, "
        "indicator arrested_out_of_area, observed by Lane, basis read; known from 2023-03-08T10:00:00+00:00"
    )
    assert 'id="noticed"' not in officer.get(of(CHILD)).content.decode()
    assert "What may be a sign was noticed" not in officer.get("/").content.decode()
    assert "What may be a sign" not in logged_in(add(Role.ANALYST, Relation.OWN)).get("/").content.decode()
