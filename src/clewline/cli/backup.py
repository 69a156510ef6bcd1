"""Copy the whole record to another folder while it is in use: database, received files, rows of phone records."""

import json
from pathlib import Path
from typing import Annotated

import typer

from clewline.cli.saying import now, progress, say, show, user


def backup(
    folder: Annotated[Path, typer.Argument(help="A folder that is new or empty, best on another disk.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    from clewline.store import ready

    ready.start(site=True)
    from clewline.workflow.backup import back_up

    with progress("Copying") as told:
        made = back_up(folder, told, by=user(), at=now())
    if as_json:
        show(json.dumps({"database": made.database.name, "files": made.files, "bytes": made.size}))
        return
    show(f"Copied: {made.database.name} and {made.files:,} files, {made.size / 1e6:,.1f} MB.")
    embedded = made.database.suffix == ".sqlite3"
    first = "" if embedded else "Put the database back into an empty one with pg_restore, then try the copy: "
    say(f"{first or 'Try the copy: '}CLEWLINE_HOME={folder} clewline verify")
