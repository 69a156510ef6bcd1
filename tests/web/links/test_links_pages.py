"""Links of a line and of a case: the table, the chart, and what each link rests on."""

import re
from dataclasses import replace
from html import unescape

import pytest
from django.test import Client
from lxml import etree
from site_made import CASE, LINE, PERSON, Site, add, logged_in

from clewline.access import Relation, Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger

MORE = f"""
b1: on 2023-03-05 role R-1, line {LINE}, person {PERSON}, role runner, basis admission, force metropolitan
b2: on 2023-03-06 line number {LINE}/1, line {LINE}, number "+447700900123", used from 2023-03-01, force metropolitan
b3: on 2023-03-07 arrest C-19, force metropolitan, person metropolitan/18, line {LINE}, age 40
b4: on 2023-03-08 role R-2, line {LINE}, person metropolitan/18, role line holder, basis admission, force metropolitan
b5: on 2023-03-09 line disruption D-1, line L-18, level minor, force metropolitan, operation Lapwing
"""


@pytest.fixture
def officer(embedded_site: Site) -> Client:
    ledger.append(
        [
            replace(entry, case=CASE, id=f"{CASE}-{entry.id}", source=Statement("Moss"), batch=None)
            for entry in read_notation(MORE)
        ]
    )
    return logged_in(add(Role.OFFICER, Relation.OWN))


def page(client: Client, path: str, **asked: str) -> str:
    answer = client.get(f"/case/{CASE}/{path}", asked)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


def drawing(text: str) -> etree._Element:
    found = re.search(r'<svg class="cw-link-chart".*?</svg>', text, re.DOTALL)
    assert found is not None
    return etree.fromstring(found[0].replace("&", "&amp;"))


def test_the_table_tells_each_link_and_opens_its_entries(officer: Client) -> None:
    text = page(officer, f"line/{LINE}/links/")
    for words in ("runner (as metropolitan says)", "used the number", "line holder (as metropolitan says)"):
        assert f">{words}</td>" in text
    (href,) = re.findall(r'href="([^"]*what=runner[^"]*)"', text)
    behind = unescape(officer.get(href).content.decode())
    assert f"{CASE}-b1" in behind and f"{CASE}-b4" not in behind


def test_a_child_is_marked_for_protection_before_anything_else(officer: Client) -> None:
    text = page(officer, f"line/{LINE}/links/")
    assert text.count("Protection first</strong>") == len(re.findall(r">Nightjar</a> <strong", text)) > 0
    behind = page(officer, f"line/{LINE}/links/open/", one=f"person:{PERSON}")
    assert "is recorded as a child or a possible victim" in behind
    adult = page(officer, f"line/{LINE}/links/open/", one="person:metropolitan/18")
    assert "possible victim" not in adult


def test_the_table_is_sorted_and_filtered_by_the_address(officer: Client) -> None:
    by_last = page(officer, f"line/{LINE}/links/", sort="-last")
    days = re.findall(r'<td class="govuk-table__cell cw-day">([^<]*)</td></tr>', by_last)
    assert days[0] == "8 Mar 2023" and 'aria-sort="descending"' in by_last
    assert 'aria-sort="ascending"' in page(officer, f"line/{LINE}/links/", sort="one")
    for sort in ("what", "other", "count", "first", "-count", "nonsense"):
        assert "<svg" in page(officer, f"line/{LINE}/links/", sort=sort)
    only = page(officer, f"line/{LINE}/links/", what="used the number")
    assert "1 link" in only and '<td class="govuk-table__cell">runner' not in only
    assert "There is no link" in page(officer, f"line/{LINE}/links/", first="2030-01-01")
    assert "is before the first" in page(
        officer, f"line/{LINE}/links/", first="2030-01-01", last="2029-01-01"
    )


def test_every_edge_and_every_thing_of_the_chart_opens_what_it_rests_on(officer: Client) -> None:
    for path in (f"line/{LINE}/links/", "links/"):
        chart = drawing(page(officer, path))
        anchors = chart.findall(".//{*}a")
        assert len(anchors) >= 7 and chart.get("role") == "group" and chart.get("aria-label")
        for one in anchors:
            assert one.get("aria-label")
            answer = officer.get(one.get("href"))
            assert answer.status_code == 200 and "Entries that say so" in answer.content.decode()
        assert not chart.xpath(".//@style")


def test_the_chart_is_drawn_alike_each_time(officer: Client) -> None:
    first, second = (etree.tostring(drawing(page(officer, f"line/{LINE}/links/"))) for _ in range(2))
    assert first == second


def test_a_case_tells_what_ties_all_of_it(officer: Client) -> None:
    text = page(officer, "links/")
    assert "Lapwing" in text and "worked on under it" in text
    assert "Lapwing" not in page(officer, f"line/{LINE}/links/")
    assert "1 link" in page(officer, "links/", first="2023-03-09")
    everything = page(officer, "links/open/")
    assert f"{CASE}-b5" in everything


def test_what_is_no_link_of_theirs_is_not_there(officer: Client) -> None:
    for path in (f"line/{LINE}/links/open/?one=person:no/1", "links/open/?one=line:L-99", "line/L-99/links/"):
        assert officer.get(f"/case/{CASE}/{path}").status_code == 404
    assert "Nothing that you may see ties it" in page(
        officer, f"line/{LINE}/links/open/", one=f"line:{LINE}", other=f"line:{LINE}"
    )


def test_a_line_s_page_leads_to_its_links(officer: Client) -> None:
    assert f'href="/case/{CASE}/line/{LINE}/links/"' in page(officer, f"line/{LINE}/")
    assert f'href="/case/{CASE}/links/"' in page(officer, "")
