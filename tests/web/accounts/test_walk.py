"""From a new account to the first case, and from a referral to its partner, in a real browser and without scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from browser import chromium, log_in, look_at, served
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page
from referrals_made import RECORD, record
from site_made import CASE, make_site

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people

OWN = "kestrel over the marsh"


@dataclass(frozen=True)
class Demo:
    """The site, served, with its log-ins."""

    address: str
    passwords: dict[str, str]
    browser: Browser

    def enter(self, login: str, *, scripts: bool = True) -> Page:
        """Log in as one of its people."""
        page = self.browser.new_context(java_script_enabled=scripts).new_page()
        log_in(page, self.address, login, self.passwords[login], settings.DEMO_CODE)
        return page


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Demo]:
    make_site()
    record(RECORD)
    passwords = dict(demo_people(ledger.cases(), body="metropolitan", at=datetime.now(UTC)))
    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield Demo(address, passwords, browser)


def press(page: Page, words: str) -> None:
    page.locator("main").get_by_role("button", name=words, exact=True).click()
    page.wait_for_load_state()


def make_account(page: Page, *, name: str, login: str, role: str, body: str) -> tuple[str, list[str]]:
    """Make an account as an administrator, and return its password and what was wrong on the way."""
    page.get_by_role("link", name="Accounts", exact=True).click()
    wrong = look_at(page, "accounts")
    page.get_by_role("link", name="Make an account").click()
    press(page, "Make the account")
    wrong += look_at(page, "accounts-new-wrong")
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Username").fill(login)
    page.get_by_label(role, exact=True).check()
    page.get_by_label("Force or body").fill(body)
    press(page, "Make the account")
    wrong += look_at(page, "accounts-password")
    return page.locator("#password").inner_text(), wrong


def first_log_in(demo: Demo, login: str, password: str) -> Page:
    """Log in for the first time, without scripts: password, own password, app."""
    page = demo.browser.new_context(java_script_enabled=False).new_page()
    page.goto(demo.address)
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Log in")
    page.get_by_label("Current password").fill(password)
    page.get_by_label("New password", exact=True).fill(OWN)
    page.get_by_label("New password again").fill(OWN)
    press(page, "Change password")
    assert page.url.startswith(f"{demo.address}/security/app/add/"), page.inner_text("main")
    secret = page.locator(".cw-code").inner_text().replace(" ", "")
    code = format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))
    page.get_by_label("Code from the app").fill(code)
    press(page, "Add")
    page.goto(demo.address)
    return page


@pytest.mark.slow
def test_a_new_officer_sees_nothing_until_a_supervisor_makes_them_a_member(demo: Demo) -> None:
    office = demo.enter("administrator")
    password, wrong = make_account(office, name="Hale Finch", login="finch", role="Officer", body="kent")
    supervisor = demo.enter("supervisor")
    wrong += look_at(supervisor, "supervisor-home-tasks")
    supervisor.get_by_role("link", name=CASE).click()
    supervisor.get_by_role("link", name="Members").click()
    supervisor.get_by_label("Username").fill("finch")
    supervisor.get_by_label("Investigation").check()
    press(supervisor, "Add")
    assert "has not chosen their own password yet" in supervisor.inner_text("main")
    wrong += look_at(supervisor, "members-wrong")

    finch = first_log_in(demo, "finch", password)
    assert "You are a member of no case." in finch.inner_text("main")
    assert "Page not found" in ((finch.goto(f"{demo.address}/case/{CASE}/") and finch.inner_text("h1")) or "")

    supervisor.get_by_label("Username").fill("finch")
    supervisor.get_by_label("Investigation").check()
    press(supervisor, "Add")
    assert "Hale Finch is a member of the case." in supervisor.inner_text("main")
    wrong += look_at(supervisor, "members")
    finch.goto(demo.address)
    finch.get_by_role("link", name=CASE).click()
    assert finch.inner_text("h1") == f"Case {CASE}"
    finch.goto(demo.address)
    assert "What changed since you last looked" in finch.inner_text("main")

    supervisor.locator("tr", has_text="Hale Finch").get_by_role("link", name="End").click()
    wrong += look_at(supervisor, "members-end")
    office.get_by_role("link", name="Accounts", exact=True).first.click()
    office.get_by_role("link", name="finch").click()
    wrong += look_at(office, "account")
    for link, name in (("Change role", "role"), ("Give a new password", "password"), ("Take away", "factor")):
        office.get_by_role("link", name=link).click()
        wrong += look_at(office, f"account-{name}")
        office.go_back()
    office.get_by_role("link", name="Switch off").click()
    office.get_by_label("Why?").fill("He left the force.")
    press(office, "Switch off")
    assert "logged out everywhere" in office.inner_text("main")
    finch.goto(demo.address)
    assert finch.url.startswith(f"{demo.address}/log-in/")
    auditor = demo.enter("auditor")
    auditor.get_by_role("link", name="Access log").click()
    wrong += look_at(auditor, "access-log-filters")
    auditor.get_by_label("Who (username)").fill("finch")
    press(auditor, "Show")
    assert "Hale Finch" in auditor.inner_text("main") and "changed their password" in auditor.inner_text(
        "main"
    )
    assert not wrong


@pytest.mark.slow
def test_a_partner_sees_the_referral_and_not_the_case_without_scripts(demo: Demo) -> None:
    office = demo.enter("administrator", scripts=False)
    office.get_by_role("link", name="Accounts", exact=True).click()
    office.get_by_role("link", name="Make an account").click()
    office.get_by_label("Name", exact=True).fill("Robin Wren")
    office.get_by_label("Username").fill("wren")
    office.get_by_label("Partner", exact=True).check()
    office.get_by_label("Force or body").fill("Harbour Trust")
    press(office, "Make the account")
    wren = first_log_in(demo, "wren", office.locator("#password").inner_text())
    wren.get_by_role("link", name="Referrals").click()
    assert "Nobody at the force has said yet" in wren.inner_text("main")
    carer = demo.enter("safeguarding")
    carer.get_by_role("link", name="Partners").click()
    carer.get_by_label("Whose account?").select_option(label="Robin Wren, Harbour Trust (wren)")
    carer.get_by_label("Yes", exact=True).check()
    carer.get_by_label("How do you know").fill("I met her at the strategy meeting.")
    press(carer, "Save")
    wrong = look_at(carer, "partners")
    wren.goto(f"{demo.address}/referrals/")
    wren.get_by_role("link", name="R-21").click()
    assert "Nothing yet" in wren.inner_text("main") and "R-22" not in wren.inner_text("body")
    carer.get_by_label("Whose account?").select_option(label="Pat Partner, metropolitan (partner)")
    carer.get_by_label("Yes", exact=True).check()
    carer.get_by_label("How do you know").fill("She sits on our panel.")
    press(carer, "Save")
    partner = demo.enter("partner")
    partner.get_by_role("link", name="Referrals").click()
    wrong += look_at(partner, "referrals")
    partner.get_by_role("link", name="R-25").click()
    wrong += look_at(partner, "referral")
    said = partner.inner_text("body")
    assert "Nothing yet" in said and "Plover" not in said and CASE not in said
    partner.goto(f"{demo.address}/case/{CASE}/")
    assert partner.inner_text("h1") == "Page not found"
    assert not wrong
