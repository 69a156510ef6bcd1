"""A bulletin as a page, a Word document and a PDF says what its text says, number for number."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from pypdf import PdfReader

from clewline.bulletin.read import read
from clewline.errors import Misused
from clewline.formats.documents import read_document
from clewline.output import bulletin_pdf
from clewline.output.bulletin_docx import as_docx
from clewline.output.bulletin_page import as_page
from clewline.output.bulletin_pdf import as_pdf
from clewline.output.sheet import Block, Sheet, sheet
from cli.test_bulletin_command import WEEK, drafted
from cli.text_story import run
from workflow.bulletin_story import arrests, seized
from workflow.bulletin_story import drafted as prepared
from workflow.bulletin_story import record as recorded

STYLES = ("release", "table", "thread")


def week() -> None:
    recorded(f"{arrests(7)}\n{arrests(4, name='w', more='age 30, sex female')}\n{seized(1200, 300)}")
    recorded("z: on 2023-03-01 line closure Z1, force kent, line L1, type Type 2")


def laid_out(style: str, standing: str = "") -> tuple[str, Sheet]:
    draft = prepared(style=style)
    written = draft.bulletin
    return draft.text, sheet(
        draft.text,
        draft.frozen.layout,
        style=written.style,
        body=written.body,
        start=written.start,
        end=written.end,
        as_of=written.as_of,
        standing=standing,
    )


def claims(text: str) -> Counter[tuple[object, ...]]:
    return Counter(
        (c.indicator, c.value, c.unit, c.relation, c.qualifiers, c.period, c.body) for c in read(text).claims
    )


@pytest.mark.parametrize("style", STYLES)
def test_each_document_states_the_claims_of_its_text(embedded: str, style: str) -> None:
    week()
    text, shown = laid_out(style)
    stated = claims(text)
    assert stated
    for name, content in (
        ("b.html", as_page(shown).encode()),
        ("b.docx", as_docx(shown)),
        ("b.pdf", as_pdf(shown)),
    ):
        assert claims(read_document(content, name=name).text) == stated, name


@pytest.mark.parametrize("style", STYLES)
def test_every_paragraph_of_the_text_is_on_the_sheet_in_order(embedded: str, style: str) -> None:
    week()
    text, shown = laid_out(style)
    at = 0
    for block in shown.blocks:
        for paragraph in block.texts:
            at = text.index(paragraph, at) + len(paragraph)
    left = text
    for block in shown.blocks:
        for paragraph in block.texts:
            left = left.replace(paragraph, "", 1)
    assert not left.replace("- ", "").strip(), "nothing of the text is left out"


def test_a_page_asks_for_nothing_and_runs_nothing(embedded: str) -> None:
    week()
    page = as_page(laid_out("release")[1])
    assert "default-src 'none'" in page
    assert not re.search(r"<script|<link|<img|@import|url\(|https?://", page)
    assert "<h1>" in page and 'lang="en-GB"' in page


def test_markup_in_a_name_stays_text(embedded: str) -> None:
    week()
    draft = prepared(body="<b>Kent & Co</b> Police")
    shown = sheet(
        draft.text,
        draft.frozen.layout,
        style="release",
        body=draft.bulletin.body,
        start=draft.bulletin.start,
        end=draft.bulletin.end,
        as_of=draft.bulletin.as_of,
        standing="",
    )
    page = as_page(shown)
    assert "<b>" not in page and "&lt;b&gt;Kent &amp; Co" in page
    assert "<b>Kent & Co</b> Police" in read_document(as_docx(shown), name="b.docx").text


def test_a_draft_says_on_every_page_that_it_is_one_and_reads_as_without(embedded: str) -> None:
    week()
    standing = "Draft 0123456789ab: not released."
    text, shown = laid_out("release", standing)
    page, word, pdf = as_page(shown), as_docx(shown), as_pdf(shown)
    assert f'<p class="standing" role="note">{standing}</p>' in page
    assert Document(BytesIO(word)).sections[0].header.paragraphs[0].text == standing
    pages = [one.extract_text() for one in PdfReader(BytesIO(pdf)).pages]
    assert all("not released" in one for one in pages)
    for name, content in (("b.html", page.encode()), ("b.docx", word), ("b.pdf", pdf)):
        assert claims(read_document(content, name=name).text) == claims(text), name


def test_the_same_bulletin_gives_the_same_word_document(embedded: str) -> None:
    week()
    _, shown = laid_out("table")
    document = as_docx(shown)
    assert {part.date_time for part in ZipFile(BytesIO(document)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert as_docx(shown) == document


def test_a_row_has_a_label_and_a_number_or_is_a_sentence() -> None:
    block = Block(
        kind="item",
        texts=("County lines closed: 77", "In all: nobody knows", "5 arrests", "a: b: £1.2 million"),
    )
    assert block.rows == (
        ("County lines closed", "77"),
        ("In all: nobody knows", ""),
        ("5 arrests", ""),
        ("a: b", "£1.2 million"),
    )


def test_documents_are_written_where_asked_and_the_released_one_says_nothing_of_drafts(
    embedded: str, tmp_path: Path
) -> None:
    week()
    bulletin = drafted("--html", str(tmp_path / "draft.html"))
    assert "not released" in (tmp_path / "draft.html").read_text()
    run("release", bulletin, "--as", "Ahmed")
    names = [tmp_path / f"out.{kind}" for kind in ("html", "docx", "pdf")]
    said = run("bulletin", bulletin, "--html", str(names[0]), "--docx", str(names[1]), "--pdf", str(names[2]))
    assert said.exit_code == 0, said.output
    assert said.stdout == ""
    for path in names:
        document = read_document(path.read_bytes(), name=path.name)
        assert "11 arrests" in document.text
        assert "not released" not in document.text and "Preview" not in document.text
    nowhere = run("bulletin", *WEEK, "--html", str(tmp_path / "no" / "such.html"))
    assert isinstance(nowhere.exception, Misused)


def test_a_machine_without_pango_is_told_what_to_install(
    embedded: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    week()
    _, shown = laid_out("thread")

    def missing(name: str, *more: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *more)

    real = __import__
    monkeypatch.setattr("builtins.__import__", missing)
    with pytest.raises(Misused, match="apt-get install libpango"):
        bulletin_pdf.as_pdf(shown)
