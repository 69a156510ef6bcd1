"""The public form as somebody uses it who has never seen the site: by mouse, and by keyboard where no script runs; for
everybody, at both widths; and from the form to what its referrer learns.
"""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from browser import chromium, look_at, served
from django.conf import settings
from django.db import connection
from hands import Keyboard, Mouse
from PIL import Image
from playwright.sync_api import Browser
from referred import codes_in

from clewline.errors import TooOften
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.demo_people import demo_people
from clewline.workflow.refer import limits

CASE = "demo-1"
PERSON = "f1: on 2023-03-01 person metropolitan/21, force metropolitan, number 21, family name Plover"


@dataclass(frozen=True)
class Form:
    """The site, served, with the log-ins of its people."""

    address: str
    passwords: dict[str, str]
    browser: Browser


@pytest.fixture(scope="module")
def form(embedded_once: str) -> Iterator[Form]:
    """A site with a case and somebody of each role."""
    at = datetime.now(UTC)
    from dataclasses import replace

    ledger.append(
        [
            replace(one, case=CASE, source=Statement("Moss"), batch=None, recorded_at=at)
            for one in read_notation(PERSON)
        ]
    )
    passwords = dict(demo_people([CASE], body="metropolitan", at=at))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield Form(address, passwords, browser)


def walk(
    hand: Mouse, form: Form, *, looked_at: list[str] | None = None, called: str = "Dunnock"
) -> tuple[str, str]:
    """Make a referral from the first page, and return its reference and return code."""

    def look(name: str) -> None:
        if looked_at is not None:
            looked_at.extend(look_at(hand.page, f"refer-{name}"))

    hand.page.goto(f"{form.address}/refer/")
    look("start")
    hand.mark("I am not sure")
    hand.press("Start")
    assert "ring 999 now" in hand.reads()
    look("ring")
    hand.press("Go on")
    look("who")
    hand.press("Continue")
    assert "Enter a name" in hand.reads()
    look("who-refused")
    hand.fill("What are they called?", called)
    hand.fill("How old are they?", "about 15")
    hand.press("Continue")
    look("where")
    hand.fill("Where are they now?", "The coach station")
    hand.press("Continue")
    look("concern")
    hand.fill("What worries you?", "He got off the coach with a man twice his age.")
    hand.press("Continue")
    look("you")
    hand.fill("Your name", "Robin Wagtail")
    hand.fill("Your job", "Ticket inspector")
    hand.fill("Your organisation", "Coast Coaches")
    hand.fill("Your phone number or email", "020 7946 0000")
    hand.press("Continue")
    assert called in hand.reads() and "He got off the coach" in hand.reads()
    look("check")
    hand.press("Send the referral")
    assert "Referral sent" in hand.reads()
    look("sent")
    return codes_in(hand.page.content())


def enter(form: Form, hand: Mouse, login: str) -> None:
    """Log in as one of the site's people."""
    hand.page.goto(form.address)
    hand.fill("Username", login)
    hand.fill("Password", form.passwords[login])
    hand.press("Log in")
    hand.fill("Code", settings.DEMO_CODE)
    with hand.page.expect_navigation():
        hand.page.locator("main button[type=submit]").first.click()


def errors(hand: Mouse, address: str) -> list[str]:
    """Return what the browser complains of from now on, and what it asks of other sites."""
    wrong: list[str] = []
    hand.page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    hand.page.on("request", lambda one: wrong.append(one.url) if address not in one.url else None)
    return wrong


def add_as_many_files_as_may_be(name: str) -> None:
    """Count as many files from this machine as may be added in an hour."""
    connection.settings_dict["NAME"] = name
    with suppress(TooOften):  # the browser added one of them
        for _ in range(limits.FILES_AN_HOUR):
            limits.may_add_file("127.0.0.1", datetime.now(UTC))
    connection.close()


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False])
def test_every_page_of_the_form_is_for_everybody(form: Form, scripts: bool) -> None:
    hand = Mouse(form.browser)
    if not scripts:
        # The checker is a script itself, and needs a browser that runs it: what the page would run is emptied.
        hand.page.route("**/static/*.js*", lambda one: one.fulfill(content_type="text/javascript", body=""))
    wrong = errors(hand, form.address)
    looked_at: list[str] = []
    reference, code = walk(hand, form, looked_at=looked_at)
    hand.follow("Come back with your reference")
    looked_at += look_at(hand.page, "refer-back")
    hand.fill("Reference", reference)
    hand.fill("Return code", code)
    hand.press("Continue")
    assert "Received. Nobody has taken it up yet." in hand.reads()
    assert ("js-enabled" in (hand.page.locator("body").get_attribute("class") or "")) == scripts
    looked_at += look_at(hand.page, "refer-state")
    assert [one for one in looked_at if one] == []
    assert [one for one in wrong if "422" not in one] == []


