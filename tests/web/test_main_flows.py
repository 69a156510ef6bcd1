"""Each role's main flow in a real browser: by mouse with scripts, and by keyboard alone where no script runs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

import pytest
from browser import chromium, look_at, served
from django.conf import settings
from hands import Keyboard, Mouse
from playwright.sync_api import Browser

from clewline.access import Role
from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.simulate import default_margins, simulate
from clewline.store import ledger
from clewline.store.accounts import people
from clewline.workflow.demo_people import demo_people
from clewline.workflow.intake import take_in
from clewline.workflow.sharing import Offer, share

CASE = "demo-1"
FILES = ("quartermaster_metropolitan.xlsx", "published.csv")
PARTNER = "Harbour Trust"
FIRST = date(2023, 2, 27)
STATED = f"""
f1: on 2023-03-01 person metropolitan/21, force metropolitan, number 21, family name Plover, born 2008-05-06
f2: on 2023-03-02 arrest C-21, force metropolitan, person metropolitan/21, age 14
f3: on 2023-03-04 safeguarding referral R-21, force metropolitan, person metropolitan/21, age 14, partner {PARTNER}
"""


@dataclass(frozen=True)
class Demo:
    """The site of the demo, served, with its log-ins."""

    address: str
    passwords: dict[str, str]
    browser: Browser


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Demo]:
    """A made-up force's register and a child of whom somebody stated what was done, served."""
    at = datetime.now(UTC)
    for file in simulate(default_margins(), seed=1):
        if file.name in FILES:
            take_in(file.content, file=file.name, case=CASE, by="demo", at=at)
    stated = read_notation(STATED)
    ledger.append(
        [replace(one, case=CASE, source=Statement("Moss"), batch=None, recorded_at=at) for one in stated]
    )
    passwords = dict(demo_people([CASE], body="metropolitan", at=at, partner=PARTNER))
    (referral,) = (one for one in stated if one.kind == "safeguarding_referral")
    share(
        replace(referral, case=CASE),
        Offer(fields=("name",), basis="safeguarding an adult at risk", reason="They meet on Monday"),
        person=people.find_person("safeguarding"),
        at=datetime.now(UTC),
        press="p1",
    )
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield Demo(address, passwords, browser)


def of_the_child(hand: Mouse, *, day: str) -> None:
    """Say on a form that it is of a day of March 2023 and of the child."""
    for part, value in (("Day", day), ("Month", "3"), ("Year", "2023")):
        hand.fill(part, value)
    hand.fill("Person's number", "21")


def officer(hand: Mouse) -> None:
    """Records the arrest of a child, and is led to what protects them."""
    hand.follow(CASE)
    hand.follow("Record")
    hand.follow("Arrest", within="main")
    hand.fill("Custody reference", f"C-{type(hand).__name__}")
    of_the_child(hand, day="3")
    hand.fill("Age", "14")
    hand.press("Check your answers")
    assert "Protect first" in hand.reads()
    hand.press("Record it")
    assert "Arrest is recorded" in hand.reads()


def analyst(hand: Mouse) -> None:
    """Follows a number of the week to the line of the file behind it."""
    hand.follow("Figures")
    hand.follow("77", within="main")
    assert hand.page.locator("h1").inner_text() == "Lines closed: 77"
    hand.follow("", within="main table")
    hand.follow("Line ", within="main dl")
    assert "MP-L" in hand.page.locator("pre").inner_text()


def supervisor(hand: Mouse) -> None:
    """Ends a membership and gives it again."""
    hand.follow(CASE)
    hand.follow("Members")
    hand.follow("End", within="tr:has-text('Dee Disclosure')")
    hand.fill("Why?", "Another will read it")
    hand.press("End the membership")
    hand.fill("Username", "disclosure")
    hand.mark("Disclosure")
    hand.press("Add")
    assert "Dee Disclosure is a member of the case." in hand.reads()


