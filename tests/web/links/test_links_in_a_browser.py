"""The link chart and a copy in a real browser: by keyboard, without JavaScript, at both widths."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browser import by_keyboard, log_in, look_at, served
from django.conf import settings
from playwright.sync_api import Browser, Page

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.simulate.phones import read_authorities, simulate_phones
from clewline.store import ledger
from clewline.workflow.demo_people import demo_people
from clewline.workflow.phones import authorities
from workflow.phones.phone_files import intake

AT = datetime(2025, 12, 5, 9, tzinfo=UTC)
TOLD = """
e1: on 2025-09-01 line L1, name Blue Lamp, force kent, origin metropolitan, importing kent
e2: on 2025-09-01 line number L1/1, line L1, number "{number}", used from 2025-09-01, force kent
e3: on 2025-10-30 role R1, line L1, person kent/P1, role runner, basis admission, force kent
e4: on 2025-10-30 arrest C-1, line L1, person kent/P1, force kent, age 16, place Ashford
e5: on 2025-10-31 role R2, line L1, person kent/P2, role line holder, basis attribution, force kent
e6: on 2025-10-31 arrest C-2, line L1, person kent/P2, force kent, age 31, operation Lapwing
"""


@pytest.fixture(scope="module")
def site(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A case with a line, two people and phone records, served; its address, an officer's password, the number."""
    folder = tmp_path_factory.mktemp("files")
    for file in simulate_phones(seed=3, days=42, customers=6):
        (folder / file.name).write_bytes(file.content)
    facts, given = read_authorities((folder / "phones_authorities.json").read_bytes())[0]
    authorities.record(replace(facts, reference="CD/1"), case="K1", day=given, by="Moss", at=AT)
    intake(folder / "phones_north_1.csv", exhibit="KM/1", at=AT)
    number = facts.identifiers[0]
    ledger.append(
        [
            replace(one, case="K1", source=Statement("Moss"), batch=None, recorded_at=AT)
            for one in read_notation(TOLD.format(number=number))
        ]
    )
    passwords = dict(demo_people(ledger.cases(), body="kent", at=datetime.now(UTC)))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address:
        yield address, passwords["officer"], number


@pytest.mark.slow
def test_the_chart_of_a_line_is_opened_by_keyboard_and_a_copy_of_it_taken(
    site: tuple[str, str, str], browser: Browser, tmp_path: Path
) -> None:
    address, password, _ = site
    page = browser.new_context(java_script_enabled=True, accept_downloads=True).new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    log_in(page, address, "officer", password, settings.DEMO_CODE)
    page.goto(f"{address}/case/K1/line/L1/")
    page.get_by_role("link", name="What is linked to this line").click()
    page.wait_for_load_state()
    wrong = look_at(page, "links-of-a-line")
    assert page.locator("svg.cw-link-chart a").count() > 10
    page.locator("svg.cw-link-chart a.cw-link-chart__thing").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/links/open/**")
    wrong += look_at(page, "links-behind-a-thing")
    page.get_by_role("link", name="All links").click()
    by_keyboard(page, "Take a copy out", most=200)
    wrong += look_at(page, "copy-asked-for")
    rows = _taken(page, tmp_path)
    assert {"kent/P1", "kent/P2"} <= {row["Source"] for row in rows} | {row["Target"] for row in rows}
    assert {row["Source note"] for row in rows if row["Source"] == "kent/P1"} == {"Protection first"}
    page.goto(f"{address}/case/K1/links/")
    wrong += look_at(page, "links-of-a-case")
    assert not wrong and not refused


@pytest.mark.slow
def test_without_javascript_the_chart_and_the_copy_are_there(
    site: tuple[str, str, str], browser: Browser, tmp_path: Path
) -> None:
    address, password, number = site
    page = browser.new_context(java_script_enabled=False, accept_downloads=True).new_page()
    log_in(page, address, "officer", password, settings.DEMO_CODE)
    page.goto(f"{address}/case/K1/line/{number}/links/")
    page.locator("svg.cw-link-chart a.cw-link-chart__edge").first.click(force=True)
    page.wait_for_url("**/links/open/**")
    page.goto(f"{address}/case/K1/line/{number}/rows/?mark=contact:c1")
    page.get_by_role("link", name="Take a copy out").click()
    assert "CSV: a table" in page.content() and "GEXF" not in page.content()
    page.get_by_label("CSV: a table").check()
    rows = _sent(page, tmp_path)
    assert rows and {row["With"] for row in rows} == {"c1"} and {row["Exhibit"] for row in rows} == {"KM/1"}
    assert {row["Phone"] for row in rows} == {f"tel:{number}"}


def _taken(page: Page, folder: Path) -> list[dict[str, str]]:
    page.get_by_label("Flat CSV of links").check()
    return _sent(page, folder)


def _sent(page: Page, folder: Path) -> list[dict[str, str]]:
    page.get_by_label("Why do you need a copy?").fill("For the briefing")
    page.get_by_label("Who is it for?").fill("Moss, Kent Police")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Take the copy out").click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