@pytest.mark.slow
def test_what_may_be_added_and_what_is_saved_is_for_everybody(form: Form, tmp_path: Path) -> None:
    hand = Mouse(form.browser)
    picture, another = tmp_path / "bag.png", tmp_path / "coat.png"
    Image.new("RGB", (60, 40), "red").save(picture)
    Image.new("RGB", (60, 40), "blue").save(another)
    hand.page.goto(f"{form.address}/refer/")
    hand.mark("No")
    hand.press("Start")
    hand.fill("What are they called?", "Linnet")
    hand.press("Continue")
    hand.page.goto(f"{form.address}/refer/files/")
    hand.page.get_by_label("Photograph or document").set_input_files(picture)
    hand.press("Add the file")
    assert "bag.png, 1 page" in hand.reads()
    wrong = look_at(hand.page, "refer-files")
    with ThreadPoolExecutor(1) as apart:  # Django refuses to ask the database where the browser's loop runs
        apart.submit(add_as_many_files_as_may_be, connection.settings_dict["NAME"]).result()
    hand.page.get_by_label("Photograph or document").set_input_files(another)
    hand.press("Add the file")
    assert "Wait before you try again" in hand.reads()
    wrong += look_at(hand.page, "refer-wait")
    hand.page.goto(f"{form.address}/refer/signs/")
    hand.page.locator("input[type=checkbox]").first.check()
    wrong += look_at(hand.page, "refer-signs")
    hand.press("Save")
    hand.press("Save and come back later")
    assert "Saved, and not sent yet" in hand.reads()
    wrong += look_at(hand.page, "refer-aside")
    assert wrong == []


@pytest.mark.slow
def test_a_referral_goes_from_the_form_by_keyboard_to_a_case_and_back_to_its_referrer(form: Form) -> None:
    referrer = Keyboard(form.browser)
    reference, code = walk(referrer, form, called="Wren")
    carer = Mouse(form.browser)
    enter(form, carer, "safeguarding")
    carer.follow("Received")
    wrong = look_at(carer.page, "received")
    carer.follow(reference)
    assert "The referrer was not sure whether somebody was in danger." in carer.reads()
    wrong += look_at(carer.page, "received-one")
    carer.follow("Take it up into a case")
    carer.choose("Your case", CASE)
    carer.fill("Person's number", "21")
    wrong += look_at(carer.page, "received-take-up")
    carer.press("Take it up")
    assert "The referral is taken up." in carer.reads() and "Referral received" in carer.reads()
    carer.page.goto(f"{form.address}/received/{reference}/")
    carer.follow("Tell the referrer the outcome")
    carer.mark("Help was given")
    carer.fill("What may the referrer know?", "He is with his aunt.")
    wrong += look_at(carer.page, "received-tell")
    carer.press("Tell them")
    assert "The referrer reads: He is with his aunt." in carer.reads()
    referrer.page.goto(f"{form.address}/refer/back/")
    referrer.fill("Reference", reference)
    referrer.fill("Return code", code)
    referrer.press("Continue")
    told = referrer.reads()
    assert "He is with his aunt." in told and CASE not in told and "Plover" not in referrer.page.content()
    assert wrong == []


@pytest.mark.slow
def test_the_quick_way_out_is_on_every_page_and_is_not_printed(form: Form) -> None:
    hand = Mouse(form.browser)
    hand.page.route("https://www.bbc.co.uk/**", lambda route: route.fulfill(body="<title>Weather</title>"))
    hand.page.goto(f"{form.address}/refer/")
    hand.mark("No")
    hand.press("Start")
    hand.page.emulate_media(media="print")
    assert not hand.page.locator(".govuk-exit-this-page").is_visible()
    assert not hand.page.get_by_role("button", name="Continue").is_visible()
    hand.page.emulate_media(media="screen")
    hand.page.locator(".govuk-exit-this-page__button").click()
    hand.page.wait_for_url("https://www.bbc.co.uk/**")
    hand.page.goto(f"{form.address}/refer/check/")
    assert hand.page.url == f"{form.address}/refer/"
