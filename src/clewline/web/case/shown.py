"""An entry as people read it: its kind, its facts with their names in words, where it came from."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from clewline.record import Entry, FileLine

YES_NO = {True: "yes", False: "no"}
MONITORS = ("Ethnicity",)
"""Facts that are recorded to monitor fairness and for nothing else."""
HASH = re.compile(r"[0-9a-f]{64}")
HASHES = re.compile(rf"{HASH.pattern}(, {HASH.pattern})*")
FOLLOWED = ("Referral", "Sharing")
"""Facts that name another entry, by its id where the record made it; what an entry is about says the same in words."""
ENTRY_ID = re.compile(r"[0-9a-f]{12}")
HASH_SHOWN = 12
"""Characters of a file's hash by which people tell it from others; the whole is on the entry's own page."""


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
    def about(self) -> str:
        """Return what the entry is about; of a file, the beginning of its hash."""
        subject = self.entry.subject
        return f"{subject[:HASH_SHOWN]}…" if HASH.fullmatch(subject) else subject

    @property
    def gist(self) -> str:
        """Return its facts on one line, shortened."""
        return self.gist_but()

    def gist_but(self, *names: str, most: int = 160) -> str:
        """Return its facts on one line, shortened, less those of these names; what only monitors fairness, hashes and
        the ids of entries are on the entry's own page alone.
        """
        left_out = {*names, *MONITORS}
        line = "; ".join(
            f"{name}: {value.replace('_', ' ') if name == 'Indicator' else value}"
            for name, value in self.facts
            if name not in left_out
            and not HASHES.fullmatch(value)
            and not (name in FOLLOWED and ENTRY_ID.fullmatch(value))
        )
        return line if len(line) <= most else line[: most - 1].rstrip() + "…"


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
