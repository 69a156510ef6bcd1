"""A bulletin as one page: no script, nothing fetched, good to read, to print and to send."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from clewline.output.sheet import Sheet


def as_page(sheet: Sheet) -> str:
    """Return the bulletin as HTML; the PDF is set from the same page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("bulletin.html.j2").render(sheet=sheet)
