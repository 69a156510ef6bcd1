"""From the page of security to a program's first answer, and a search that is kept, in a real browser."""

import json
import re
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from browser import by_keyboard, log_in, look_at, served
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser
from site_made import CASE, make_site

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people


@pytest.fixture(scope="module")
def site(embedded_once: str) -> Iterator[tuple[str, str]]:
    """The made-up site, served; its address, and the password of its officer."""
    make_site()
    passwords = dict(demo_people(ledger.cases(), body="metropolitan", at=datetime.now(UTC)))
    connections.close_all()
    with served(settings.HOME) as address:
        yield address, passwords["officer"]


def ask(address: str, token: str) -> list[str]:
    """Ask for the cases of a token's holder, as a program does."""
    request = urllib.request.Request(f"{address}/api/v1/cases/", headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return [one["case"] for one in json.load(answer)["cases"]]


@pytest.mark.slow
def test_a_token_is_made_used_and_ended(site: tuple[str, str], browser: Browser) -> None:
    address, password = site
    page = browser.new_page()
    log_in(page, address, "officer", password, settings.DEMO_CODE)
    page.get_by_role("link", name="Security").click()
    page.get_by_role("link", name="See API tokens").click()
    wrong = look_at(page, "tokens-none")
    by_keyboard(page, "Make a token")
    wrong += look_at(page, "token-new")
    page.get_by_label("Name of the token").fill("weekly figures")
    page.get_by_label("Days until it ends").fill("7")
    by_keyboard(page, "Make it")
    wrong += look_at(page, "token-made")
    found = re.search(r"clewline_[0-9a-f]{16}\.[\w-]{43}", page.content())
    assert found and CASE in ask(address, found[0])
    page.get_by_role("link", name="API tokens").first.click()
    assert found[0].partition(".")[2] not in page.content()
    wrong += look_at(page, "tokens")
    page.get_by_role("link", name="the API").click()
    wrong += look_at(page, "api")
    page.go_back()
    page.get_by_role("button", name="End weekly figures").click()
    assert "has ended" in page.locator("main").inner_text()
    wrong += look_at(page, "token-ended")
    with pytest.raises(urllib.error.HTTPError, match="401"):
        ask(address, found[0])
    assert not wrong


@pytest.mark.slow
def test_a_search_is_kept_and_opened_without_scripts(site: tuple[str, str], browser: Browser) -> None:
    address, password = site
    page = browser.new_context(java_script_enabled=False).new_page()
    log_in(page, address, "officer", password, settings.DEMO_CODE)
    page.goto(f"{address}/search/?q=C-17&without=nobody")
    page.get_by_text("Save this search").click()
    page.get_by_label("Name", exact=True).fill("The arrest")
    page.get_by_role("button", name="Save").click()
    assert "is saved" in page.locator("main").inner_text()
    page.get_by_role("link", name="The arrest").click()
    assert "marked New" in " ".join(page.locator("main").inner_text().split())
    assert page.get_by_label("Without these words").input_value() == "nobody"
    page.goto(f"{address}/search/saved/")
    page.get_by_role("button", name="Remove The arrest").click()
    assert "You have saved no search" in page.locator("main").inner_text()
