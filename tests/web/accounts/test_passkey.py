"""A passkey is added and lets its owner in, with the browser's own made-up key; and a recovery code does so once."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from browser import chromium, log_in, served
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page
from site_made import CASE, make_site

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[tuple[Browser, str, dict[str, str]]]:
    """The site by a name, because a passkey is of a name and never of a number; the browser; and passwords."""
    make_site()
    passwords = dict(demo_people(ledger.cases(), body="metropolitan", at=datetime.now(UTC)))
    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield browser, address.replace("127.0.0.1", "localhost"), passwords


def _out(page: Page) -> None:
    page.get_by_role("button", name="Log out").first.click()
    page.wait_for_load_state()
    if page.locator("main").get_by_role("button", name="Log out").count():
        page.locator("main").get_by_role("button", name="Log out").click()
    page.wait_for_url("**/log-in/**")


def _confirmed(page: Page, password: str) -> None:
    """Say once more who it is, where that is asked."""
    if "/again/" in page.url:
        page.get_by_label("Password", exact=True).fill(password)
        page.get_by_role("button", name="Confirm").click()
        page.wait_for_load_state()


@pytest.mark.slow
def test_a_passkey_lets_its_owner_in_and_nobody_once_it_is_removed(
    demo: tuple[Browser, str, dict[str, str]],
) -> None:
    browser, address, passwords = demo
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    key = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]
    log_in(page, address, "officer", passwords["officer"], settings.DEMO_CODE)
    page.goto(f"{address}/security/passkeys/add/")
    _confirmed(page, passwords["officer"])
    page.get_by_label("Name").fill("Work laptop")
    page.get_by_label("Log in with this key alone").check()
    page.get_by_role("button", name="Add", exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/add/"))
    page.goto(f"{address}/security/passkeys/")
    assert page.get_by_role("row", name="Work laptop").inner_text().split("\t")[1] == "Passkey"
    assert len(devtools.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]) == 1
    _out(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"{address}/")
    page.get_by_role("link", name=CASE).click()
    assert page.inner_text("h1") == f"Case {CASE}"
    page.goto(f"{address}/security/passkeys/")
    page.get_by_role("link", name="Remove").click()
    _confirmed(page, passwords["officer"])
    page.get_by_role("button", name="Remove").click()
    page.wait_for_load_state()
    assert not refused
    _out(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_timeout(1500)
    page.goto(f"{address}/")
    assert "/log-in/" in page.url


@pytest.mark.slow
def test_a_recovery_code_lets_in_once(
    demo: tuple[Browser, str, dict[str, str]],
) -> None:
    browser, address, passwords = demo
    page = browser.new_page()
    log_in(page, address, "analyst", passwords["analyst"], settings.DEMO_CODE)
    page.goto(f"{address}/security/codes/new/")
    _confirmed(page, passwords["analyst"])
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state()
    codes = page.locator("main .cw-code").all_inner_texts()
    assert len(codes) == 10
    used = codes[0]
    _out(page)
    log_in(page, address, "analyst", passwords["analyst"], used)
    _out(page)
    page.get_by_label("Username").fill("analyst")
    page.get_by_label("Password", exact=True).fill(passwords["analyst"])
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Code").fill(used)
    page.locator("main button[type=submit]").first.click()
    assert "There is a problem" in page.locator("main").inner_text()
