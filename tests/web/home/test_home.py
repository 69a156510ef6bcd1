"""The first page tells what may wait for somebody and what changed, from what they may see, each with its entries."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from site_made import CASE, Site, add, logged_in, today

from clewline.access import Relation, Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger

CHILD = "metropolitan/17"


def record(text: str, case: str = CASE, by: str = "Moss") -> None:
    ledger.append(
        [
            replace(
                entry,
                case=case,
                id=f"{case}-{entry.id}",
                source=Statement("Moss"),
                batch=None,
                recorded_by=by,
                recorded_at=datetime.now(UTC),
            )
            for entry in read_notation(text)
        ]
    )


def page(role: Role = Role.OFFICER, relation: Relation = Relation.OWN) -> str:
    return logged_in(add(role, relation)).get("/").content.decode()


def test_an_arrested_child_without_a_referral_is_told_until_one_is_recorded(site: Site) -> None:
    told = "1 person arrested under 18, with no referral recorded"
    for role in (Role.OFFICER, Role.SAFEGUARDING):
        text = page(role)
        assert told in text and "/person/metropolitan~117/" in text
    record(f"r1: on 2023-03-05 safeguarding referral R-1, force metropolitan, person {CHILD}")
    assert told not in page(Role.ANALYST)


def test_a_referral_that_was_withdrawn_is_none(embedded_site: Site) -> None:
    record(f"r1: on 2023-03-05 nrm referral R-1, force metropolitan, person {CHILD}")
    assert "no referral recorded" not in page()
    record(f"c1: on 2023-03-06 correction {CASE}-r1, withdraws {CASE}-r1")
    assert "no referral recorded" in page(Role.ANALYST)


def test_whose_work_or_case_it_is_not_is_told_nothing(embedded_site: Site) -> None:
    assert "arrested under 18" not in page(Role.OFFICER, Relation.FORMER)
    for role in (Role.PARTNER, Role.PRESS, Role.ADMINISTRATOR):
        assert "arrested under 18" not in page(role, Relation.OWN)


def test_an_authority_is_told_in_its_last_two_weeks(embedded_site: Site) -> None:
    def authority(name: str, last: date) -> str:
        return (
            f"{name}: on 2023-03-05 authority CD/{name}, nature communications data authorisation, "
            f"reference CD/{name}, expires {last}"
        )

    record(
        "\n".join(
            [
                authority("b1", today() + timedelta(days=14)),
                authority("b2", today() + timedelta(days=15)),
                authority("b3", today() - timedelta(days=1)),
                authority("b4", today()),
            ]
        )
    )
    text = page()
    assert "2 authorities lapse within 14 days" in text and "CD/b1" in text and "CD/b4" in text
    assert "CD/b2" not in text and "CD/b3" not in text
    assert "authorities lapse" not in page(Role.SAFEGUARDING)


def test_what_others_recorded_since_the_last_look_opens_in_the_time_line(embedded_site: Site) -> None:
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    assert "A case that you have not opened yet" in officer.get("/").content.decode()
    officer.get(f"/case/{CASE}/")
    record(
        "n1: on 2023-03-09 arrest C-19, force metropolitan, person metropolitan/19\n"
        "n2: on 2023-03-09 line closure Z-19, force metropolitan, type Type 1\n"
        "n3: on 2023-03-09 line closure Z-20, force metropolitan, type Type 1"
    )
    text = officer.get("/").content.decode()
    assert f"Case {CASE}: 3 entries" in text and "Line closure" in text and "Recorded by others after" in text
    link = text.split("kind=line_closure&amp;since=")[1].split('"')[0]
    line = officer.get(f"/case/{CASE}/", {"kind": "line_closure", "since": link}).content.decode()
    assert "Z-19" in line and "Z-20" in line and "Z-17" not in line and "Only what was recorded after" in line
    assert "3 entries" not in officer.get("/").content.decode(), "it was looked at"


def test_a_carer_is_told_of_the_kinds_that_their_work_needs(embedded_site: Site) -> None:
    carer = logged_in(add(Role.SAFEGUARDING, Relation.OWN))
    carer.get(f"/case/{CASE}/")
    record(
        "n1: on 2023-03-09 arrest C-19, force metropolitan, person metropolitan/19\n"
        "n2: on 2023-03-09 line closure Z-19, force metropolitan, type Type 1"
    )
    text = carer.get("/").content.decode()
    assert f"Case {CASE}: 1 entry" in text and "closure" not in text
    asked = carer.get(f"/case/{CASE}/", {"kind": "line_closure", "since": "1"}).content.decode()
    assert "Z-19" not in asked


def test_those_whom_the_first_page_does_not_name_are_listed_in_full(embedded_site: Site) -> None:
    record(
        "\n".join(
            f"k{n}: on 2023-03-05 arrest KP/{n}, force kent, person kent/k{n}, age {15 + n}" for n in range(7)
        )
    )
    text = page()
    # 15, 16 and 17 of Kent and the child of the site: one too few to be cut off; then three more.
    assert "4 people arrested under 18" in text and "waits=referral" not in text
    record(
        "\n".join(
            f"m{n}: on 2023-03-05 arrest MP/{n}, force metropolitan, person metropolitan/m{n}, age 15"
            for n in range(3)
        )
    )
    text = page(Role.SAFEGUARDING)
    supervisor = logged_in(add(Role.SUPERVISOR, Relation.OWN))
    assert "and 2 more" in text and f"/case/{CASE}/people/?waits=referral" in text
    all_of_them = supervisor.get(f"/case/{CASE}/people/", {"waits": "referral"}).content.decode()
    for one in (CHILD, "kent/k0", "kent/k2", "metropolitan/m0", "metropolitan/m1", "metropolitan/m2"):
        assert f"/person/{one.replace('/', '~1')}/" in all_of_them
    assert "kent~1k3" not in all_of_them
    of_kent = supervisor.get(f"/case/{CASE}/people/", {"waits": "referral", "force": "kent"}).content.decode()
    assert "kent~1k2" in of_kent and "metropolitan~1m0" not in of_kent
    further = supervisor.get(
        f"/case/{CASE}/people/", {"waits": "referral", "after": "kent/k2"}
    ).content.decode()
    assert "kent~1k2" not in further and "metropolitan~1m2" in further


def test_whose_id_is_longer_than_the_index_holds_is_in_the_list_too(embedded_site: Site) -> None:
    long = "kent/" + "x" * 120
    record(f"k1: on 2023-03-05 arrest KP/1, force kent, person {long}, age 15")
    officer = logged_in(add(Role.OFFICER, Relation.OWN))
    text = officer.get(f"/case/{CASE}/people/", {"waits": "referral"}).content.decode()
    assert text.count('<th scope="row"') == 2 and "kent~1" + "x" * 95 in text


def test_nobody_asks_a_list_for_what_their_first_page_does_not_tell(embedded_site: Site) -> None:
    for role, asked in ((Role.ANALYST, "sign"), (Role.OFFICER, "duty"), (Role.DISCLOSURE, "outcome")):
        text = logged_in(add(role, Relation.OWN)).get(f"/case/{CASE}/people/", {"waits": asked})
        assert "There is a problem" in text.content.decode(), role
