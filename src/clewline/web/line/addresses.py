"""Where the pages of a line are, and the rows behind its marks."""

from urllib.parse import urlencode

from clewline.output.line_links import Opens
from clewline.web.addresses import address


def of_line(name: str, case: str, subject: str, asked: dict[str, str] | None = None) -> str:
    """Return the address of a page of a line, with what it is asked."""
    page = address(name, case=case, subject=subject)
    return f"{page}?{urlencode(asked)}" if asked else page


def opens_rows(case: str, subject: str, period: dict[str, str]) -> Opens:
    """Return what gives the address of the rows behind a mark, in the period shown."""
    page = of_line("line_rows", case, subject)
    return lambda mark: f"{page}?{urlencode({'mark': mark} | period)}"
