"""Print how each figure is counted: every definition with its authority, its selection and its worked examples."""

import json
from dataclasses import asdict
from textwrap import dedent, indent
from typing import Annotated

import typer

from clewline.cli.saying import show
from clewline.errors import NotFound
from clewline.figures import Figure, all_figures, change


def methods(
    figure: Annotated[str | None, typer.Argument(help="One figure, by its name; left out: all.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    figures = all_figures()
    if figure is not None and figure not in figures:
        raise NotFound(f"There is no figure {figure!r}; there are {', '.join(figures)}.")
    chosen = [figures[figure]] if figure is not None else list(figures.values())
    if as_json:
        show(json.dumps([asdict(f) for f in chosen], default=str))
        return
    pages = [_page(f) for f in chosen]
    if figure is None:
        pages.append(f"{change.NAME}: {change.SENTENCE}\n  Authority: {change.AUTHORITY}")
    show("\n\n".join(pages))


def _page(figure: Figure) -> str:
    base = f" of {figure.base}" if figure.base else ""
    lines = [f"{figure.name}: {figure.title} ({figure.measure}, in {figure.unit}{base})"]
    lines.append(f"  by {', '.join(figure.dimensions)}")
    for definition in figure.definitions:
        lines += [
            f"\n  Definition {definition.version}: {definition.sentence}",
            f"  Authority: {definition.authority}",
        ]
        lines += ["  Selection:", indent(dedent(definition.select).strip(), "    ")]
        for example in definition.examples:
            value = "nothing to divide by" if example.value is None else example.value
            lines += [f"  Example: {example.says}".rstrip(), indent(dedent(example.given).strip(), "    ")]
            lines += [f"    gives {value}, standing on {', '.join(example.stands_on) or 'nothing'}"]
    return "\n".join(lines)
