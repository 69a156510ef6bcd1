"""The documents that a bulletin is asked for as: a page, a Word document, a PDF."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clewline.cli.saying import progress, say
from clewline.cli.texts import write
from clewline.output.words import printable

if TYPE_CHECKING:
    from clewline.output.sheet import Sheet


@dataclass(frozen=True, kw_only=True)
class Documents:
    """Where documents are to be written; falsy where none is asked for."""

    html: Path | None
    docx: Path | None
    pdf: Path | None

    def __bool__(self) -> bool:
        """Return whether a document is asked for."""
        return (self.html, self.docx, self.pdf) != (None, None, None)

    def write(self, sheet: "Sheet") -> None:
        """Write what is asked for, and say where it is.

        :raises Misused: a file cannot be written there, or the machine cannot set a PDF.
        """
        if self.html is not None:
            from clewline.output.bulletin_page import as_page

            _put(self.html, as_page(sheet).encode())
        if self.docx is not None:
            from clewline.output.bulletin_docx import as_docx

            _put(self.docx, as_docx(sheet))
        if self.pdf is not None:
            from clewline.output.bulletin_pdf import as_pdf

            with progress("Setting the PDF"):
                made = as_pdf(sheet)
            _put(self.pdf, made)


def waiting(bulletin: str) -> str:
    """Return what stands on a draft, so that nobody takes it for a release."""
    return f"Draft {bulletin}: not released, and not for publication until another person releases it."


def _put(path: Path, content: bytes) -> None:
    write(path, content)
    say(f"Written: {printable(str(path))}")
