"""Walk the chain of every case and of the access log, and name the first entry that is not what was appended."""

import json
import time
from typing import Annotated

import typer

from clewline.cli.saying import say, show


def verify(as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False) -> None:
    from clewline.store import ready

    ready.start()
    from clewline.workflow.verify import verify_all

    began = time.perf_counter()
    verified, kept, looks = verify_all()
    took = time.perf_counter() - began
    entries = sum(v.entries for v in verified)
    if as_json:
        show(
            json.dumps(
                {"entries": entries, "files": kept, "looks": looks, "cases": [v.__dict__ for v in verified]}
            )
        )
        return
    for v in verified:
        show(f"{v.case}: {v.entries:,} entries, head {v.head}")
    cases = "1 case" if len(verified) == 1 else f"{len(verified):,} cases"
    files = "1 file is as it was" if kept == 1 else f"{kept:,} files are as they were"
    show(f"The chain holds: {entries:,} entries in {cases}, and {files} kept.")
    if looks:
        show(f"The access log holds: {looks:,} {'look' if looks == 1 else 'looks'}.")
    say(f"({took:.1f} s)")
