"""The refusals and their exit codes, from `errors.py`."""

import inspect

from clewline import errors
from pages.markdown import doc, finish, head, table

CODES = [
    ("0", "done"),
    ("1", "an error: nothing of that name, a broken chain"),
    ("2", "misused: the words of the command do not fit together"),
    ("3", "refused: not allowed, or not now"),
    ("4", "a bad declaration: a figure, kind or mapping is written wrongly"),
    ("5", "bad input; what was good in it has been kept"),
]


def page() -> str:
    """Return the page."""
    lines = head(
        "Refusals and exit codes",
        "Clewline refuses out loud: a sentence on stderr that says what to do, and an exit code.",
    )
    lines += table(["exit code", "meaning"], CODES)
    lines += ["## Refusals", ""]
    refusals = [
        c for _, c in inspect.getmembers(errors, inspect.isclass) if issubclass(c, errors.ClewlineError)
    ]
    rows = sorted((c.exit_code, c.__name__, doc(c).split("\n\n")[0], c.status) for c in refusals)
    lines += table(
        ["refusal", "meaning", "exit code", "HTTP status"],
        ([f"`{name}`", meaning, str(code), str(status)] for code, name, meaning, status in rows),
    )
    return finish(lines)
