"""A site served as a user serves it, and a browser that a person would use: Debian's Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connections
from playwright.sync_api import Browser, Page, sync_playwright

from clewline.store import ledger
from clewline.workflow.demo_people import demo_people

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SHOTS = Path(__file__).parents[2] / "build" / "screenshots"
"""Where a person can look at what the pages looked like."""
WIDE, NARROW = 1280, 320
STARTS_IN = 120
"""Seconds within which a site answers, on a machine that is busy."""


@contextmanager
def served(home: Path) -> Iterator[str]:
    """Serve the record of a folder with `clewline serve`, and give the site's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"CLEWLINE_HOME": str(home), "CLEWLINE_DEMO": "1"}
    command = [sys.executable, "-m", "clewline.cli", "serve", "--port", str(port), "--workers", "1"]
    log = (home / "serve.log").open("wb")
    process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        try:
            process.wait(60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


@dataclass(frozen=True)
class Served:
    """A site that is served, and somebody of each role."""

    address: str
    passwords: Mapping[str, str]

    def enter(self, page: Page, login: str) -> None:
        """Log in as one of its people."""
        log_in(page, self.address, login, self.passwords[login], settings.DEMO_CODE)


@contextmanager
def served_with_people(*, body: str = "metropolitan") -> Iterator[Served]:
    """Serve the record as it is, with somebody of each role who works for a force or body, in every case."""
    passwords = dict(demo_people(ledger.cases(), body=body, at=datetime.now(UTC)))
    connections.close_all()
    with served(settings.HOME) as address:
        yield Served(address, passwords)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    # By the clock and not by tries: one that takes a connection and does not answer it costs seconds a try.
    ends = time.monotonic() + STARTS_IN
    while time.monotonic() < ends:
        if process.poll() is not None:
            raise RuntimeError("clewline serve has ended by itself")
        try:
            with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("clewline serve does not answer")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Open the browser."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed: apt-get install chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def log_in(page: Page, address: str, login: str, password: str, code: str) -> None:
    """Log in as a person does: user name, password, code."""
    page.goto(address)
    page.get_by_label("Username").fill(login)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Code").fill(code)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_url(f"{address}/")


def look_at(page: Page, name: str) -> list[str]:
    """Keep a picture of the page at both widths, and return what is wrong with it for those who cannot see it, or not
    well; or with its width.
    """
    wrong = []
    SHOTS.mkdir(parents=True, exist_ok=True)
    for width in (WIDE, NARROW):
        page.set_viewport_size({"width": width, "height": 800})
        page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=True)
        found = Axe().run(page).response["violations"]
        wrong += [f"{name} at {width}: {one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wrong.append(f"{name} at {width}: wider than the screen")
    page.set_viewport_size({"width": WIDE, "height": 800})
    return wrong


def by_keyboard(page: Page, words: str, most: int = 120) -> None:
    """Go to a link or button by the Tab key alone, and press Enter.

    :raises AssertionError: it is not reached.
    """
    before = page.url
    for _ in range(most):
        page.keyboard.press("Tab")
        text = page.evaluate("document.activeElement.innerText || document.activeElement.value || ''")
        if text.strip().startswith(words):
            page.keyboard.press("Enter")
            page.wait_for_url(lambda url: url != before)
            page.wait_for_load_state()
            return
    raise AssertionError(f"{words!r} is not reached by keyboard on {before}")
