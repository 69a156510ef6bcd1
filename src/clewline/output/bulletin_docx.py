"""A bulletin as a Word document, in Word's own styles, so that a press office's template takes it over."""

from datetime import UTC
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from clewline.output.sheet import BESIDE, Block, Sheet

STYLES = {
    "headline": "Title",
    "lead": "Subtitle",
    "heading": "Heading 1",
    "item": "List Bullet",
    "correction": "List Bullet",
    "definition": "List Bullet",
}
"""Word's style for each kind of paragraph; the others are its normal text."""
POST = "Normal"
"""Word's style for a post of a thread, the first too: its first lines are no title."""


def as_docx(sheet: Sheet) -> bytes:
    """Return the bulletin as a DOCX; the same bulletin gives the same document."""
    word = Document()
    _properties(word, sheet)
    if sheet.standing:
        word.sections[0].header.paragraphs[0].add_run(sheet.standing).bold = True
    for block in sheet.blocks:
        if block.kind == "item" and sheet.style == "table":
            _table(word, block)
        else:
            for text in block.texts:
                word.add_paragraph(text, style=_style(block, sheet))
    made = BytesIO()
    word.save(made)
    return _undated(made)


def _undated(made: BytesIO) -> bytes:
    """Return the parts of a document without the time at which each was written, which says nothing of it."""
    found = BytesIO()
    with ZipFile(made) as parts, ZipFile(found, "w", ZIP_DEFLATED) as undated:
        for part in parts.infolist():
            undated.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return found.getvalue()


def _style(block: Block, sheet: Sheet) -> str:
    return POST if sheet.style == "thread" else STYLES.get(block.kind, "Normal")


def _table(word: Word, block: Block) -> None:
    table = word.add_table(rows=0, cols=2, style="Light List")
    for label, number in block.rows:
        left, right = table.add_row().cells
        if not number:
            left.merge(right)
        left.paragraphs[0].add_run(f"{label}{BESIDE.rstrip()}" if number else label)
        if number:
            right.paragraphs[0].add_run(number)
            right.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _properties(word: Word, sheet: Sheet) -> None:
    said = word.core_properties
    said.title, said.author, said.last_modified_by = sheet.title, sheet.body, ""
    said.comments = ""
    said.language = "en-GB"
    said.created = said.modified = sheet.as_of.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    # The template's language is American, and Word would mark `organised` as a mistake.
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
