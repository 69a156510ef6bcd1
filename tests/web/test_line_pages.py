"""The lines of a case on the site: as recorded, as their phone records tell, down to rows of exhibits."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import ACTS, Relation, Role, may
from clewline.record import Entry, Statement
from clewline.record.kinds.line_shown import LineShown
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.record.notation import read_notation
from clewline.simulate.phones import read_authorities, simulate_phones
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.workflow.intake import reverse
from clewline.workflow.phones import authorities, opened
from workflow.phones.phone_files import intake

AT = datetime(2025, 12, 5, 9, tzinfo=UTC)
FILES = ("phones_north_1.csv", "phones_north_2.csv", "phones_south_calls.xlsx")
NOTHING = "The case holds no phone records of this line."


@dataclass(frozen=True)
class Case:
    """The case K1: two lines as recorded, and the phone records of one of them and of the number it moved to."""

    first: str
    second: str
    hashes: frozenset[str]
    analyst: Client

    def get(self, page: str, /, **asked: Any) -> str:
        """Return a page of the case that the analyst may see, as it is read."""
        answer = self.analyst.get(f"/case/K1/{page}", asked)
        assert answer.status_code == 200, f"{page}: {answer.status_code}"
        return unescape(answer.content.decode())

    def looks(self) -> list[Entry]:
        return list(ledger.of_kinds("K1", "line_shown"))

    def reveals(self) -> list[Entry]:
        return list(ledger.of_kinds("K1", "numbers_revealed"))


@pytest.fixture(scope="module")
def case(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("files")
    for file in simulate_phones(seed=3, days=42, customers=12):
        (folder / file.name).write_bytes(file.content)
    facts, given = read_authorities((folder / "phones_authorities.json").read_bytes())[0]
    authorities.record(replace(facts, reference="CD/1"), case="K1", day=given, by="Moss", at=AT)
    for n, name in enumerate(FILES, start=1):
        intake(folder / name, exhibit=f"KM/{n}", at=AT)
    truth = json.loads((folder / "phones_truth.json").read_text())
    first, second = (
        next(str(p["number"]) for p in truth["phones"] if p["key"] == key) for key in ("line-1", "line-2")
    )
    told = f"""
    e1: on 2025-09-01 line L1, name Blue Lamp, force kent
    e2: on 2025-09-01 line number L1/1, line L1, number "{first}", used from 2025-09-01, force kent
    e3: on 2025-10-30 line closure L1/C1, line L1, type Type 1, force kent
    e4: on 2025-10-30 role R1, line L1, person P1, role runner, basis admission, force kent
    e5: on 2024-02-01 line MET/L/2, name Grey Kite, force metropolitan
    e6: on 2024-02-02 line disruption D1, line MET/L/2, level minor, force metropolitan
    """
    stated = [
        replace(e, case="K1", source=Statement("Moss"), batch=None, recorded_at=AT)
        for e in read_notation(told)
    ]
    ledger.append(stated)
    analyst = logged_in(add(Role.ANALYST, Relation.OWN, "K1"))
    return Case(first, second, frozenset(_hashes(folder)), analyst)


def _hashes(folder: Path) -> Iterator[str]:
    for name in FILES:
        yield sha256((folder / name).read_bytes()).hexdigest()


def links(page: str) -> list[str]:
    """Return where the page leads within the case."""
    return list(dict.fromkeys(re.findall(r'href="(/case/K1/[^"#]*)"', page)))


def other_people(case: Case, page: str) -> set[str]:
    """Return the numbers on a page that are not the line's."""
    return set(re.findall(r"\+44[0-9]+", page)) - {case.first, case.second}


def test_the_lines_of_a_case_are_those_recorded_and_those_with_records(case: Case) -> None:
    page = case.get("lines/")
    for words in (
        "Blue Lamp (L1)",
        "closed (Type 1), 30 October 2025",
        "Grey Kite (MET/L/2)",
        case.first,
        "CD/1",
    ):
        assert words in page
    assert "KM/1, KM/2" in page and ">Lines</a>" in page
    assert "Grey Kite" not in case.get("lines/", about="blue lamp")
    assert "Blue Lamp (L1)" in case.get("lines/", about=case.first)
    assert all(case.analyst.get(link).status_code == 200 for link in links(page))


def test_a_line_is_pictured_whatever_it_is_asked_by(case: Case) -> None:
    by_number, by_id = case.get(f"line/{case.first}/"), case.get("line/L1/")
    for page in (by_number, by_id, case.get(f"line/{case.first.replace('+44', '0')}/")):
        for section in ("says", "glance", "when", "bulk", "contacts", "moves", "where", "journeys", "files"):
            assert f'<section id="{section}"' in page
        assert "not of who used the phone" in page and "A proposal and no verdict" in page
        for entry in ("e3", "e4"):
            assert f"/case/K1/entry/{entry}/" in page
    assert "Recorded as a number of line" in by_number and "/case/K1/line/L1/" in by_number
    assert "Numbers that it used" in by_id and f"/case/K1/line/{quote(case.first, safe='+')}/" in by_id


