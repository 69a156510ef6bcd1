"""What the national forms ask about a person, set for paper: sent by a person, and by nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clewline.output.pdf import set_page
from clewline.output.words import printable


@dataclass(frozen=True, kw_only=True)
class Answered:
    """An answer as it is printed."""

    title: str
    text: str
    """Empty where nothing was answered."""
    rests_on: str
    """The entry that it comes from, or that somebody typed it."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What is printed."""

    person: str
    case: str
    child: bool
    answers: Sequence[Answered]
    prepared_by: str
    prepared_on: str
    limits: Sequence[str]
    """What a reader has to know of it."""


def as_pdf(paper: Paper) -> bytes:
    """Return it as a PDF.

    :raises Misused: the machine lacks the libraries that set text.
    """
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["printable"] = printable
    page = environment.get_template("national_form.html.j2").render(paper=paper)
    return set_page(page, instead="The page can be printed from the browser")
