"""The site's own log: a JSON object a line, which never holds a person's data.

Whatever others log is told by its logger, its level and, where there is one, the status and the kind of fault with the
places in the code that it went through: never by its words, which may hold an address, a search or a value.
"""

import json
import logging
import traceback
from datetime import UTC, datetime
from pathlib import Path

OURS = "clewline"
TOLD = ("kind", "page", "status_code")
"""What our own lines and Django's may add."""


class Lines(logging.Formatter):
    """Writes a record of the log as one line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        said: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if record.name.partition(".")[0] == OURS:
            said["event"] = record.msg
        said |= {name: getattr(record, name) for name in TOLD if getattr(record, name, None) is not None}
        if record.exc_info and record.exc_info[0] is not None:
            kind, _, trace = record.exc_info
            said["kind"] = kind.__name__
            said["went"] = [
                f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)
            ][-12:]
        return json.dumps(said)
