"""An overdue duty from a supervisor's first page to the decision, without JavaScript; the pages are for everybody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from browser import Served, look_at, served_with_people
from playwright.sync_api import Browser

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger

TOLD = """
e1: on 2025-10-30 arrest C-1, person metropolitan/17, force metropolitan, age 15, sex male
e2: on 2025-10-31 missing episode M-1, person metropolitan/17, force metropolitan, found yes, found at 23:40
e3: on 2025-11-03 nrm referral N-1, person metropolitan/17, force metropolitan
e4: on 2025-11-05 nrm decision D-1, person metropolitan/17, force metropolitan, stage reasonable grounds, \
outcome positive
"""


@pytest.fixture(scope="module")
def site(embedded_once: str) -> Iterator[Served]:
    """A case with a child who is owed things, served to somebody of each role."""
    ledger.append(
        [
            replace(one, case="K1", source=Statement("Moss"), batch=None, recorded_at=datetime.now(UTC))
            for one in read_notation(TOLD)
        ]
    )
    with served_with_people() as one:
        yield one


@pytest.mark.slow
def test_a_supervisor_goes_from_what_is_overdue_to_a_decision(site: Served, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    site.enter(page, "supervisor")
    page.get_by_role("link", name="what is due in the case").or_(
        page.get_by_role("link", name="metropolitan/17: Independent return interview")
    ).first.click()
    assert page.get_by_role("heading", name="What is to be done").is_visible()
    page.get_by_role("link", name="What is due in this case").click()
    page.get_by_text("Record what was done or decided on Independent return interview").first.click()
    page.get_by_role("link", name="Record what you decide").first.click()
    assert page.get_by_label("Duty", exact=True).input_value() == "return_interview"
    page.get_by_label("What", exact=True).fill("We ring its head of service")
    page.get_by_label("Reason").fill("The council holds it on Monday")
    for part, number in zip(
        ("Day", "Month", "Year"), datetime.now(UTC).strftime("%d %m %Y").split(), strict=True
    ):
        page.get_by_label(part, exact=True).fill(number)
    page.locator("main button[type=submit]").first.click()
    page.locator("main button[value=record]").click()
    page.goto(f"{site.address}/case/K1/due/")
    assert page.get_by_text("Decided by").is_visible()


@pytest.mark.slow
def test_the_pages_are_for_everybody_at_both_widths(site: Served, browser: Browser) -> None:
    page = browser.new_page()
    site.enter(page, "safeguarding")
    wrong = look_at(page, "duties-home")
    for name, path in (
        ("due", "/case/K1/due/"),
        ("due-all", "/case/K1/due/?state=all"),
        ("person", "/case/K1/person/metropolitan~117/"),
        ("national-form", "/case/K1/person/metropolitan~117/national-form/"),
    ):
        page.goto(site.address + path)
        wrong += look_at(page, f"duties-{name}")
    page.get_by_label("Nature of the referral").fill("Found far from home with a phone that is not his")
    page.get_by_role("button", name="Show the page to print").click()
    assert page.get_by_text("typed, and not in the record").first.is_visible()
    wrong += look_at(page, "duties-print")
    assert not wrong
