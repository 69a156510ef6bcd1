"""The site on which the demo's story was told, and its people at work there by its pages alone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime

from browser import chromium, look_at, served
from django.conf import settings
from hands import Mouse
from playwright.sync_api import Browser

from clewline.simulate.story import default_story
from clewline.workflow.demo_people import demo_people, tell
from clewline.workflow.story.told import read_story

STORY = read_story(default_story())


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


@contextmanager
def story_served() -> Iterator[Demo]:
    """Tell the story as `clewline demo` does, and serve it."""
    at = datetime.now(UTC)
    tell(STORY, body="metropolitan", at=at)
    passwords = dict(demo_people([STORY.case], body="metropolitan", at=at, partner=STORY.partner))
    from django.db import connections

    connections.close_all()
    with served(settings.HOME) as address, chromium() as browser:
        yield Demo(address, passwords, browser)


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


def do(hand: Mouse, link: str, label: str, words: str, button: str) -> None:
    """Do something with the referral that is open."""
    hand.follow(link)
    hand.fill(label, words)
    hand.press("Check your answers")
    hand.press(button)
