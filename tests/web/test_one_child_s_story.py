"""One child's story on the site, in a real browser, for an officer, a social worker and a charity: as the demo tells
it, and with a second child, by hand from the stop to the outcome.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from browser import chromium, look_at, served
from django.conf import settings
from hands import Mouse
from playwright.sync_api import Browser

from clewline.simulate.story import default_story
from clewline.workflow.demo_people import demo_people, tell
from clewline.workflow.story.told import Look, read_story

STORY = read_story(default_story())
CHILD, NUMBER = "Tam Larkmoor", "KF-16"
TUTORIAL = Path(__file__).parents[2] / "docs" / "tutorial" / "one-child-s-story.md"


@dataclass(frozen=True)
class Demo:
    """The site on which the story was told, served, with its log-ins."""

    address: str
    passwords: dict[str, str]
    browser: Browser

    def come_in(self, login: str) -> Mouse:
        """Log in as one of the demo's people."""
        hand = Mouse(self.browser)
        hand.page.goto(self.address)
        hand.fill("Username", login)
        hand.fill("Password", self.passwords[login])
        hand.press("Log in")
        hand.fill("Code", settings.DEMO_CODE)
        hand.press("Log in")
        return hand


@pytest.fixture(scope="module")
def demo(embedded_once: str) -> Iterator[Demo]:
    """The story as `clewline demo` tells it, and the demo's people."""
    at = datetime.now(UTC)
    tell(STORY, body="metropolitan", at=at)
    passwords = dict(demo_people([STORY.case], body="metropolitan", at=at, partner=STORY.partner))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield Demo(address, passwords, browser)


def officer(hand: Mouse) -> None:
    """Reads why he is protected, that he was not charged, and how it ended."""
    said = hand.reads()
    assert "treated as a possible victim first" in said and "Suspected too" in said
    assert (
        "Decided by Sid Supervisor" in said
        and "Section 45 considered" in said
        and "released without charge" in said.lower()
    )
    assert "Completed; missing again: no; arrested again: no; in education: yes" in said
    assert not re.search(r"^Charge\b", hand.page.locator("main ol").last.inner_text(), re.MULTILINE)
    hand.follow("HT-0516", within="main ul")
    said = hand.reads()
    assert "Help was given (in person)" in said and "begins as an apprentice" in said
    charge = {"Charge reference": "CS-0513-2", "Person's number": "KF-15", "Offence": "MD71170"}
    Case(hand, []).fill_in("Charge", datetime.now(UTC).date(), charge)
    assert "considered section 45 of metropolitan/KF-15" in hand.reads()
    assert hand.page.get_by_role("link", name="record that section 45 was considered").is_visible()


def safeguarding(hand: Mouse) -> None:
    """Reads what is overdue and what was decided, the programme, and whom to ring."""
    said = hand.reads()
    assert "Kofi Fennhurst" in said and "What may be a sign" not in said
    assert said.count("Overdue") == 1 and "said: victim" in said
    assert "After 6 months: Taking part; missing again: yes" in said
    assert "Release" not in said, "custody is not for those who protect people"
    hand.follow("Ask who else holds a concern")
    hand.fill("Why do you need to know?", "We meet him tomorrow")
    hand.press("Ask")
    assert "The force Kent holds a concern" in hand.reads()
    assert STORY.elsewhere not in hand.page.content() and "form tutor" not in hand.page.content()


def partner(hand: Mouse) -> None:
    """Reads what is shared with the charity, and nothing of the case."""
    said = hand.reads()
    assert "Kofi Fennhurst" in said and "Saff Safeguarding, Metropolitan Police" in said
    assert "Medway" not in said and "home area; no longer open, it was ended" in said
    assert "Meet him at school" in said and "begins as an apprentice" in said
    page = hand.page.content()
    for secret in (STORY.case, "CS-0513", "KF-15", "MD71171", "ection 45", "form tutor", "National Referral"):
        assert secret not in page, secret


