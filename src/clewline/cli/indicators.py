"""Print the signs that somebody may be exploited: what to see, what else it may be, what to ask and what to do."""

import json
from dataclasses import asdict
from typing import Annotated

import typer

from clewline.cli.saying import show
from clewline.safeguarding import guide
from clewline.safeguarding.indicator import KINDS, Indicator


def indicators(
    name: Annotated[str | None, typer.Argument(help="One indicator, by its name; left out: all.")] = None,
    kind: Annotated[str | None, typer.Option(help=f"Those of one kind: {', '.join(KINDS)}.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    found = guide.chosen(name, kind)
    if as_json:
        show(json.dumps([asdict(one) for one in found], ensure_ascii=False))
        return
    pages = [_page(one) for one in found]
    pages.append(_part("What to do now, whatever the sign", guide.NOW))
    pages.append(" ".join(guide.JUDGEMENT))
    show("\n\n".join(pages))


def _page(one: Indicator) -> str:
    return "\n".join(
        (
            f"{one.name}: {one.title} ({one.kind})",
            _part("What you may see", one.signs),
            _part("What else it may be", one.may_also_mean),
            _part("What to ask", one.ask),
            _part("What to do now", one.do_now),
            f"Source: {one.source}",
        )
    )


def _part(title: str, sentences: tuple[str, ...]) -> str:
    return "\n".join((f"{title}:", *(f"  - {sentence}" for sentence in sentences)))
