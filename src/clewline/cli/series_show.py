"""Print the published series of an indicator, or write its page."""

import difflib
import json
import sys
from pathlib import Path
from typing import Annotated, get_args, get_type_hints

import typer

from clewline.cli.saying import say
from clewline.cli.texts import emit, paper, write
from clewline.errors import Misused, NotFound
from clewline.record.kinds.published import Published

SCOPES = get_args(get_type_hints(Published)["scope"])


def show(
    indicator: Annotated[str, typer.Argument(help="Indicator, named as the figures are, as lines_closed.")],
    body: Annotated[
        str | None, typer.Option(help="A force, national, a region, or who published it.")
    ] = None,
    scope: Annotated[str | None, typer.Option(help=f"One of {', '.join(SCOPES)}.")] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print as CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write one page to this file: charts, and a table beneath.")
    ] = None,
) -> None:
    """Print what was published of an indicator over time, and what of it contradicts.

    `clewline series arrests` is short for `clewline series show arrests`. Reports of one week that cannot both be true
    stand side by side and are marked; so are totals since a day that fall with time, or are lower than their weeks.
    """
    if as_csv and as_json:
        raise Misused("Choose --csv or --json.")
    if scope is not None and scope not in SCOPES:
        raise Misused(f"--scope {scope!r} is none of {', '.join(SCOPES)}.")

    from clewline.store import ready

    ready.start()
    from clewline.workflow.published import series, sources

    found = series(indicator, body=body, scope=scope)
    if not found.reports:
        raise NotFound(_nothing(indicator, narrowed=body is not None or scope is not None))
    if as_json:
        from clewline.output.series_rows import as_json as json_of

        emit(json.dumps(json_of(found, sources(found)), default=str))
    elif as_csv:
        from clewline.output.series_rows import write_csv

        write_csv(found, sources(found), sys.stdout)
    if html is not None:
        from clewline.output.series_page import as_page

        content = as_page(found).encode()
        write(html, content)
        say(f"Written: {html} ({len(content) / 1_000_000:,.1f} MB)")
    elif not (as_json or as_csv):
        from clewline.output.series_table import print_series

        print_series(found, paper())


def _nothing(indicator: str, *, narrowed: bool) -> str:
    """Return what to do where nothing is found: another word, fewer options, or releases to take in."""
    from clewline.workflow.published import indicators

    known = indicators()
    if not known:
        return "Nothing that was published is in the record; take releases in with `clewline series add`."
    if indicator in known and narrowed:
        return f"Nothing of {indicator} was published there; leave out --body or --scope to see of whom."
    near = difflib.get_close_matches(indicator, known, n=1)
    meant = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
    return f"Nothing was published of {indicator}; {meant}"
