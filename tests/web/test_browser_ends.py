"""The tests in a browser end: a site that takes connections and does not answer, and a page that works without end."""

import socket
import subprocess
import sys
import time

import browser
import pytest
from in_time import within


def test_what_is_not_done_in_time_is_ended_and_the_clock_is_put_back() -> None:
    begun = time.monotonic()
    with pytest.raises(TimeoutError, match="not done within"), within(0.2):
        time.sleep(30)
    assert time.monotonic() - begun < 10
    with within(0.2):
        pass
    time.sleep(0.3)


def test_a_site_that_takes_connections_and_does_not_answer_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browser, "STARTS_IN", 1)
    begun = time.monotonic()
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
        try:
            with pytest.raises(RuntimeError, match="does not answer"):
                browser._wait(f"http://127.0.0.1:{deaf.getsockname()[1]}", process)
        finally:
            process.kill()
            process.wait()
    assert time.monotonic() - begun < 30


def test_a_site_that_has_ended_is_not_waited_for() -> None:
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    process.wait()
    with pytest.raises(RuntimeError, match="has ended by itself"):
        browser._wait("http://127.0.0.1:9", process)
