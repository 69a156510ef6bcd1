"""Contacts in school hours, without scripts: from the line's page to the child's, where nobody is told what she did."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import Served, look_at, served_with_people
from playwright.sync_api import Browser

from workflow.school_hours_made import PERSON, made


@pytest.fixture(scope="module")
def site(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A line with its records and a child who is said to use a number, served to somebody of each role."""
    folder: Path = tmp_path_factory.mktemp("files")
    made(folder)
    with served_with_people() as one:
        yield one


@pytest.mark.slow
def test_an_officer_asks_and_the_child_s_page_says_what_may_be_a_sign(site: Served, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    site.enter(page, "officer")
    page.goto(f"{site.address}/case/K1/line/L1/")
    page.get_by_role("link", name="Ask for contacts in school hours").click()
    page.get_by_role("button", name="Ask the records").click()
    assert page.get_by_role("heading", name="There is a problem").is_visible()
    page.get_by_label("Authority, and which of its purposes").select_option(index=1)
    page.get_by_label("Why is it needed?").fill("Is she used by the line?")
    page.get_by_role("button", name="Ask the records").click()
    assert page.get_by_role("heading", name="Noticed now").is_visible()
    page.locator("main").get_by_role("link", name=PERSON).click()
    assert page.get_by_text("may have been in touch with the line L1 in school hours").is_visible()


@pytest.mark.slow
def test_the_pages_are_for_everybody(site: Served, browser: Browser) -> None:
    page = browser.new_page()
    site.enter(page, "analyst")
    page.goto(f"{site.address}/case/K1/line/L1/school-hours/")
    wrong = look_at(page, "school-hours")
    page.get_by_role("button", name="Ask the records").click()
    wrong += look_at(page, "school-hours-refused")
    page.get_by_label("Authority, and which of its purposes").select_option(index=1)
    page.get_by_label("Why is it needed?").fill("Is she used by the line?")
    page.get_by_role("button", name="Ask the records").click()
    page.wait_for_load_state()
    wrong += look_at(page, "school-hours-told")
    page.goto(f"{site.address}/case/K1/person/kent~11/")
    wrong += look_at(page, "school-hours-person")
    assert not wrong
