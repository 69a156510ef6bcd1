"""The fairness page: shares with their intervals for who may see them, and never a small count, a name or a row."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from django.conf import settings
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.store.accounts import log
from workflow.bulletin_story import record

YEAR = {"start": "2022-04-01", "end": "2023-03-31"}
NOW = datetime.now(UTC) - timedelta(hours=1)


def told(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def table(answer: Any, outcome: str) -> list[list[str]]:
    """Return the rows of a path's table as their cells."""
    page = answer.content.decode()
    body = page.partition(f'id="numbers-{outcome}"')[2].partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [
            unescape(re.sub(r"<[^>]*>", "", cell)).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row, re.S)
        ]
        for row in body.split("</tr>")[:-1]
    ]


@pytest.fixture
def story(embedded: str) -> None:
    """120 arrested: 60 boys of 16 who are White, 30 of them charged, and 60 women of 30 who are Black, 45 of them
    charged and three helped.
    """
    (settings.HOME / "fairness-key").write_bytes(b"thirty-two bytes, always the sam")
    lines = []
    for n in range(120):
        said, code = ("age 16, sex male", "W1") if n < 60 else ("age 30, sex female", "B1")
        lines.append(f"a{n}: on 2023-03-01 arrest C{n}, force kent, person kent/Nightjar{n:03}, {said}")
        lines.append(
            f"p{n}: on 2023-02-01 person kent/Nightjar{n:03}, force kent, number {n}, ethnicity {code}"
        )
    for n in range(30):
        lines.append(
            f"d{n}: on 2023-03-02 section 45 considered D{n}, force kent, person kent/Nightjar{n:03}, age 16, "
            "considered by Ash, test child, outcome not settled, reason asked"
        )
        lines.append(
            f"h{n}: on 2023-03-02 charge H{n}, force kent, person kent/Nightjar{n:03}, offence MD71130, age 16"
        )
    for n in range(60, 105):
        lines.append(
            f"g{n}: on 2023-03-02 charge G{n}, force kent, person kent/Nightjar{n:03}, offence MD71130, age 30"
        )
    for n in (117, 118, 119):
        lines.append(
            f"s{n}: on 2023-03-02 safeguarding supported T{n}, force kent, person kent/Nightjar{n:03}"
        )
    record("\n".join(lines), at=NOW)


def test_shares_are_told_with_their_intervals_and_drawn(story: None) -> None:
    answer = logged_in(add(Role.ANALYST)).get("/figures/fairness/", YEAR)
    rows = {row[0]: row[1:] for row in table(answer, "charged")}
    assert rows["Everybody"] == ["120", "75", "62.5 %", "53.6 to 70.6 %"]
    assert rows["Age: 16 to 17"] == ["60", "30", "50.0 %", "37.7 to 62.3 %"]
    assert rows["Ethnicity: Black or Black British"] == ["60", "45", "75.0 %", "62.8 to 84.2 %"]
    assert rows["Age: 10 to 13"] == ["0", "0", "–", "–"]
    page = answer.content.decode()
    assert page.count("<svg role=") >= 1 and "style=" not in page.partition("<main")[2]
    assert 'id="chart-charged-t">Of those arrested, who were charged<' in page
    assert page.index('id="numbers-charged"') < page.index('id="figure-charged"')


def test_three_people_are_not_told_and_nothing_gives_them_away(story: None) -> None:
    rows = {
        row[0]: row[1:]
        for row in table(logged_in(add(Role.AUDITOR)).get("/figures/fairness/", YEAR), "helped")
    }
    assert rows["Everybody"] == ["120", "[c]", "[c]", "[c]"]
    page = told(logged_in(add(Role.ANALYST)).get("/figures/fairness/", YEAR))
    hidden = sum("[c]" in row for name, row in rows.items() if name != "Everybody")
    assert f"Of those arrested, who were helped: {hidden} of {len(rows) - 1} groups are not shown." in page
    assert rows["Sex: female"] == ["60", "[c]", "[c]", "[c]"]
    assert "3" not in [cell for row in rows.values() for cell in row]


def test_it_says_what_it_cannot_tell_and_names_nobody(story: None) -> None:
    answer = logged_in(add(Role.SAFEGUARDING, Relation.OWN, "K1")).get("/figures/fairness/", YEAR)
    for said in ("It names no cause.", "rows of their own", "independent of the others", "for nothing else"):
        assert said in told(answer)
    assert "Nightjar" not in told(answer) and "/case/" not in answer.content.decode().partition("<main")[2]
    assert log.count() == 1


def test_another_cohort_is_asked_for_by_the_form(story: None) -> None:
    answer = logged_in(add(Role.OFFICER)).get(
        "/figures/fairness/", {**YEAR, "of": "charged", "force": "kent"}
    )
    assert "Of those charged, who were considered under section 45" in told(answer)
    rows = {row[0]: row[1:] for row in table(answer, "considered")}
    # 75 were charged, and of fewer than a hundred nothing is told.
    assert rows["Everybody"] == ["[c]", "[c]", "[c]", "[c]"]
    assert "groups is shown: fewer than 100 people were charged" in told(answer) and "75" not in told(answer)
    assert logged_in(add(Role.ANALYST)).get("/figures/fairness/", {**YEAR, "of": "x"}).status_code == 200


def test_it_is_for_nobody_whose_work_does_not_need_it(story: None) -> None:
    for role in (Role.PRESS, Role.PARTNER, Role.ADMINISTRATOR):
        assert logged_in(add(role)).get("/figures/fairness/", YEAR).status_code == 404


def test_without_a_period_it_is_of_a_year_and_a_turned_one_is_refused(story: None) -> None:
    client = logged_in(add(Role.ANALYST))
    assert client.get("/figures/fairness/").status_code == 200
    turned = {"start": YEAR["end"], "end": YEAR["start"]}
    assert "The last day is before the first." in told(client.get("/figures/fairness/", turned))