def test_the_picture_asks_for_no_style_or_script_of_its_own(case: Case) -> None:
    page = case.get(f"line/{case.first}/")
    picture = page[page.index('class="cw-line"') :]
    assert " style=" not in picture and "<style" not in page and "<script" not in picture


def test_every_number_opens_rows_of_an_exhibit(case: Case) -> None:
    page = case.get(f"line/{case.first}/")
    by_kind = {mark.split("%3A")[0]: mark for mark in re.findall(r"/rows/\?mark=([^\"&]+)", page)}
    assert {"uses", "hour", "day", "week", "burst", "contact", "journey", "route", "site", "move"} <= set(
        by_kind
    )
    for mark in by_kind.values():
        rows = case.get(f"line/{case.first}/rows/?mark={mark}")
        assert re.search(r"KM/[123] (sheet .+ )?line \d+", rows), mark
        assert set(re.findall(r"<code>([0-9a-f]{64})</code>", rows)) <= case.hashes
        assert other_people(case, rows) == set()


def test_the_pages_of_a_number_hold_each_of_its_rows_once(case: Case) -> None:
    page = case.get(f"line/{case.first}/")
    contact, uses = re.findall(r'mark=(contact%3A[^"]+)">([\d,]+)</a>', page)[0]
    seen: list[str] = []
    address: str | None = f"/case/K1/line/{case.first}/rows/?mark={contact}"
    while address is not None:
        rows = case.analyst.get(address).content.decode()
        found = re.findall(r'cw-day">([^<]+)</th>.*?<code>', unescape(rows))
        assert len(found) <= 25
        seen += re.findall(r"(KM/\d [^<]+)</td><td[^>]*><code>([0-9a-f]+)", unescape(rows))
        after = re.search(r'href="([^"]+)"[^>]*rel="next"', rows)
        address = unescape(after[1]) if after else None
    assert len(seen) == len(set(seen)) == int(uses.replace(",", "")) > 25


def test_a_route_opens_the_rows_of_its_journeys(case: Case) -> None:
    page = case.get(f"line/{case.first}/")
    mark = re.findall(r"mark=(route%3A[^\"&]+)", page)[0]
    rows = case.get(f"line/{case.first}/rows/?mark={mark}")
    assert f"Journeys from {mark.removeprefix('route%3A').replace('-', ' to ')}: " in rows


def test_other_people_stand_under_pseudonyms(case: Case) -> None:
    page = case.get(f"line/{case.first}/")
    assert ">c1<" in page and other_people(case, page) == set()


def test_each_look_is_an_entry_by_the_account_and_a_line_of_the_access_log(case: Case) -> None:
    before = len(case.looks())
    case.get("line/L1/", first="2025-09-08", last="2025-09-21")
    case.get(f"line/{case.first}/rows/", mark="burst:1", last="2025-10-12")
    page, rows = case.looks()[before:]
    assert page.recorded_by == rows.recorded_by == "analyst-own-K1"
    assert isinstance(page.facts, LineShown) and isinstance(rows.facts, LineShown)
    assert (page.facts.shown, page.facts.asked) == ("page", (case.first,))
    assert (page.facts.first_day, page.facts.last_day) == (date(2025, 9, 8), date(2025, 9, 21))
    assert rows.facts.shown == "rows"
    opened, seen = log.looks(case="K1", most=2)
    assert (seen.act, seen.subject, seen.said.asked) == ("see line", "L1", "first=2025-09-08&last=2025-09-21")
    assert (opened.subject, opened.said.asked) == (case.first, "mark=burst%3A1&last=2025-10-12")
    assert opened.said.shown is not None and 10 <= opened.said.shown <= 25


def test_rows_are_said_to_be_shown_once_a_day_and_each_page_is_in_the_access_log(case: Case) -> None:
    address = f"/case/K1/line/{case.first}/rows/?first=2025-09-09"
    looks, logged = len(case.looks()), log.count(case="K1")
    for asked in ({}, {"page": 2}, {"page": 3}, {"mark": "contact:c1"}):
        assert case.analyst.get(f"{address}&{urlencode(asked)}").status_code == 200
    (entry,) = case.looks()[looks:]
    assert isinstance(entry.facts, LineShown) and entry.facts.shown == "rows"
    assert log.count(case="K1") == logged + 4
    assert log.looks(case="K1", most=2)[1].said.asked == "first=2025-09-09&page=3"
    assert case.analyst.get(f"{address}&last=2025-09-21").status_code == 200
    assert len(case.looks()) == looks + 2


