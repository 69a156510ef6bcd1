"""The guide in a real browser: on a phone, without scripts, at four times the size, on paper, and out of it at once."""

import io
import time
from collections.abc import Iterator
from unicodedata import normalize

import pytest
from browser import NARROW, SHOTS, WIDE, by_keyboard, look_at, served
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page, Route
from pypdf import PdfReader
from site_made import make_site

from clewline.safeguarding.guide import all_indicators
from clewline.safeguarding.indicator import KINDS
from clewline.web.guide.views import AWAY

PATHS = ("/guide/", "/guide/whole/", *(f"/guide/{kind}/" for kind in KINDS))


@pytest.fixture(scope="module")
def address(embedded_once: str) -> Iterator[str]:
    """The made-up site, served; nobody is logged in."""
    make_site()
    connections.close_all()
    with served(settings.HOME) as address:
        yield address


def watched(page: Page, address: str) -> list[str]:
    """Return the list to which everything is added that the page asks of others, or complains of."""
    found: list[str] = []
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("pageerror", lambda wrong: found.append(str(wrong)))
    page.on("request", lambda one: found.append(one.url) if not one.url.startswith(address) else None)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_is_for_everybody(address: str, browser: Browser, scripts: bool) -> None:
    context = browser.new_context()
    if not scripts:
        # The checker is a script itself, and needs a browser that runs it: what the page would run is emptied.
        context.route("**/static/*.js*", lambda one: one.fulfill(content_type="text/javascript", body=""))
    page = context.new_page()
    refused, wrong = watched(page, address), []
    for path in PATHS:
        page.goto(address + path)
        name = path.strip("/").replace("/", "-")
        assert ("js-enabled" in (page.locator("body").get_attribute("class") or "")) == scripts
        wrong += look_at(page, name if scripts else f"{name}-without-scripts")
    assert not wrong and not refused and not context.cookies()
    context.close()


@pytest.mark.slow
def test_it_is_read_at_four_times_the_size(address: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": WIDE // 4, "height": 200}, device_scale_factor=4)
    page = context.new_page()
    for path in ("/guide/", "/guide/movement/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= WIDE // 4
        page.mouse.wheel(0, 1500)
        page.wait_for_timeout(200)
        box = page.locator(".govuk-exit-this-page a").bounding_box()
        assert box is not None and box["y"] >= 0 and box["y"] + box["height"] <= 100, (
            "it hides half of the page"
        )
    page.goto(f"{address}/guide/movement/#goes_missing")
    box, out = (
        page.locator("#goes_missing").bounding_box(),
        page.locator(".govuk-exit-this-page").bounding_box(),
    )
    assert box is not None and out is not None and box["y"] >= out["y"] + out["height"], (
        "the heading is hidden"
    )
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_way_out_leads_away_at_once_and_says_nothing_of_where_from(
    address: str, browser: Browser, scripts: bool, width: int
) -> None:
    context = browser.new_context(java_script_enabled=scripts, viewport={"width": width, "height": 640})
    page, told = context.new_page(), []

    def weather(route: Route) -> None:
        # Those that are known by now: `all_headers` waits for the network, which waits for this answer.
        told.append(route.request.headers)
        route.fulfill(status=200, content_type="text/html", body="<title>Weather</title>Sun")

    context.route("https://www.bbc.co.uk/**", weather)
    page.goto(f"{address}/guide/coercion/")
    page.mouse.wheel(0, 4000)
    page.wait_for_timeout(200)
    begun = time.monotonic()
    page.locator(".govuk-exit-this-page a").click()
    page.wait_for_url(AWAY)
    assert page.title() == "Weather" and time.monotonic() - begun < 3
    assert told and not any("referer" in headers for headers in told)
    assert page.evaluate("document.referrer") == ""
    context.close()


@pytest.mark.slow
def test_the_way_out_is_reached_by_keyboard(address: str, browser: Browser) -> None:
    context = browser.new_context()
    context.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(status=200, body="Sun"))
    page = context.new_page()
    page.goto(f"{address}/guide/")
    by_keyboard(page, "Leave this page", most=4)
    assert page.url == AWAY
    page.goto(f"{address}/guide/phones/")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(AWAY)
    context.close()


@pytest.mark.slow
def test_from_the_first_page_to_what_to_do_takes_one_touch(address: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/guide/")
    assert "Call 999" in page.locator(".cw-danger").inner_text()
    danger = page.locator(".cw-danger").bounding_box()
    assert danger is not None and danger["y"] < 640
    page.get_by_role("link", name="Found far from home").click()
    assert page.url.endswith("/guide/movement/#found_far_from_home")
    part = page.locator("section", has=page.locator("#found_far_from_home"))
    assert "Do not send a child home alone." in part.inner_text()
    page.get_by_role("link", name="All signs").click()
    assert page.url == f"{address}/guide/"
    context.close()


@pytest.mark.slow
def test_on_paper_all_of_it_is_there_and_nothing_to_click(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"{address}/guide/whole/")
    page.emulate_media(media="print")
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / "guide-on-paper.png", full_page=True)
    assert not page.locator(".govuk-exit-this-page").is_visible()
    assert not page.locator(".govuk-back-link").is_visible()
    paper = page.pdf(path=SHOTS / "guide-on-paper.pdf", format="A4")
    pages = PdfReader(io.BytesIO(paper)).pages
    text = " ".join(normalize("NFKC", " ".join(one.extract_text() for one in pages)).split())
    assert all(one.title in text for one in all_indicators().values())
    assert len(pages) <= 20 and all(one.extract_text().strip() for one in pages)
    page.close()
