"""Pages made to be slow, deep or misleading end in a text or a refusal, in time that grows with their length."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clewline.errors import BadInput
from clewline.formats.documents import html_tree, read_document
from clewline.formats.documents.html import read_html

BODY = "<p>Officers arrested 80 people and closed 12 lines in the week.</p>"
SECONDS = 30
"""Most of these take one; a machine may be busy with other tests. A quadratic reader takes minutes."""

DEEP = {
    "divs": "<div>" * 100_000 + BODY + "</div>" * 100_000,
    "open divs": "<div>" * 200_000 + BODY,
    "spans": "<p>" + "<span>" * 150_000 + "80",
    "lists": "<ul><li>" * 100_000 + "80",
    "tables": "<table><tr><td>" * 60_000 + "80",
    "bold": "".join(f"<b id=n{n}>" for n in range(60_000)) + BODY,
}
LONG = {
    "ends without a beginning": "<html>" + "<div>" * 900 + "</span>" * 120_000 + BODY,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(110_000)) + ">" + BODY,
    "one class": f'<div class="{"ad-" * 300_000}x">{BODY}',
    "signs": BODY + "<" * 1_000_000,
    "entities": BODY + "&" * 1_000_000,
    "comments": "<!-- a -->" * 100_000 + BODY,
    "open comments": BODY + "<!--" * 250_000,
    "paragraphs": BODY * 5_000 + "<p>x" * 25_000,
    "marks": BODY + "<p>" + "<sup>1</sup>" * 40_000,
    "spans side by side": BODY + "<p>" + "<span>a</span><span>1</span>" * 20_000,
    "breaks": BODY + "<p>" + "a<br>" * 60_000,
    "cells": BODY * 2000 + "<table><tr>" + "<td>1" * 30_000 + "</table>",
    "spanned cells": BODY * 2000 + "<table>" + "<tr><td colspan=99999 rowspan=99999>ab" * 10_000,
    "scripts": "<script>" + "x" * 1_000_000 + "</script>" + BODY,
    "deep JSON": '<script type="application/ld+json">' + "[" * 500_000 + "</script>" + BODY,
    "wide JSON": '<script type="application/ld+json">[' + "[]," * 300_000 + "[]]</script>" + BODY,
    "title": "<title>" + "a - " * 250_000 + "</title>" + BODY,
    "spaces": BODY + "<p>" + " " * 1_000_000,
    "cards": BODY * 5000 + ("<div><b>1</b><i>a</i>" * 450 + "</div>" * 450) * 20,
}


@pytest.mark.parametrize("name", DEEP)
def test_a_page_deeper_than_any_is_refused_at_once(name: str):
    start = time.process_time()
    with pytest.raises(BadInput, match="nests more than 1,000 elements"):
        read_document(DEEP[name].encode(), name="page.html")
    assert time.process_time() - start < SECONDS


@pytest.mark.parametrize("name", LONG)
def test_a_page_with_very_much_of_one_thing_is_read_in_its_time(name: str):
    start = time.process_time()
    text = read_html(LONG[name]).text
    assert "Officers arrested 80 people and closed 12 lines in the week." in text
    assert time.process_time() - start < SECONDS


def test_more_elements_than_any_page_has_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(html_tree, "ELEMENTS", 1_000)
    with pytest.raises(BadInput, match="more than 1,000 elements"):
        read_html("<i>" + "<b></b>" * 1_000)
    assert read_html(BODY * 100).text


def test_nothing_of_the_page_is_run_fetched_or_looked_up():
    markup = (
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY y "80">]><html><head>'
        '<link rel="stylesheet" href="http://127.0.0.1:9/a.css"><base href="http://127.0.0.1:9/"></head>'
        f'<body onload="alert(1)">{BODY}<p>An &x; and an &y;.<iframe src="http://127.0.0.1:9/b">5</iframe></p></body>'
    )
    assert read_html(markup).text.endswith("An &x; and an &y;.")


PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "<p> ",
                "</p>",
                "<div>",
                "</div>",
                "<br>",
                "<pre>",
                "<b>",
                "</b>",
                "<a href=x>",
                "</a>",
                "<q>",
                "<button>",
            ),
            *(
                "<ul>",
                "<li>",
                "</ul>",
                "<dl>",
                "<dt>",
                "<dd>",
                "</dl>",
                "<sup>",
                "</sup>",
                "<figure>",
                "<figcaption>",
            ),
            *(
                "<table>",
                "<tr>",
                "<td>",
                "<td rowspan=2>",
                "<caption>",
                "</table>",
                "<form>",
                "<nav>",
                "<aside>",
            ),
            *("<h1>", "</h1>", "<h2>", "<main>", "</main>", "<article>", "</article>", "<title>", "</title>"),
            *(
                "<script>",
                "</script>",
                "<!--",
                "-->",
                "<time datetime=1>",
                "&amp;",
                "&#0;",
                "&#x110000;",
                "<",
                ">",
            ),
            *("80 arrests", "1,204", "©", "Related", "Share", "£", "\u00a0", "\u200b", "-"),
        ]
    ),
    max_size=40,
)
OTHER = ("script", "!--", "title", "main")
"""What makes the rest of a page a script or a comment, or ends its main part."""


@given(PIECES)
def test_mark_up_in_any_order_ends_in_a_text_or_a_refusal(pieces: list[str]):
    try:
        document = read_html(" ".join(pieces))
    except BadInput as refusal:
        assert "no text" in str(refusal)
    else:
        assert document.text.strip()
        assert not {c for c in document.text if c < " "} - {"\n", "\t"}


@given(PIECES)
def test_a_sentence_in_the_main_part_is_never_lost(pieces: list[str]):
    inside = " ".join(piece for piece in pieces if not any(said in piece for said in OTHER))
    text = read_html(f"<html><body><main>{BODY * 9}{inside}</main></body></html>").text
    assert text.count("Officers arrested 80 people") == 9
