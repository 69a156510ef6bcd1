"""Each role's pages in a real browser; a newcomer goes from the first page to the source line of a number."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from browser import Served, look_at, served_with_people
from playwright.sync_api import Browser

from clewline.access import Role
from clewline.simulate import default_margins, simulate
from clewline.workflow.intake import take_in

FILES = ("quartermaster_metropolitan.xlsx", "published.csv")


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Served]:
    """A made-up force's register of property and what was published, taken in, and one person for each role."""
    at = datetime.now(UTC)
    for file in simulate(default_margins(), seed=1):
        if file.name in FILES:
            take_in(file.content, file=file.name, case="demo-1", by="demo", at=at)
    with served_with_people() as one:
        yield one


@pytest.mark.slow
def test_five_clicks_lead_from_the_first_page_to_the_source_line(demo: Served, browser: Browser) -> None:
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda said: refused.append(said.text) if said.type == "error" else None)
    page.on("request", lambda one: refused.append(one.url) if demo.address not in one.url else None)
    demo.enter(page, "officer")
    wrong = look_at(page, "officer-home")
    steps = (
        ("figures", 'nav a:has-text("Figures")'),
        ("lines-closed", 'tr:has(th:text-is("Lines closed")) td a'),
        ("entry", "main table td a"),
        ("source-line", 'main dd a:has-text("Line")'),
    )
    for name, link in steps:
        page.locator(link).first.click()
        page.wait_for_load_state()
        wrong += look_at(page, f"officer-{name}")
        if name == "lines-closed":
            assert page.locator("h1").inner_text() == "Lines closed: 77"
    assert "quartermaster_metropolitan.xlsx" in page.locator("h1").inner_text()
    assert "MP-L" in page.locator("pre").inner_text()
    assert not wrong and not refused
    auditor = browser.new_page()
    demo.enter(auditor, "auditor")
    auditor.get_by_role("link", name="Access log").click()
    rows = [row.inner_text() for row in auditor.locator("tbody tr").all()]
    looks = [one for one in rows if "Ola Officer" in one][:5]
    done = ("saw the line", "saw an entry", "opened a figure", "saw figures", "saw their own cases")
    assert len(looks) == 5 and all(did in look for did, look in zip(done, looks, strict=True))
    assert not look_at(auditor, "auditor-access-log")


@pytest.mark.slow
@pytest.mark.parametrize("role", list(Role))
def test_each_role_s_pages_are_for_everybody(demo: Served, browser: Browser, role: Role) -> None:
    page = browser.new_page()
    login = role.name.lower()
    demo.enter(page, login)
    wrong = look_at(page, f"{login}-home")
    ways = page.locator("nav[aria-label=Main] a").all()
    addresses = [way.get_attribute("href") or "" for way in ways]
    assert "/" in addresses and ("/figures/" in addresses) == (role not in (Role.PARTNER, Role.ADMINISTRATOR))
    addresses += [a.get_attribute("href") or "" for a in page.locator("main table a").all()]
    for address in addresses:
        page.goto(demo.address + address)
        wrong += look_at(page, f"{login}{address.rstrip('/').replace('/', '-')}")
        parts = [a.get_attribute("href") or "" for a in page.locator(".cw-parts a").all()]
        addresses += [part for part in parts if part not in addresses]
    page.goto(f"{demo.address}/no-such-page/")
    wrong += look_at(page, f"{login}-not-found")
    page.goto(f"{demo.address}/security/")
    wrong += look_at(page, f"{login}-security")
    assert not wrong
