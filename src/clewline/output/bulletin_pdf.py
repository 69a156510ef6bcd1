"""A bulletin as a PDF, set from its page."""

from clewline.output.bulletin_page import as_page
from clewline.output.pdf import set_page
from clewline.output.sheet import Sheet


def as_pdf(sheet: Sheet) -> bytes:
    """Return the bulletin as a PDF.

    :raises Misused: the machine lacks the libraries that set text.
    """
    return set_page(as_page(sheet), instead="--html and --docx do")
