"""Read bulletins: every number of a text becomes a claim, or is set aside with its reason. No record is needed."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text as Words

from clewline.cli.saying import say
from clewline.cli.texts import (
    Files,
    Published,
    Publisher,
    each_text,
    emit,
    leave_if,
    paper,
    short_names,
    when,
    write,
)
from clewline.errors import Misused
from clewline.output.words import printable

if TYPE_CHECKING:
    from clewline.workflow.texts import Text, Unread

EXPLAINED = ".explained"
"""What the name of a text's second file ends with, in which every number is accounted for."""


def read(
    files: Files,
    published: Published = None,
    publisher: Publisher = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show every number, with the rule or the reason that decided.")
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the claims as JSON, a text a line; --explain adds a line.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Write the claims of NAME.txt to NAME.json in this folder."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write a page with the numbers marked in the text.")
    ] = None,
) -> None:
    if as_json and out is not None:
        raise Misused("Choose --json or --out.")
    issued = when(published)
    if out is not None:
        prepare(out, files, explain=explain)
    silent = out is not None or (html is not None and not as_json)
    unread: list[Unread] = []
    shown: list[Text] = []
    texts = each_text(files, unread, published=issued, publisher=publisher, bar=silent)
    for text in texts:
        if out is not None:
            for name, said in objects(text, explain=explain):
                content = json.dumps(said, indent=1, ensure_ascii=False)
                write(out / f"{name}.json", content.encode() + b"\n")
        elif as_json:
            for _, said in objects(text, explain=explain):
                emit(json.dumps(said))
        elif html is None:
            print_text(text, explain=explain, titled=len(files) > 1)
        if html is not None:
            shown.append(text)
    if html is not None and shown:
        from clewline.output.text_page import as_page

        write(html, as_page(shown, names=short_names([text.name for text in shown])).encode())
        say(f"Written: {html}")
    if out is not None:
        say(f"Written: the claims of {len(files) - len(unread):,} of {len(files):,} texts, into {out}")
    leave_if(unread, of=len(files))


def prepare(out: Path, files: Sequence[str], *, explain: bool) -> None:
    """Make the folder, once it is sure that no file in it would be written twice, and none that is to be read.

    :raises Misused: that is not so, or it cannot be made.
    """
    from clewline.workflow.texts import stem_of

    names: dict[str, str] = {}
    for file in files:
        stem = stem_of(file)
        for name in (stem, stem + EXPLAINED) if explain else (stem,):
            # Names that differ only by capitals are one file on many machines.
            other = names.setdefault(name.casefold(), file)
            if other is not file:
                raise Misused(
                    f"{printable(other)} and {printable(file)} would both be written to {printable(name)}.json; "
                    "rename one, or use another folder for it."
                )
        if (out / f"{stem}.json").resolve() == Path(file).resolve():
            raise Misused(f"{printable(file)} would be written over; name another folder.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as wrong:
        raise Misused(
            f"The folder {printable(str(out))} cannot be made: {wrong.strerror or wrong}."
        ) from wrong


def objects(text: "Text", *, explain: bool) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield what is written of a text, each with the name of its file: the claims, and the account of its numbers."""
    from clewline.bulletin.claim import as_json

    reading = text.reading
    # A file's name may hold bytes that are no text; JSON must.
    name = printable(text.stem)
    yield text.stem, {"id": name, "claims": [as_json(claim) for claim in reading.claims]}
    if explain:
        from clewline.output.explained import as_json as numbers

        yield (
            text.stem + EXPLAINED,
            {
                "id": name,
                "kind": text.kind,
                "published": reading.published and reading.published.isoformat(),
                "notes": list(text.notes),
                "numbers": numbers(reading),
            },
        )


def print_text(text: "Text", *, explain: bool, titled: bool) -> None:
    """Print the claims of a text, or with `explain` all its numbers."""
    from clewline.output.claims_table import claims_table
    from clewline.output.explained import explained

    console = paper()
    if titled:
        console.print(Words(printable(text.name), style="bold reverse"))
    if explain:
        console.print(explained(text.reading, plain=not console.is_terminal))
    else:
        console.print(claims_table(text.reading, width=console.width))
    if titled:
        console.print()
