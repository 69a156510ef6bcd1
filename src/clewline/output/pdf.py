"""A page as a PDF that screen readers can read (PDF/UA); nothing is fetched for it."""

from warnings import catch_warnings

from clewline.errors import Misused


def set_page(page: str, *, instead: str) -> bytes:
    """Return a page, given as HTML, as a PDF.

    :raises Misused: the machine lacks the libraries that set text; `instead` says what does without.
    """
    try:
        # It warns on import of a library that only its later versions will need.
        with catch_warnings(action="ignore", category=DeprecationWarning):
            from weasyprint import HTML
    except OSError as missing:
        # WeasyPrint loads Pango from the system when it is imported.
        raise Misused(
            "Setting a PDF needs the Pango libraries (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0). "
            f"{instead} without."
        ) from missing
    made: bytes = HTML(string=page, url_fetcher=_refuse).write_pdf(
        pdf_variant="pdf/ua-1", uncompressed_pdf=False
    )
    return made


def _refuse(url: str) -> dict[str, str]:
    """Fetch nothing: the page holds all that it shows."""
    raise ValueError(f"The page fetches nothing: {url}")
