"""Serve the site."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Annotated

import typer

from clewline.cli.saying import say
from clewline.errors import NotAllowed

WORKERS = 2
"""Processes, and in each so many threads that make pages: a page waits for the disk while its look is logged."""
THREADS = 4
ENDS_IN = 20
"""Seconds that a worker has to finish what it is at when the site ends."""
STARTS_IN = 4
"""Seconds after which a worker is started, so that pages come first; and another where one ended by itself."""
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes.")] = WORKERS,
    work: Annotated[
        bool, typer.Option(help="Do long work too; with --no-work, `clewline work` does it apart.")
    ] = True,
) -> None:
    if os.environ.get("CLEWLINE_DEMO") == "1" and address not in LOOPBACK:
        raise NotAllowed("The demo's log-ins are printed: it is served to this machine alone.")
    prepare()
    run(address, port, workers, work=work)


def prepare() -> None:
    """Bring up to date the tables of the site, of its figures and of its search; make its key where there is none.

    :raises NotAllowed: the record is on a server, and no key was set.
    """
    from clewline.store import ready

    ready.start(site=True)
    from django.conf import settings

    if not settings.SECRET_KEY:
        raise NotAllowed(
            "Set CLEWLINE_SECRET_KEY to a long random text; `clewline serve` keeps one by itself only beside an "
            "embedded record. See docs/how-to/run-the-site.md."
        )
    catch_up()


def catch_up() -> None:
    """Bring up to date what figures and the search read: the first who asks would otherwise wait for it."""
    from clewline.store import ledger, mentions
    from clewline.workflow.tables import lay_out

    mentions.catch_up(ledger.cases())
    lay_out()


def run(address: str, port: int, workers: int = WORKERS, *, work: bool = True) -> None:
    """Serve until stopped; with a worker beside it that ends with it."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    say(f"Serving on http://{address}:{port} (Ctrl+C stops it)")
    site = Granian(
        "clewline.site.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        # A process that is told to end while it still starts does not hear it, and would be waited for without end.
        workers_kill_timeout=ENDS_IN,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
    )
    with _worker() if work else nullcontext():
        site.serve()


@contextmanager
def _worker() -> Iterator[None]:
    """Keep a worker in a process of its own, and another where one ends: what it does takes no time from the pages."""
    ending = threading.Event()
    running: list[subprocess.Popen[bytes]] = []

    def keep() -> None:
        while not ending.wait(STARTS_IN):
            running[:] = [subprocess.Popen([sys.executable, "-m", "clewline.cli", "work", "--with-parent"])]
            running[0].wait()

    keeper = threading.Thread(target=keep, daemon=True)
    keeper.start()
    try:
        yield
    finally:
        ending.set()
        for worker in running:
            worker.terminate()
        keeper.join(ENDS_IN)
        for worker in running:
            # What it was at can be started again: a batch is taken in whole or not at all.
            worker.kill()
