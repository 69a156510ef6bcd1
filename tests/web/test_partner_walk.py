"""A professional and a partner follow one child's referral to its outcome, in a real browser, on narrow screens too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from browser import chromium, look_at, served
from django.conf import settings
from hands import Mouse
from playwright.sync_api import Browser

from clewline.record import Statement
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.demo_people import demo_people

CASE, OTHER = "demo-1", "demo-2"
PARTNER = "Harbour Trust"
STATED = f"""
f1: on 2026-03-01 person metropolitan/21, force metropolitan, number 21, family name Plover, given names Jo, born \
2012-05-06, sex female
f2: on 2026-03-02 indicator observed I-21, force metropolitan, person metropolitan/21, indicator found_far_from_home, \
observed by Jo Finch, basis seen at the coach station
f3: on 2026-03-04 safeguarding referral R-21, force metropolitan, person metropolitan/21, age 13, partner {PARTNER}
f4: on 2026-03-05 programme offered G-21, force metropolitan, person metropolitan/21, programme New Paths, \
offered by Jo, accepted yes
"""
ELSEWHERE = """
o1: on 2026-02-01 person kent/7, force kent, number 7, family name Plover, given names Jo, born 2012-05-06
o2: on 2026-02-02 safety plan S-7, force kent, person kent/7
"""


@pytest.fixture
def site(embedded: str) -> Iterator[tuple[str, dict[str, str], Browser]]:
    """Two cases with one child in each, served."""
    at = datetime.now(UTC)
    for case, text in ((CASE, STATED), (OTHER, ELSEWHERE)):
        some = read_notation(text)
        ledger.append(
            [replace(one, case=case, source=Statement("Moss"), batch=None, recorded_at=at) for one in some]
        )
    passwords = dict(demo_people([CASE], body="metropolitan", at=at, partner=PARTNER))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield address, passwords, browser


def come_in(site: tuple[str, dict[str, str], Browser], login: str) -> Mouse:
    address, passwords, browser = site
    hand = Mouse(browser)
    hand.page.goto(address)
    hand.fill("Username", login)
    hand.fill("Password", passwords[login])
    hand.press("Log in")
    hand.fill("Code", settings.DEMO_CODE)
    hand.press("Log in")
    return hand


@pytest.mark.slow
def test_a_referral_goes_from_sharing_to_the_outcome(site: tuple[str, dict[str, str], Browser]) -> None:
    wrong = []
    carer, partner = come_in(site, "safeguarding"), come_in(site, "partner")

    partner.follow("Referrals")
    wrong += look_at(partner.page, "partner-referrals")
    partner.follow("R-21")
    assert "Found far from home" not in partner.reads() and CASE not in partner.page.content()
    partner.follow("Ask about the referral")
    partner.fill("What do you need to know?", "What was seen?")
    wrong += look_at(partner.page, "partner-ask")
    partner.press("Check your answers")
    wrong += look_at(partner.page, "partner-check")
    partner.press("Ask it")

    carer.page.reload()
    assert "1 partner waits for a reply" in carer.reads()
    carer.follow("R-21 to Harbour Trust")
    carer.follow("Share information")
    wrong += look_at(carer.page, "share")
    carer.mark("Indicators observed")
    carer.fill("Why do they need it?", "They plan to meet her")
    carer.mark("Safeguarding a child")
    carer.press("See what they will see")
    assert "Found far from home" in carer.reads() and "Plover" not in carer.reads()
    wrong += look_at(carer.page, "share-check")
    carer.press("Share it")
    carer.follow("Reply to the partner")
    carer.fill("Your reply", "See the sign that I shared")
    carer.press("Check your answers")
    carer.press("Send the reply")
    wrong += look_at(carer.page, "case-referral")

    partner.page.reload()
    assert "Found far from home" in partner.reads() and "See the sign that I shared" in partner.reads()
    wrong += look_at(partner.page, "partner-referral")
    for act, label, words, button in (
        ("Accept the referral", "Anything that the force should know", "We begin", "Accept it"),
        ("Record what was done", "What was done for them?", "Met her twice", "Record it"),
    ):
        partner.follow(act)
        partner.fill(label, words)
        partner.press("Check your answers")
        partner.press(button)
    assert "Help given" in partner.reads() and CASE not in partner.page.content()

    carer.page.reload()
    assert "Met her twice" in carer.reads()
    carer.follow("Record that the referrer was told")
    carer.fill("How were they told?", "by e-mail")
    carer.press("Check your answers")
    assert "Help was given" in carer.reads()
    carer.press("Record it")
    assert "It is recorded that the referrer was told" in carer.reads()
    carer.follow("End this sharing of Indicators")
    carer.fill("Why does it end?", "The meeting is over")
    wrong += look_at(carer.page, "sharing-end")
    carer.press("End it")
    partner.page.reload()
    assert "Found far from home" not in partner.reads() and "it was ended" in partner.reads()

    carer.follow("Referrals")
    wrong += look_at(carer.page, "case-referrals")
    carer.follow("R-21")
    carer.follow("metropolitan", within="main dl")
    assert "New Paths" in carer.reads()
    wrong += look_at(carer.page, "person-courses")
    carer.follow("Ask who else holds a concern")
    carer.fill("Why do you need to know?", "We meet her tomorrow")
    wrong += look_at(carer.page, "ask-who-else")
    carer.press("Ask")
    assert "The force Kent holds a concern" in carer.reads() and OTHER not in carer.page.content()
    wrong += look_at(carer.page, "who-else")
    assert wrong == []
