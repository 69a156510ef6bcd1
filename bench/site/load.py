"""Ask a site for pages from a process of its own: at a fixed rate, or as fast as some clients get them.

At a fixed rate each request has its instant, whether or not earlier ones were answered, and its time is counted from
that instant: a site that stands still for a second is charged for every request of that second.
"""

import asyncio
import json
import resource
import subprocess
import sys
import time
from dataclasses import dataclass, field
from itertools import cycle
from statistics import quantiles
from typing import Any

from bench.measure import ROOT

ROWS = b'<th scope="row"'
WANTED_ROWS = 25
TIMEOUT = 30


@dataclass
class Heard:
    """What was answered."""

    seconds: list[float] = field(default_factory=list)
    errors: dict[str, int] = field(default_factory=dict)
    bytes: int = 0
    asked_again: int = 0
    """Requests that were sent once more, since the site had closed the kept connection before it read them."""

    def wrong(self, why: str) -> None:
        """Count an answer that is no page."""
        self.errors[why] = self.errors.get(why, 0) + 1


@dataclass
class Line:
    """One connection that is kept."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    used: bool = False
    """Whether it has carried a request before."""


class Asker:
    """Asks one site, with the sessions of some people in turn."""

    def __init__(self, port: int, cookies: list[str], addresses: list[str]) -> None:
        self._port = port
        self._cookies, self._addresses = cycle(cookies), cycle(addresses)
        self._idle: list[Line] = []
        self.heard = Heard()

    async def ask(self, intended: float) -> None:
        """Ask for the next page; its time is counted from the intended instant."""
        request = (
            f"GET {next(self._addresses)} HTTP/1.1\r\nHost: localhost\r\n"
            f"Cookie: session={next(self._cookies)}\r\nAccept: text/html\r\n\r\n"
        )
        try:
            status, body = await asyncio.wait_for(self._answer(request.encode()), TIMEOUT)
        except (OSError, EOFError, TimeoutError) as wrong:
            self.heard.wrong(type(wrong).__name__)
            return
        self.heard.seconds.append(time.perf_counter() - intended)
        self.heard.bytes += len(body)
        if status != 200:
            self.heard.wrong(f"status {status}")
        elif body.count(ROWS) != WANTED_ROWS:
            self.heard.wrong("not so many rows")

    async def _answer(self, request: bytes) -> tuple[int, bytes]:
        line = self._idle.pop() if self._idle else await self._opened()
        try:
            return await self._over(line, request)
        except (asyncio.IncompleteReadError, ConnectionError) as wrong:
            # A site closes a connection that lay idle; who had it open asks again, as browsers do (RFC 9112, 9.3.1).
            # Once an answer has begun, or on a new connection, it is an error.
            begun = getattr(wrong, "partial", b"") or getattr(wrong, "expected", None) is not None
            if begun or not line.used:
                raise
            self.heard.asked_again += 1
            return await self._over(await self._opened(), request)

    async def _over(self, line: Line, request: bytes) -> tuple[int, bytes]:
        try:
            line.writer.write(request)
            head = await line.reader.readuntil(b"\r\n\r\n")
            status, length = _read(head)
            body = await line.reader.readexactly(length)
        except BaseException:
            line.writer.close()
            raise
        line.used = True
        self._idle.append(line)
        return status, body

    async def _opened(self) -> Line:
        return Line(*await asyncio.open_connection("127.0.0.1", self._port))


def _read(head: bytes) -> tuple[int, int]:
    """Return status and length of what follows."""
    first, *rest = head.split(b"\r\n")
    named = dict(line.lower().split(b": ", 1) for line in rest if b": " in line)
    return int(first.split()[1]), int(named[b"content-length"])


async def at_rate(asker: Asker, rate: float, seconds: float) -> None:
    """Ask at a fixed rate, whatever is answered."""
    begun = time.perf_counter()
    under_way = set()
    for n in range(round(rate * seconds)):
        intended = begun + n / rate
        if (wait := intended - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        task = asyncio.create_task(asker.ask(intended))
        under_way.add(task)
        task.add_done_callback(under_way.discard)
    await asyncio.gather(*under_way)


async def in_turn(asker: Asker, clients: int, seconds: float) -> None:
    """Let each client ask again as soon as it was answered."""
    until = time.perf_counter() + seconds

    async def one() -> None:
        while (now := time.perf_counter()) < until:
            await asker.ask(now)

    await asyncio.gather(*(one() for _ in range(clients)))


def load(**asked: Any) -> dict[str, Any]:
    """Ask from a process of its own, and return what was measured."""
    done = subprocess.run(
        [sys.executable, "-c", "from bench.site.load import main; main()"],
        input=json.dumps(asked),
        text=True,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _told(heard: Heard, seconds: float) -> dict[str, Any]:
    marks = quantiles(heard.seconds, n=100) if len(heard.seconds) > 1 else [0.0] * 99
    spent = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "pages": len(heard.seconds),
        "errors": sum(heard.errors.values()),
        "errors_by_kind": heard.errors,
        "asked_again": heard.asked_again,
        "pages_per_second": round(len(heard.seconds) / seconds, 2),
        "ms": {
            **{f"p{n}": round(1000 * marks[n - 1], 1) for n in (50, 95, 99)},
            "max": round(1000 * max(heard.seconds, default=0), 1),
        },
        "bytes_per_page": round(heard.bytes / max(1, len(heard.seconds))),
        "seconds": round(seconds, 1),
        "generator_processor_seconds": round(spent.ru_utime + spent.ru_stime, 1),
    }


def main() -> None:
    """Ask as standard input says, and tell what was heard."""
    asked = json.load(sys.stdin)
    asker = Asker(asked["port"], asked["cookies"], asked["addresses"])
    if "rate" in asked:
        act = at_rate(asker, asked["rate"], asked["seconds"])
    else:
        act = in_turn(asker, asked["clients"], asked["seconds"])
    begun = time.perf_counter()
    asyncio.run(act)
    print(json.dumps(_told(asker.heard, time.perf_counter() - begun)))
