"""Write the text of a mapping of a record system from what a person said of its columns."""

import json
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a person said of a table in which each row is one entry."""

    name: str
    title: str
    dates: str
    kind: str
    day: str
    """Column of the day."""
    subject: str
    """Template of the system's own reference, as `{Custody No}`."""
    columns: Mapping[str, str]
    """Field of the kind, and the column that holds it."""
    values: Mapping[str, str]
    """Field, and the value that it has in every row."""


def write_mapping(said: Said) -> str:
    """Return the mapping as the text of a file, which `read_mapping` reads."""
    lines = [
        f"name = {_quoted(said.name)}",
        f"title = {_quoted(said.title)}",
        f"dates = {_quoted(said.dates)}",
        "",
        "[[record]]",
        f"name = {_quoted(said.kind.replace('_', ' '))}",
        "",
        "[[record.entry]]",
        f"kind = {_quoted(said.kind)}",
        f"day = {_quoted(said.day)}",
        f"subject = {_quoted(said.subject)}",
        "[record.entry.fields]",
        *(f"{field} = {_quoted(column)}" for field, column in said.columns.items()),
        *(f"{field} = {{ value = {_quoted(value)} }}" for field, value in said.values.items()),
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    # What JSON writes TOML reads, but for one control character that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
