"""A file is taken in with a real browser: with scripts, without them and by keyboard; and by the site's own worker."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browser import by_keyboard, log_in, look_at, served
from django.conf import settings
from playwright.sync_api import Browser, Page
from sent_files import AUTHORITY, PHONES, WITH_PROBLEMS, authority

from clewline.workflow.demo_people import demo_people
from clewline.workflow.intake import take_in
from clewline.workflow.uploads import work
from cli.test_mapping_command import SAMPLE
from workflow.files import custody

CASE = "demo-1"


@pytest.fixture(scope="module")
def site_served(embedded_once: str) -> Iterator[tuple[str, dict[str, str]]]:
    """A made-up case with an authority, served with its worker."""
    at = datetime.now(UTC)
    take_in(custody({"Custody No": "F1"}), file="first.csv", case=CASE, by="demo", at=at)
    authority(CASE)
    passwords = dict(demo_people([CASE], body="metropolitan", at=at))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address:
        yield address, passwords


def _enter(page: Page, site: tuple[str, dict[str, str]], login: str) -> str:
    address, passwords = site
    log_in(page, address, login, passwords[login], settings.DEMO_CODE)
    return f"{address}/case/{CASE}/"


def _file(folder: Path, name: str, content: bytes) -> Path:
    place = folder / name
    place.write_bytes(content)
    return place


@pytest.mark.slow
def test_a_file_is_taken_in_and_undone(
    site_served: tuple[str, dict[str, str]], browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    refused: list[str] = []
    # A form that is sent back with what is wrong is an answer 422, which the browser counts among errors.
    page.on(
        "console",
        lambda said: refused.append(said.text) if said.type == "error" and "422" not in said.text else None,
    )
    case = _enter(page, site_served, "officer")
    wrong = []
    for name in ("exhibits", "authorities", "authorities/add", "exhibits/add", "intake"):
        page.goto(f"{case}{name}/")
        wrong += look_at(page, f"intake-{name.replace('/', '-')}")
    page.get_by_label("File, as it was received").set_input_files(_file(tmp_path, "c.csv", WITH_PROBLEMS))
    page.get_by_role("button", name="Send the file").click()
    wrong += look_at(page, "intake-1-what-it-is")
    page.get_by_role("button", name="Look at what it gives").click()
    wrong += look_at(page, "intake-2-what-it-gives")
    page.get_by_role("button", name=re.compile("^Take in")).click()
    wrong += look_at(page, "intake-3-taken-in")
    page.get_by_role("link", name="Take out the refused rows").click()
    wrong += look_at(page, "intake-4-refused-rows")
    page.get_by_label("What is the copy for?").fill("To Custodian's office.")
    with page.expect_download() as copy:
        page.get_by_role("button", name="Take the copy").click()
    assert "Arrested On" in copy.value.path().read_text(encoding="utf-8-sig")
    page.get_by_role("link", name="Back to the file").click()
    page.get_by_role("link", name="Undo this batch").click()
    wrong += look_at(page, "intake-5-undo")
    page.get_by_label("Why is it undone?").fill("The wrong week")
    page.get_by_role("button", name="Undo the batch").click()
    assert "was undone" in page.locator("main").inner_text()
    wrong += look_at(page, "intake-6-undone")
    page.goto(f"{case}intake/")
    page.get_by_label("File, as it was received").set_input_files(_file(tmp_path, "o.csv", SAMPLE.encode()))
    page.get_by_role("button", name="Send the file").click()
    page.get_by_role("link", name="Say what it is and name its columns").click()
    wrong += look_at(page, "intake-8-what-is-it")
    page.get_by_role("link", name="Phone records of an operator").click()
    wrong += look_at(page, "intake-9-columns")
    page.get_by_role("button", name="Go on").click()
    assert "There is a problem" in page.locator("main").inner_text()
    wrong += look_at(page, "intake-9-columns-wrong")
    assert not wrong and not refused


@pytest.mark.slow
def test_an_unknown_table_s_columns_are_named_without_scripts(
    site_served: tuple[str, dict[str, str]], browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    case = _enter(page, site_served, "analyst")
    page.goto(f"{case}intake/")
    content = b"Ref;When;Whose\nA/1;01/03/2023;P7\n"
    page.get_by_label("File, as it was received").set_input_files(_file(tmp_path, "a.csv", content))
    page.get_by_role("button", name="Send the file").click()
    page.get_by_role("link", name="Say what it is and name its columns").click()
    page.get_by_role("link", name="Arrest", exact=True).click()
    page.get_by_label("Day on which it happened").select_option("When")
    page.get_by_label("The system's own reference").select_option("Ref")
    page.get_by_label("Force, where every row is of one").select_option("kent")
    page.get_by_label("Person", exact=True).select_option("Whose")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Look at what it gives").click()
    assert "Arrest A/1" in page.locator("main").inner_text()
    page.get_by_role("button", name="Take in 1 record").click()
    assert "1 = 1 loaded" in page.locator("main").inner_text()


@pytest.mark.slow
def test_a_large_file_is_taken_in_by_the_site_s_worker_and_its_page_follows(
    site_served: tuple[str, dict[str, str]], browser: Browser, tmp_path: Path
) -> None:
    rows = ({"Custody No": f"L{n}", "Person No": f"L{n}"} for n in range(14_000))
    content = custody(*rows)
    assert len(content) > work.AT_ONCE
    page = browser.new_page()
    case = _enter(page, site_served, "supervisor")
    page.goto(f"{case}intake/")
    page.get_by_label("File, as it was received").set_input_files(_file(tmp_path, "large.csv", content))
    page.get_by_role("button", name="Send the file").click()
    page.get_by_role("button", name="Look at what it gives").click()
    assert "Being looked at" in page.locator("main").inner_text()
    wrong = look_at(page, "intake-7-progress")
    page.get_by_role("button", name="Take in 14,000 records").click(timeout=120_000)
    page.wait_for_url(re.compile("/file/"), timeout=120_000)
    assert "14,000 = 14,000 loaded" in page.locator("main").inner_text() and not wrong


@pytest.mark.slow
def test_phone_records_are_taken_in_by_keyboard(
    site_served: tuple[str, dict[str, str]], browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    case = _enter(page, site_served, "officer")
    page.goto(f"{case}intake/")
    # A browser's own window chooses the file, which is no page of ours.
    page.get_by_label("File, as it was received").set_input_files(_file(tmp_path, "calls.csv", PHONES))
    by_keyboard(page, "Send the file")
    page.get_by_role("button", name="Look at what it gives").press("Enter")
    page.wait_for_selector("text=There is a problem")
    assert not look_at(page, "intake-10-refused")
    page.get_by_label("Authority that covers it").focus()
    page.keyboard.type(AUTHORITY)
    page.keyboard.press("Tab")
    page.keyboard.type("NIG/4")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=2 taken in")
    by_keyboard(page, "Take in 2 records")
    assert "4 = 2 loaded + 0 known already + 1 refused + 1 out of scope" in page.locator("main").inner_text()