def safeguarding(hand: Mouse) -> None:
    """Sees who is protected and why, and records that a person was seen."""
    hand.follow(CASE)
    hand.follow("People")
    hand.follow("", within="main table")
    assert "possible victim first" in hand.reads()
    hand.follow("Record")
    hand.follow("Safeguarding visit", within="main")
    hand.fill("Reference", f"V-{type(hand).__name__}")
    of_the_child(hand, day="5")
    hand.press("Check your answers")
    hand.press("Record it")
    assert "Safeguarding visit is recorded" in hand.reads()


def partner(hand: Mouse) -> None:
    """Sees what is shared with them of whoever was referred, and not the case; asks about it."""
    hand.follow("Referrals")
    hand.follow("R-21")
    assert "Plover" in hand.reads() and CASE not in hand.page.content()
    hand.follow("Ask about the referral")
    hand.fill("What do you need to know?", "Is she at school?")
    hand.press("Check your answers")
    hand.press("Ask it")
    assert "Your question is with the force" in hand.reads() and CASE not in hand.page.content()


def press(hand: Mouse) -> None:
    """Writes a bulletin, which another person will release."""
    hand.follow("Bulletins")
    hand.follow("Write a bulletin")
    hand.fill("From", FIRST)
    hand.choose("Force", "Metropolitan Police")
    hand.press("Write and keep as a draft")
    assert "77" in hand.reads() and "draft" in hand.reads().lower()


def disclosure(hand: Mouse) -> None:
    """Takes a copy of the case out, for a reason, and sees that it is known."""
    hand.follow(CASE)
    hand.follow("Take a copy out")
    hand.mark("CSV: a table")
    hand.fill("Why do you need a copy?", "For the schedule")
    hand.fill("Who is it for?", "The prosecutor")
    assert "MP-L" in hand.take("Take the copy out").decode("utf-8-sig")
    hand.follow("Who has looked")
    assert "took a copy out" in hand.reads()


def auditor(hand: Mouse) -> None:
    """Finds who did what."""
    hand.follow("Access log")
    hand.fill("Who (username)", "auditor")
    hand.press("Show")
    assert "Aud Auditor" in hand.reads() and "saw the access log" in hand.reads()


def administrator(hand: Mouse) -> None:
    """Makes an account, whose password is shown once."""
    hand.follow("Accounts")
    hand.follow("Make an account")
    hand.fill("Name", "Hale Finch")
    hand.fill("Username", f"finch-{type(hand).__name__.lower()}")
    hand.mark("Officer")
    hand.fill("Force or body that they work for", "metropolitan")
    hand.press("Make the account")
    assert hand.page.locator("#password").inner_text()


FLOWS: dict[Role, Callable[[Mouse], None]] = {
    Role.OFFICER: officer,
    Role.ANALYST: analyst,
    Role.SUPERVISOR: supervisor,
    Role.SAFEGUARDING: safeguarding,
    Role.PARTNER: partner,
    Role.PRESS: press,
    Role.DISCLOSURE: disclosure,
    Role.AUDITOR: auditor,
    Role.ADMINISTRATOR: administrator,
}


def test_no_role_is_left_out() -> None:
    assert set(FLOWS) == set(Role)


@pytest.mark.slow
@pytest.mark.parametrize("kind_of_hand", [Mouse, Keyboard])
@pytest.mark.parametrize("role", list(FLOWS))
def test_each_role_s_main_flow_goes_by_mouse_and_by_keyboard_without_scripts(
    demo: Demo, role: Role, kind_of_hand: type[Mouse]
) -> None:
    hand = kind_of_hand(demo.browser)
    login = role.name.lower()
    hand.page.goto(demo.address)
    hand.fill("Username", login)
    hand.fill("Password", demo.passwords[login])
    hand.press("Log in")
    hand.fill("Code", settings.DEMO_CODE)
    hand.press("Log in")
    FLOWS[role](hand)
    if hand.scripts:
        assert not look_at(hand.page, f"flow-{login}")
