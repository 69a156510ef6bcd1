"""Two ways to use a site: by mouse, with its scripts; and by the keys of a keyboard alone, where no script runs."""

import re
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page

TABS = 400
"""More steps than any page has; who has to press Tab so often has lost their way."""


class Mouse:
    """Points at things, as most people do."""

    scripts = True

    def __init__(self, browser: Browser) -> None:
        context = browser.new_context(
            java_script_enabled=self.scripts,
            accept_downloads=True,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        self.page: Page = context.new_page()
        self.page.set_default_timeout(20_000)

    def follow(self, words: str, *, within: str = "body") -> None:
        """Follow the first link that begins with the words."""
        with self.page.expect_navigation():
            self._use(self._named("link", words, within))

    def press(self, words: str) -> None:
        """Press a button of the page."""
        with self.page.expect_navigation():
            self._use(self._named("button", words, "main"))

    def take(self, words: str) -> bytes:
        """Press a button, and return the file that comes."""
        with self.page.expect_download() as coming:
            self._use(self._named("button", words, "main"))
        return Path(coming.value.path()).read_bytes()

    def fill(self, label: str, value: str | date) -> None:
        """Answer a question in words, or with a day."""
        box = self._labelled(label)
        box.fill(value.isoformat() if isinstance(value, date) else value)

    def choose(self, label: str, option: str) -> None:
        """Choose from a list."""
        self._labelled(label).select_option(label=option)

    def mark(self, label: str) -> None:
        """Mark one of several answers."""
        self._labelled(label).check()

    def reads(self) -> str:
        """Return the words of the page, without those around it."""
        return self.page.locator("main").inner_text()

    def _labelled(self, label: str) -> Locator:
        """Return the question of that label, or the one answer that begins so."""
        begins = rf"^\s*{re.escape(label)}"
        whole = self.page.get_by_label(re.compile(rf"{begins}(\s*\(optional\))?\s*$"))
        return whole if whole.count() == 1 else self.page.get_by_label(re.compile(begins)).first

    def _named(self, role: str, words: str, within: str) -> Locator:
        # Playwright writes the pattern between strokes, and takes one in it for the end.
        pattern = re.compile(rf"^\s*{re.escape(words)}".replace("/", r"\/"))
        return self.page.locator(within).get_by_role(role, name=pattern).first  # type: ignore[arg-type]  # link or button

    def _use(self, thing: Locator) -> None:
        thing.click()


class Keyboard(Mouse):
    """Presses Tab, the arrows, the space bar and Enter, and nothing else; runs no script of the site."""

    scripts = False

    def fill(self, label: str, value: str | date) -> None:
        """Answer a question in words, or with a day."""
        box = self._labelled(label)
        self._reach(box)
        # A browser's own box for a day takes its figures one after the other, as its country writes days: the tests'
        # browser comes up in that of the United States.
        self.page.keyboard.type(value.strftime("%m%d%Y") if isinstance(value, date) else value)
        said = box.input_value()
        assert said == (value.isoformat() if isinstance(value, date) else value), f"{label}: {said!r}"

    def choose(self, label: str, option: str) -> None:
        """Choose from a list by the beginning of its words."""
        box = self._labelled(label)
        self._reach(box)
        self.page.keyboard.type(option)
        said = box.locator("option:checked").inner_text()
        assert said == option, f"{label}: {said!r} is chosen"

    def mark(self, label: str) -> None:
        """Go into a group by Tab and through it by the arrows."""
        box = self._labelled(label)
        if box.get_attribute("type") == "checkbox":
            self._reach(box)
            self.page.keyboard.press("Space")
        else:
            name = box.get_attribute("name")
            self._reach(self.page.locator(f'input[type=radio][name="{name}"]'), any_of=True)
            self.page.keyboard.press("Space")
            for _ in range(self.page.locator(f'input[type=radio][name="{name}"]').count()):
                if box.is_checked():
                    break
                self.page.keyboard.press("ArrowDown")
        assert box.is_checked(), f"{label} is not marked"

    def _use(self, thing: Locator) -> None:
        self._reach(thing)
        self.page.keyboard.press("Enter")

    def _reach(self, wanted: Locator, *, any_of: bool = False) -> None:
        """Press Tab until the thing, or one of the things, has the focus.

        :raises AssertionError: it is not reached.
        """
        things = wanted.element_handles() if any_of else [wanted.element_handle()]
        for _ in range(TABS):
            self.page.keyboard.press("Tab")
            if any(one.evaluate("one => one === document.activeElement") for one in things):
                return
        raise AssertionError(f"{wanted} is not reached by keyboard on {self.page.url}")
