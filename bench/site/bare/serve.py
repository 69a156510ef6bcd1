"""Serve the bare project as `clewline serve` serves the site."""

import sys

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from clewline.cli.serve import THREADS, WORKERS

if __name__ == "__main__":
    Granian(
        "bench.site.bare.wsgi:application",
        address="127.0.0.1",
        port=int(sys.argv[1]),
        interface=Interfaces.WSGI,
        workers=WORKERS,
        blocking_threads=THREADS,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
    ).serve()