READS: dict[str, Callable[[Mouse], None]] = {
    "officer": officer,
    "safeguarding": safeguarding,
    "partner": partner,
}


@pytest.mark.slow
@pytest.mark.parametrize("look", STORY.looks, ids=lambda look: look.by)
def test_each_of_the_three_finds_him_and_reads_what_they_may(demo: Demo, look: Look) -> None:
    by, path = look.by, look.path
    hand = demo.come_in(by)
    wrong = look_at(hand.page, f"story-{by}-home")
    assert len(path) <= 3, "he is in human reach"
    for words in path:
        hand.follow(words)
        wrong += look_at(hand.page, f"story-{by}-{words.split(':')[0].replace('/', '-')}")
    READS[by](hand)
    wrong += look_at(hand.page, f"story-{by}-end")
    assert wrong == []


def test_the_tutorial_leads_the_same_way() -> None:
    text = TUTORIAL.read_text(encoding="utf-8")
    told = [
        line for block in re.findall(r"```text\n(.*?)```", text, re.DOTALL) for line in block.splitlines()
    ]
    assert [one for one in told if not one.startswith("make")] == [
        " > ".join(one.path) for one in STORY.looks
    ]


@dataclass
class Case:
    """Somebody at work in the story's case, by its pages alone."""

    hand: Mouse
    wrong: list[str]

    def look(self, name: str) -> None:
        """Look at the page that is open."""
        self.wrong += look_at(self.hand.page, f"live-{name}")

    def record(self, kind: str, day: date, answers: dict[str, str], *, marks: tuple[str, ...] = ()) -> None:
        """Record an entry about the child by its form."""
        self.fill_in(kind, day, answers, marks)
        self.hand.press("Record it")
        assert "recorded" in self.hand.reads(), kind

    def fill_in(self, kind: str, day: date, answers: dict[str, str], marks: tuple[str, ...] = ()) -> None:
        """Answer the form of a kind, and check the answers."""
        self.hand.follow("Record", within="nav")
        self.hand.follow(kind, within="main dl")
        self.answer(day, answers, marks)

    def answer(self, day: date, answers: dict[str, str], marks: tuple[str, ...] = ()) -> None:
        for part, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
            self.hand.fill(part, str(value))
        for label, value in answers.items():
            if value.startswith("choose "):
                self.hand.choose(label, value.removeprefix("choose "))
            else:
                self.hand.fill(label, value)
        for one in marks:
            self.hand.mark(one)
        self.hand.press("Check your answers")


