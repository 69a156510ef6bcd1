"""An entry as people read it: its kind, its facts with their names in words, where it came from."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from clewline.record import Entry, FileLine

YES_NO = {True: "yes", False: "no"}
MONITORS = ("Ethnicity",)
"""Facts that are recorded to monitor fairness and for nothing else."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An entry, ready to be printed."""

    entry: Entry
    title: str
    facts: tuple[tuple[str, str], ...]
    """Name and value of each thing that was recorded; what was not is left out."""
    from_file: FileLine | None
    """Where it came from, if it came with a file."""

    @property
    def gist(self) -> str:
        """Return its facts on one line, shortened."""
        return self.gist_but()

    def gist_but(self, *names: str) -> str:
        """Return its facts on one line, shortened, less those of these names; what only monitors fairness is on the
        entry's own page alone.
        """
        left_out = {*names, *MONITORS}
        line = "; ".join(f"{name}: {value}" for name, value in self.facts if name not in left_out)
        return line if len(line) <= 160 else line[:159].rstrip() + "…"


def shown(entry: Entry) -> Shown:
    """Return an entry as people read it."""
    return Shown(
        entry=entry,
        title=entry.facts.title,
        facts=tuple(_facts(entry)),
        from_file=entry.source if isinstance(entry.source, FileLine) else None,
    )


def _facts(entry: Entry) -> Iterator[tuple[str, str]]:
    for field in fields(entry.facts):
        value = getattr(entry.facts, field.name)
        if value is not None and value != ():
            yield field.name.replace("_", " ").capitalize(), written(value)


def written(value: Any) -> str:
    """Return a value of a fact in words."""
    if isinstance(value, bool):
        return YES_NO[value]
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    if isinstance(value, tuple | list):
        return ", ".join(written(one) for one in value)
    return str(value)
