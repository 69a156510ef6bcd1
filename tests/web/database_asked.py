"""What the database is asked for an answer, whichever database it is."""

import re
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from test_told_apart import statements


def made_by(ask_it: Callable[[], Any]) -> list[str]:
    """Return the statements that the database is sent, less values, and however long a list of them is."""
    if connection.vendor == "sqlite":
        made = statements(ask_it)
    else:
        with CaptureQueriesContext(connection) as some:
            ask_it()
        made = [re.sub(r"'(?:[^']|'')*'|\b\d+\b", "?", one["sql"]) for one in some.captured_queries]
    plain = [re.sub(r'"?\bs\d+_x\d+\b"?', "a savepoint", one) for one in made]
    return [re.sub(r"\(\?(?:::\w+)?(?:,\s*\?(?:::\w+)?)*\)", "(?)", one) for one in plain]
