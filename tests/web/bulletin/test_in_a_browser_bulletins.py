"""The press office's way in a real browser: a draft, its release by a supervisor, the public page, a pasted text."""

import pytest
from browser import by_keyboard, chromium, log_in, look_at, served
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people
from workflow.bulletin_story import NOW, arrests, helped, record

TEXT = """Kent Police: 12 arrests in a week

From 27 February to 5 March 2023, Kent Police made 12 arrests, including 7 adults and 3 children.
"""


@pytest.mark.slow
def test_press_writes_a_supervisor_releases_and_texts_are_checked(embedded_once: str) -> None:
    record(f"{helped(3, age=15, name='c')}\n{helped(27, age=40, name='d')}\n{arrests(9)}", case="demo-1")
    passwords = dict(demo_people(ledger.cases(), body="kent", at=NOW.replace(year=2026)))
    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        press, supervisor = (_entered(browser, address, name, passwords) for name in ("press", "supervisor"))
        wrong = _write(press, address)
        draft = press.url
        supervisor.goto(draft)
        by_keyboard(supervisor, "Read and release it")
        wrong += look_at(supervisor, "supervisor-release")
        supervisor.get_by_role("button", name="Release it").press("Enter")
        supervisor.wait_for_url("**/bulletins/one/**")
        wrong += look_at(supervisor, "supervisor-released")
        supervisor.get_by_role("link", name="Compare it").click()
        assert "Everything counts as it was told." in supervisor.locator("main").inner_text()
        wrong += look_at(supervisor, "supervisor-compare")
        press.goto(f"{address}/figures/")
        assert "9" in press.get_by_role("row", name="Arrests").first.inner_text()
        wrong += _wide(press)
        supervisor.goto(f"{address}/figures/arrests/?start=2023-02-27&end=2023-03-05&force=kent")
        wrong += look_at(supervisor, "supervisor-figure-charts")
        supervisor.goto(f"{address}/published/?indicator=arrests")
        wrong += look_at(supervisor, "supervisor-published")
        supervisor.goto(f"{address}/texts/")
        supervisor.get_by_label("Text", exact=True).fill(TEXT)
        supervisor.get_by_role("button", name="Read and check").click()
        supervisor.wait_for_selector(".cw-text")
        assert "The record: arrests" in supervisor.locator("main").inner_text()
        wrong += look_at(supervisor, "supervisor-text")
        assert not wrong


def _entered(browser: Browser, address: str, name: str, passwords: dict[str, str]) -> Page:
    """Return a page of somebody who has logged in; the press officer's browser runs no scripts."""
    page = browser.new_context(java_script_enabled=name != "press").new_page()
    page.set_default_timeout(30_000)
    log_in(page, address, name, passwords[name], settings.DEMO_CODE)
    return page


def _write(press: Page, address: str) -> list[str]:
    """Write a bulletin without scripts, and return what is wrong with the pages on the way."""
    press.goto(f"{address}/bulletins/")
    wrong = _wide(press)
    press.get_by_role("link", name="Write a bulletin").first.click()
    press.get_by_label("From").fill("2023-02-27")
    press.get_by_label("To (optional)").fill("2023-03-05")
    press.get_by_label("Force").select_option("kent")
    wrong += _wide(press)
    press.get_by_role("button", name="Write and keep as a draft").click()
    press.wait_for_url("**/bulletins/one/**")
    assert "is [c]" in press.locator("main").inner_text()
    return wrong + _wide(press)


def _wide(page: Page) -> list[str]:
    """Return whether a page is wider than a small screen; where no script runs, what axe says is asked elsewhere."""
    page.set_viewport_size({"width": 320, "height": 800})
    box = page.locator("main").bounding_box()
    page.set_viewport_size({"width": 1280, "height": 800})
    return [] if box and box["x"] + box["width"] <= 320 else [f"{page.url} is wider than the screen"]
