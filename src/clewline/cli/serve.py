"""Serve the site."""

import os
from typing import Annotated

import typer

from clewline.cli.saying import say
from clewline.errors import NotAllowed

WORKERS = 2
"""Processes, and in each so many threads that make pages: a page waits for the disk while its look is logged."""
THREADS = 4
LOOPBACK = ("127.0.0.1", "::1", "localhost")


def serve(
    address: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    workers: Annotated[int, typer.Option(help="Processes.")] = WORKERS,
) -> None:
    if os.environ.get("CLEWLINE_DEMO") == "1" and address not in LOOPBACK:
        raise NotAllowed("The demo's log-ins are printed: it is served to this machine alone.")
    prepare()
    run(address, port, workers)


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
    from clewline.store import ledger, mentions
    from clewline.workflow.tables import lay_out

    # The first who asks after a large intake would otherwise wait for it.
    mentions.catch_up(ledger.cases())
    lay_out()


def run(address: str, port: int, workers: int = WORKERS) -> None:
    """Serve until stopped."""
    from django.db import connections
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    connections.close_all()
    say(f"Serving on http://{address}:{port} (Ctrl+C stops it)")
    Granian(
        "clewline.site.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()