@pytest.mark.slow
def test_a_second_child_goes_the_whole_way_by_the_pages(demo: Demo) -> None:
    wrong: list[str] = []
    logins = ("officer", "safeguarding", "partner")
    ola, saff = (Case(demo.come_in(login), wrong) for login in logins[:2])
    pat = demo.come_in("partner")
    today = datetime.now(UTC).date()
    stop = today - timedelta(days=400)
    who = {"Person's number": NUMBER}
    for one in (ola, saff):
        one.hand.follow(STORY.case)

    # The stop.
    ola.record(
        "Person as recorded",
        stop,
        {"Number": NUMBER, "Family name": "Larkmoor", "Given names": "Tam", "Home area": "Norwich"},
    )
    ola.record(
        "Indicator observed",
        stop,
        {
            **who,
            "Indicator": "choose Where they go: Tickets or trips that do not fit",
            "Basis": "seen at the coach station",
        },
    )
    ola.record("Arrest", stop, {**who, "Custody reference": "CS-16", "Age": "14", "Place": "Westminster"})

    # A charge is refused, and leads to what has to come first.
    charge = {**who, "Charge reference": "CS-16-1", "Offence": "MD71171", "Arrest": "CS-16"}
    ola.fill_in("Charge", stop, charge)
    assert "treated as a possible victim first" in ola.hand.reads()
    ola.look("charge-refused")
    ola.hand.follow("record that section 45 was considered")
    ola.answer(
        stop + timedelta(days=1),
        {"Reason": "A child who was told what to say and whom to carry for."},
        ("Child", "The defence may apply"),
    )
    ola.look("section-45-check")
    ola.hand.press("Record it")
    ola.look("section-45-recorded")

    # Somebody says what the child is, and refers them.
    saff.record(
        "Protection status",
        stop + timedelta(days=1),
        {**who, "Reason": "14, alone, with tickets for strangers"},
        marks=("Possible victim",),
    )
    saff.record("NRM referral", stop + timedelta(days=1), {**who, "First responder": "Metropolitan Police"})
    saff.record(
        "Safeguarding referral",
        stop + timedelta(days=2),
        {**who, "Reference": "HT-16", "Age": "14", "Partner": STORY.partner},
        marks=("Safeguarding a child",),
    )

    # The charity asks, is answered, accepts, helps.
    pat.page.reload()
    assert "1 referral waits for your answer" in pat.reads()
    wrong += look_at(pat.page, "live-partner-home")
    pat.follow("HT-16")
    assert CHILD not in pat.reads() and "Nothing yet" in pat.reads()
    do(pat, "Ask about the referral", "What do you need to know?", "Who are they?", "Ask it")
    saff.hand.follow("Clewline")
    saff.look("waits-for-reply")
    saff.hand.follow(f"HT-16 to {STORY.partner}")
    do(saff.hand, "Reply to the partner", "Your reply", "You see the name now.", "Send the reply")
    saff.hand.follow("Share information")
    for label in ("Name", "Who to ring"):
        saff.hand.mark(label)
    saff.hand.fill("Why do they need it?", "They meet them on Monday")
    saff.hand.mark("Safeguarding a child")
    saff.hand.press("See what they will see")
    saff.hand.press("Share it")
    pat.page.reload()
    assert CHILD in pat.reads() and NUMBER not in pat.page.content()
    do(pat, "Accept the referral", "Anything that the force", "A worker comes on Monday.", "Accept it")
    saff.hand.page.reload()
    do(saff.hand, "Record that the referrer was told", "How were they told?", "by e-mail", "Record it")
    do(pat, "Record what was done", "What was done for them?", "Met them twice a week.", "Record it")

    # A programme, and what became of them.
    saff.record(
        "Programme offered",
        stop + timedelta(days=10),
        {**who, "Programme": "Next Stop", "Offered by": "Harbour Trust"},
        marks=("Yes",),
    )
    saff.hand.follow("People")
    saff.hand.follow(CHILD)
    said = saff.hand.reads()
    assert said.count("record it") == 3, said[said.index("Prevention") :][:900]
    saff.look("outcomes-due")
    saff.hand.follow("record it", within="li:has-text('12 months')")
    saff.answer(today, {}, ("Completed",))
    saff.hand.press("Record it")
    do(pat, "End your work for them", "How did it end?", "Back at school for good.", "End it")
    saff.hand.follow("Referrals")
    saff.hand.follow("HT-16")
    do(saff.hand, "Record that the referrer was told", "How were they told?", "in person", "Record it")
    saff.look("referral-told")
    saff.record(
        "Protection status",
        today,
        {**who, "Reason": "The competent authority decided so."},
        marks=("Victim",),
    )

    # The officer reads how it ended; the charity still sees no case.
    ola.hand.follow("People")
    ola.hand.follow(CHILD)
    said = ola.hand.reads()
    assert "said: victim" in said and "After 12 months: Completed" in said
    assert f"HT-16 to {STORY.partner}" in said and "referrer told" in said
    ola.look("officer-person")
    pat.page.reload()
    assert "Back at school for good." in pat.reads()
    assert STORY.case not in pat.page.content() and "CS-16" not in pat.page.content()
    assert wrong == []


def do(hand: Mouse, link: str, label: str, words: str, button: str) -> None:
    """Do something with the referral that is open."""
    hand.follow(link)
    hand.fill(label, words)
    hand.press("Check your answers")
    hand.press(button)
