"""A bulletin as a PDF that screen readers can read (PDF/UA), set from the page; nothing is fetched for it."""

from warnings import catch_warnings

from clewline.cli.output.bulletin_page import as_page
from clewline.cli.output.sheet import Sheet
from clewline.errors import Misused


def as_pdf(sheet: Sheet) -> bytes:
    """Return the bulletin as a PDF.

    :raises Misused: the machine lacks the libraries that set text.
    """
    try:
        # It warns on import of a library that only its later versions will need.
        with catch_warnings(action="ignore", category=DeprecationWarning):
            from weasyprint import HTML
    except OSError as missing:
        # WeasyPrint loads Pango from the system when it is imported.
        raise Misused(
            "Setting a PDF needs the Pango libraries (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0). "
            "--html and --docx do without."
        ) from missing
    page = HTML(string=as_page(sheet), url_fetcher=_refuse)
    made: bytes = page.write_pdf(pdf_variant="pdf/ua-1", uncompressed_pdf=False)
    return made


def _refuse(url: str) -> dict[str, str]:
    """Fetch nothing: the page holds all that it shows."""
    raise ValueError(f"A bulletin fetches nothing: {url}")