def test_numbers_are_shown_for_a_reason_that_stays_in_the_case(case: Case) -> None:
    address = f"/case/K1/line/{case.first}/numbers/"
    before = len(case.reveals())
    assert case.analyst.get(address).status_code == 200
    for nothing in ({}, {"reason": "  "}, {"reason": "?!"}):
        refused = case.analyst.post(address, nothing)
        assert refused.status_code == 422 and other_people(case, refused.content.decode()) == set()
    assert len(case.reveals()) == before
    page = unescape(case.analyst.post(address, {"reason": " to find\ta witness "}).content.decode())
    assert "because: to find a witness" in page and len(other_people(case, page)) > 10
    (entry,) = case.reveals()[before:]
    assert isinstance(entry.facts, NumbersRevealed) and entry.facts.reason == "to find a witness"
    assert (entry.recorded_by, entry.facts.asked, entry.facts.shown) == (
        "analyst-own-K1",
        (case.first,),
        "page",
    )
    (look,) = log.looks(case="K1", most=1)
    assert (look.act, look.said.reason) == ("reveal numbers", "to find a witness")


def test_numbers_behind_a_mark_are_those_of_its_rows_page_by_page(case: Case) -> None:
    asked = {"reason": "to find a witness", "mark": "contact:c1"}
    pages = [
        unescape(case.analyst.post(f"/case/K1/line/{case.first}/numbers/", asked | more).content.decode())
        for more in ({}, {"page": 2})
    ]
    assert "Rows 1 to 25 of" in pages[0] and "Rows 26 to" in pages[1]
    (number,) = other_people(case, pages[0])
    assert other_people(case, pages[1]) == {number}
    *_, entry = case.reveals()
    assert isinstance(entry.facts, NumbersRevealed) and entry.facts.shown == "rows of contact:c1"


@pytest.mark.parametrize("relation", [Relation.OWN, Relation.FORMER, Relation.OTHER])
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ANALYST])
def test_records_and_numbers_are_for_those_whom_the_table_names(
    case: Case, role: Role, relation: Relation
) -> None:
    client = logged_in(add(role, relation, "K1"))
    for act, asks in {
        "see line": lambda: client.get(f"/case/K1/line/{case.first}/rows/", {"mark": "contact:c1"}),
        "reveal numbers": lambda: client.post(
            f"/case/K1/line/{case.first}/numbers/", {"reason": "a witness", "mark": "contact:c1"}
        ),
    }.items():
        looks = len(case.looks())
        answer = asks()
        allowed = may(ACTS[act], role, relation)
        assert answer.status_code == (200 if allowed else 404)
        # The numbers are of the same rows, by the same person, on the same day.
        assert len(case.looks()) == looks + (allowed and act == "see line")
        shown = other_people(case, unescape(answer.content.decode()))
        assert len(shown) == (1 if allowed and act == "reveal numbers" else 0)


def test_a_line_without_records_has_its_entries_and_its_id_may_hold_a_stroke(case: Case) -> None:
    before = len(case.looks())
    (link,) = {one for one in links(case.get("lines/")) if one.endswith("/MET~1L~12/")}
    page = unescape(case.analyst.get(link).content.decode())
    assert "Line Grey Kite (MET/L/2)" in page and NOTHING in page and "/case/K1/entry/e6/" in page
    (look,) = log.looks(case="K1", most=1)
    assert look.subject == "MET/L/2"
    assert NOTHING in unescape(case.analyst.get(f"{link}rows/").content.decode())
    assert case.analyst.post(f"{link}numbers/", {"reason": "a witness"}).status_code == 422
    assert len(case.looks()) == before


@pytest.mark.parametrize("subject", ["07700900999", "L9", "imei:00101711000001", "e2", "P1"])
def test_what_the_case_does_not_have_is_not_there(case: Case, subject: str) -> None:
    for page in ("", "rows/", "numbers/"):
        assert case.analyst.get(f"/case/K1/line/{subject}/{page}").status_code == 404


def test_a_mark_that_the_line_has_not_is_not_there(case: Case) -> None:
    looks = len(case.looks())
    for mark in ("contact", "burst:x", "nothing:1", f"contact:{case.second}"):
        assert case.analyst.get(f"/case/K1/line/{case.first}/rows/", {"mark": mark}).status_code == 404
    assert len(case.looks()) == looks
    assert "There are no rows on this page." in case.get(f"line/{case.first}/rows/", page="9999")


def test_a_period_without_records_says_when_there_are_some(case: Case) -> None:
    page = case.get(f"line/{case.first}/", first="2024-01-01", last="2024-02-01")
    assert "it has some from 2025-" in page and '<section id="says"' not in page
    wrong = case.get(f"line/{case.first}/", first="2025-02-01", last="2025-01-01")
    assert "The last day is before the first." in wrong


def test_a_file_that_is_undone_opens_no_row_any_more(case: Case) -> None:
    assert "KM/3" in case.get(f"line/{case.second}/rows/", page="1")
    (batch,) = [e.id for e in opened.received("K1") if e.facts.exhibit == "KM/3"]  # type: ignore[attr-defined]  # receipts
    reverse(batch, by="Moss", because="The wrong file", at=datetime.now(UTC))
    assert "KM/3" not in case.analyst.get(f"/case/K1/line/{case.second}/rows/").content.decode()
