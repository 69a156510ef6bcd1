"""Sites served as their users serve them, for the time of a measurement, on loopback alone."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from bench.measure import ROOT

CONNECTIONS = 30
"""New connections that are answered before a site counts as started."""
START = 120
"""Seconds that a site may take to answer first."""


@contextmanager
def served(*, bare: bool, home: Path, database: str | None, port: int | None = None) -> Iterator[int]:
    """Serve the record with Clewline, or with bare Django; give the port once it answers."""
    port = port or _free_port()
    module = "bench.site.bare.serve" if bare else "clewline.cli"
    words = [str(port)] if bare else ["serve", "--port", str(port)]
    environment = {**os.environ, "CLEWLINE_HOME": str(home)}
    environment.pop("DATABASE_URL", None)
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    if database is not None:
        environment["DATABASE_URL"] = database
    process = subprocess.Popen(
        [sys.executable, "-m", module, *words],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        _wait(process, port)
        yield port
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def _wait(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Return once every process of the site answers: a new connection may come to any of them."""
    until = time.monotonic() + START
    answered = 0
    while time.monotonic() < until:
        if process.poll() is not None:
            raise AssertionError("The site ended before it answered.")
        try:
            connection = HTTPConnection("127.0.0.1", port, timeout=START)
            connection.request("GET", "/health", headers={"Host": "localhost"})
            answered += connection.getresponse().status < 500
            connection.close()
        except OSError:
            time.sleep(0.1)
        if answered == CONNECTIONS:
            return
    raise AssertionError("The site does not answer.")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port
