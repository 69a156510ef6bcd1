"""Word documents (.docx) to text, as the document stands with all of its changes accepted.

The zip and its XML are read directly: of what a library would give, a bulletin needs paragraphs, lists, tables,
notes and text boxes, and the usual library passes over the last two and over tracked insertions in silence.
"""

import re
from collections import Counter

from clewline.errors import BadInput
from clewline.formats.documents.characters import counted, shown
from clewline.formats.documents.document import Block, Document, held_within, set_out
from clewline.formats.documents.docx_body import Body
from clewline.formats.documents.docx_styles import read_styles
from clewline.formats.documents.package import Package

_FURNITURE = re.compile(r"word/(header|footer)\d*\.xml")
_TOP = 5
"""Blocks among which a heading is the document's own, where no paragraph has the style of a title."""
_NOTES = ("footnotes", "endnotes")


def read_docx(content: bytes) -> Document:
    """Read a Word document; its notes say what it holds besides its text.

    :raises BadInput: it is damaged, protected or no Word document, or it unpacks to more than the limits.
    """
    package = Package(content)
    main = package.related("").get("officeDocument", "word/document.xml")
    if main not in package.names:
        raise BadInput("It is not a Word document; save it as DOCX, PDF or plain text.")
    links = package.related(main)
    styles = read_styles(package, links.get("styles"))
    body = Body(styles)
    package.parse(main, start=body.start, end=body.end, text=body.text)
    blocks = list(body.blocks)
    left = body.left
    for kind in _NOTES:
        if kind in links:
            notes = Body(styles)
            package.parse(links[kind], start=notes.start, end=notes.end, text=notes.text)
            blocks += notes.blocks
            left += notes.left
    title = body.title or next((block.text for block in blocks[:_TOP] if block.kind == "heading"), None)
    text = set_out(_headline_first(blocks, body.title))
    held_within(len(text))
    text, unseen = shown(text)
    return Document(
        text=text,
        title=shown(title)[0] if title else None,
        published=None,
        kind="docx",
        notes=(*_left_out(left, package, links), *unseen),
    )


def _headline_first(blocks: list[Block], title: str | None) -> list[Block]:
    """Move the paragraph styled as title before what stands over it, such as `Press release` and a date."""
    at = next((i for i, block in enumerate(blocks) if block.text == title), 0)
    return [*blocks[at : at + 1], *blocks[:at], *blocks[at + 1 :]]


def _left_out(left: Counter[str], package: Package, links: dict[str, str]) -> tuple[str, ...]:
    furniture = Counter(found[1] for name in package.names if (found := _FURNITURE.fullmatch(name)))
    said = [
        (left["deleted"], "deletion that is still marked", "deletions that are still marked"),
        (left["hidden"], "hidden piece of text", "hidden pieces of text"),
        (left["picture"], "picture", None),
        (left["mark"], "mark of a footnote", "marks of footnotes"),
        (furniture["header"], "page header", None),
        (furniture["footer"], "page footer", None),
        (int("comments" in links), "set of comments", None),
    ]
    parts = [counted(number, one, many) for number, one, many in said if number]
    notes = [f"Left out: {', '.join(parts)}."] if parts else []
    if left["inserted"]:
        notes.append(
            f"{counted(left['inserted'], 'insertion')} still marked as such, read as part of the text."
        )
    return tuple(notes)
