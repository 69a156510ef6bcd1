"""In a real browser: an arrest is recorded by hand, corrected and withdrawn, and a finding is read down to its rows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from browser import by_keyboard, log_in, look_at, served
from django.conf import settings
from playwright.sync_api import Browser, Page

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.demo_people import demo_people
from web.finding.two_phones import rows
from workflow.phones.phone_files import HOLDER, LINE, intake, recorded

CASE = "demo-1"


@pytest.fixture(scope="module")
def demo(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A made-up case with the records of two phones, served; its address and the analyst's password."""
    folder = tmp_path_factory.mktemp("files")
    recorded(case=CASE)
    for n, (phone, minute) in enumerate((("07700 900001", 5), ("07700 900002", 12)), start=1):
        (folder / f"{n}.csv").write_text(rows(phone, minute))
        intake(folder / f"{n}.csv", case=CASE, exhibit=f"KM/{n}")
    (person,) = read_notation(
        "p1: on 2023-03-01 person metropolitan/17, force metropolitan, number 17, family name Reed"
    )
    now = datetime.now(UTC)
    ledger.append([replace(person, case=CASE, source=Statement("demo"), batch=None, recorded_at=now)])
    passwords = dict(demo_people([CASE], body="metropolitan", at=now))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address:
        yield address, passwords["analyst"]


def enter(page: Page, demo: tuple[str, str]) -> None:
    """Log in as the analyst."""
    page.set_default_timeout(60_000)
    log_in(page, demo[0], "analyst", demo[1], settings.DEMO_CODE)


def fill_in(page: Page, reference: str) -> None:
    """Answer the form of an arrest."""
    page.get_by_label("Custody reference").fill(reference)
    for part, value in (("Day", "3"), ("Month", "3"), ("Year", "2023")):
        page.get_by_label(part, exact=True).fill(value)
    page.get_by_label("Person's number").fill("17")
    page.get_by_label("Age").fill("16")


@pytest.mark.slow
def test_an_arrest_is_recorded_corrected_and_withdrawn(demo: tuple[str, str], browser: Browser) -> None:
    page = browser.new_page()
    enter(page, demo)
    page.goto(f"{demo[0]}/case/{CASE}/record/")
    wrong = look_at(page, "record-kinds")
    page.locator("main dl a", has_text="Arrest").first.click()
    wrong += look_at(page, "record-arrest")
    page.get_by_role("button", name="Check your answers").click()
    wrong += look_at(page, "record-arrest-refused")
    page.get_by_role("link", name="Enter custody reference").click()
    assert page.evaluate("document.activeElement.id") == "id_its_reference"
    fill_in(page, "C-1")
    page.get_by_role("button", name="Check your answers").click()
    wrong += look_at(page, "record-arrest-check")
    assert "Protect first" in page.locator("main").inner_text()
    page.get_by_role("button", name="Record it").click()
    wrong += look_at(page, "record-arrest-recorded")
    page.get_by_role("link", name="Correct this entry").click()
    page.get_by_label("Age").fill("17")
    page.get_by_label("Why is it corrected?").fill("The birth was misread")
    wrong += look_at(page, "record-correct")
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name="Record the correction").click()
    wrong += look_at(page, "record-corrected")
    page.get_by_role("link", name="Withdraw this entry").click()
    page.get_by_label("Why is it withdrawn?").fill("Another person")
    wrong += look_at(page, "record-withdraw")
    page.get_by_role("button", name="Withdraw it").click()
    wrong += look_at(page, "record-withdrawn")
    assert "This entry no longer stands" in page.locator("main").inner_text()
    assert not wrong


@pytest.mark.slow
def test_recording_goes_without_scripts(demo: tuple[str, str], browser: Browser) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    enter(page, demo)
    page.goto(f"{demo[0]}/case/{CASE}/record/arrest/")
    fill_in(page, "C-2")
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name="Change an answer").click()
    page.get_by_label("Age").fill("18")
    page.get_by_role("button", name="Check your answers").click()
    page.get_by_role("button", name="Record it").click()
    assert "Arrest is recorded" in page.locator("main").inner_text()


@pytest.mark.slow
def test_a_finding_is_weighed_and_read_by_keyboard_down_to_its_rows(
    demo: tuple[str, str], browser: Browser
) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    enter(page, demo)
    page.goto(f"{demo[0]}/case/{CASE}/findings/")
    wrong = look_at(page, "findings-none")
    by_keyboard(page, "Weigh two phones")
    wrong += look_at(page, "finding-weigh")
    page.get_by_label("The line's number").select_option(LINE)
    page.get_by_label("The other phone").select_option(HOLDER)
    page.get_by_role("button", name="Weigh them").click()
    page.wait_for_url("**/finding/**")
    wrong += look_at(page, "finding")
    by_keyboard(page, "The facts alone")
    wrong += look_at(page, "finding-facts")
    by_keyboard(page, "30")
    wrong += look_at(page, "finding-rows")
    assert "KM/1 line" in page.locator("main").inner_text()
    page.go_back()
    by_keyboard(page, "Take it out as a file")
    wrong += look_at(page, "finding-take-out")
    page.goto(f"{demo[0]}/case/{CASE}/findings/")
    wrong += look_at(page, "findings")
    assert not wrong and not refused
