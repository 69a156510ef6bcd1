"""Of a page as its publisher laid it out, every line of the article is kept and nothing else of the page is."""

from datetime import date

import pytest

from clewline.formats.documents import Document, read_document
from formats.documents.html_page import FOLDER, markup
from formats.documents.html_pages import PAGES


def read(name: str) -> Document:
    return read_document(markup(name).encode(), name=name)


@pytest.mark.parametrize("name", PAGES)
def test_the_article_is_kept_line_by_line_in_its_order(name: str):
    lines = iter(read(name).text.split("\n"))
    # `in` goes on from the line found before, so the order counts.
    assert [line for line in PAGES[name].keep if line not in lines] == []


@pytest.mark.parametrize("name", PAGES)
def test_the_rest_of_the_page_is_left_out(name: str):
    text = read(name).text
    assert [words for words in PAGES[name].drop if words in text] == []


def test_every_page_of_the_folder_is_read_here():
    assert {path.stem for path in FOLDER.iterdir()} == set(PAGES)


@pytest.mark.parametrize(
    ("name", "title", "published"),
    [
        ("government", "Results of the week against county lines", date(2031, 3, 14)),
        # Published at five past midnight of British Summer Time.
        ("blog", "Knife surrender brings in 57 blades", date(2031, 6, 1)),
        ("broadcaster", "Anytown: Nine held in drugs raids", date(2031, 2, 7)),
        ("force", "Operation Example: final results", date(2031, 4, 2)),
        ("press_room", "Region closes 19 lines", None),
        ("fragment", None, None),
    ],
)
def test_a_page_states_its_headline_and_day(name: str, title: str | None, published: date | None):
    document = read(name)
    assert (document.title, document.published) == (title, published)
    assert title is None or document.text.startswith(f"{title}\n\n")


def test_what_was_left_out_is_said_with_how_much():
    said = read("hidden").notes
    assert said == (
        "Left out: hidden elements (9 words, 3 numbers), controls (8 words, 2 numbers), dialogs (4 words, 1 number), "
        "embedded media (5 words, 2 numbers), struck-out text (3 words, 1 number), "
        "words for screen readers (3 words, 1 number), 1 script or style.",
    )
    assert read("press_room").notes[-1] == "3 marks of footnotes left out."
    pictures = read_document(b"<p>Words <img alt='3 kg'><img><img alt='a dog'> more.", name="a")
    assert pictures.notes == ("3 pictures not read; 1 of them described with numbers.",)
    assert read("fragment").notes == ()
