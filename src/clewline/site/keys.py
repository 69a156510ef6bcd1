"""The key with which the site signs sessions and forms."""

import os
import secrets
from pathlib import Path
from typing import Any


def key_beside(home: Path, database: Any) -> str:
    """Return the key that is kept beside an embedded record, made when it is first asked for; for a record on a
    server none is made, since several machines may serve it: its administrator sets one.
    """
    if not database["ENGINE"].endswith("sqlite3"):
        return ""
    path = home / "secret-key"
    if not path.exists():
        home.mkdir(parents=True, exist_ok=True)
        made = path.with_name(f"secret-key.{os.getpid()}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(made, path)  # the first of several processes makes it, all of them read it
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text(encoding="ascii")
