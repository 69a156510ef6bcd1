"""Words of Markdown that the pages share."""

import inspect
import textwrap
from collections.abc import Iterable, Sequence

GENERATED = "<!-- Written by `make docs` from the code; do not change it here. -->"


def head(title: str, *paragraphs: str) -> list[str]:
    """Return the opening of a page: its title, where it comes from, and a few paragraphs."""
    lines = [f"# {title}", "", GENERATED, ""]
    for paragraph in paragraphs:
        lines += [paragraph, ""]
    return lines


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table, with a blank line behind it."""
    written = [columns, ["---"] * len(columns), *rows]
    return [*(f"| {' | '.join(cell(c) for c in row)} |" for row in written), ""]


def cell(text: str) -> str:
    """Return a text as it may stand in a table: on one line, strokes escaped."""
    return " ".join(text.split()).replace("|", "\\|")


def block(text: str, language: str = "text") -> list[str]:
    """Return a fenced block, its common indent taken off, with a blank line behind it."""
    return [f"```{language}", *textwrap.dedent(text).strip("\n").rstrip().splitlines(), "```", ""]


def doc(thing: object) -> str:
    """Return the docstring of a thing; nothing where it has none."""
    return inspect.getdoc(thing) or ""


def finish(lines: Iterable[str]) -> str:
    """Return the page with exactly one line end at its end."""
    return "\n".join(line.rstrip() for line in lines).rstrip() + "\n"
