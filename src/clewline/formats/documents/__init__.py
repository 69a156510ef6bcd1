"""Bulletins as they come, to text: a plain text, a web page, a PDF or a Word document, told by its contents.

`read_document` gives a `Document`: the text with its headline first, what the document states of itself, and notes on
what was left out. What cannot be read, or is not English, is refused with a sentence that says what to do.
"""

import re

from clewline.errors import BadInput
from clewline.formats.documents.document import INPUT_LIMIT, Document, Kind, held_within
from clewline.formats.documents.docx import read_docx
from clewline.formats.documents.html import read_html
from clewline.formats.documents.language import require_english
from clewline.formats.documents.plain import decoded, read_plain
from clewline.formats.documents.recognise import looks_like_page, recognised

__all__ = ["Document", "Kind", "read_document"]


def read_document(content: bytes, *, name: str) -> Document:
    """Read a document; what it is is told by its contents, and `name` (of the file) only where they leave it open.

    :raises BadInput: it is empty, too large, damaged, encrypted or of a kind that is not read; it holds no text; or
        its text is not English. The sentence begins with the name.
    """
    try:
        document = _read(content, name)
        if not re.search(r"\w", document.text):
            raise BadInput("It holds no text.")
        require_english(document.text)
    except BadInput as refusal:
        raise BadInput(f"{name}: {refusal}") from None
    return document


def _read(content: bytes, name: str) -> Document:
    if len(content) > INPUT_LIMIT:
        raise BadInput(f"It has more than {INPUT_LIMIT:,} bytes; give the bulletin alone.")
    if not content.strip():
        raise BadInput("It is empty; check that the bulletin was saved into it.")
    kind = recognised(content)
    if kind == "pdf":
        # Its library takes longer to load than a page of text to read.
        from clewline.formats.documents.pdf import read_pdf

        return read_pdf(content)
    if kind == "docx":
        return read_docx(content)
    # A character takes at most four bytes: this much is too long in any encoding, and is not decoded first.
    held_within(len(content) // 4)
    if looks_like_page(content, name):
        markup, notes = decoded(content, marked_up=True)
        return read_html(markup, notes=notes)
    return read_plain(content)
