"""Single constructions of pages: lists, cards, tables, marks, headlines, what is and is not the article."""

from datetime import date

import pytest

from clewline.errors import BadInput
from clewline.formats.documents import Document
from clewline.formats.documents.html import read_html

BODY = "<p>Officers arrested 80 people and closed 12 lines in the week.</p>"
SAID = "Officers arrested 80 people and closed 12 lines in the week."


def text(markup: str) -> str:
    return read_html(markup).text


def page(inside: str, head: str = "") -> Document:
    return read_html(f"<html><head>{head}</head><body>{inside}</body></html>")


@pytest.mark.parametrize(
    ("markup", "reads"),
    [
        ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"),
        ("<pre>One\n two</pre>", "One\ntwo"),
        ("<p>said <q>we will</q></p>", "said “we will”"),
        ("<ul><li>80<ul><li>a</li></ul>more</li></ul>", "- 80\n- a\n- more"),
        ("<ul><li><h3>80</h3><p>arrests</p></li><li></li></ul>", "- 80 arrests"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n- b"),
        (f"<ul><li><h3>Monday</h3>{BODY * 12}</li></ul>", "\n\n".join(["Monday", *[SAID] * 12])),
        (
            "<dl><dt>Arrests</dt><dd>80</dd><dt>Nothing</dt><dt>Cash<dd>£5<dd>€6</dl>",
            "Arrests: 80\n\nNothing\n\nCash: £5\nCash: €6",
        ),
        ("<dl><div><dt>Cash</dt><dd>£5</dd></div></dl>", "Cash: £5"),
        ("<ul><li><dl><dt>Cash</dt><dd>£5</dd></dl></li></ul>", "Cash: £5"),
        ("<dl><dt>Cash</dt><dd><ul><li>£5</li></ul></dl>", "Cash\n\n- £5"),
        ("<ul><li><h3>North</h3><p>80 arrests</p><p>12 lines</p></li></ul>", "- North: 80 arrests 12 lines"),
        ("<dl><dt>Alone</dt></dl>after", "Alone\n\nafter"),
        ("<div><span>80</span><span>arrests</span></div>", "- 80 arrests"),
        (
            "<p>On <b>1</b><b>st</b> May, <i>12</i><i>kg</i> and <b>Line</b><b>Holder</b>",
            "On 1st May, 12 kg and Line Holder",
        ),
        ("<p><b>a</b><b>1</b><b><i>2</i></b><i></i></p>", "a 12"),
        (
            "<div><b>Over 80</b> <b>arrests were made by all of the officers in the county that week</b></div>",
            "Over 80 arrests were made by all of the officers in the county that week",
        ),
        ("<div><b>80</b><b>1<i>2</i></b></div>", "- 80 12"),
        (
            "<p>1,204<sup>1</sup> and 5 km<sup>2</sup>, 10<sup>th</sup>, x<sup><b>a</b>b</sup>",
            "1,204 and 5 km², 10th, xab",
        ),
        ("<p>y<sup><b><i><u>1</u></i></b></sup> z<sup>[note 4]</sup>", "y1 z"),
        ("<p class='caption'>A knife</p>", "Caption: A knife"),
        ("<summary>How</summary>", "How"),
        ("<p>See <a href='#fn1'>note</a> and <a>this</a>", "See note and this"),
        ("<p>Undone<del> 79</del> 80", "Undone 80"),
        ("<table><tr><td>One cell<tr><td>and another</table>", "One cell\n\nand another"),
        ("<table>loose<tr><td>a<td>b</table>", "loose\n\na\n\nb"),
        (f"<table><tr><td>a<td>{BODY * 9}</table>", "\n\n".join(["a", *[SAID] * 9])),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", "a: b\nc: d"),
        ("<table><caption></caption><tr><th>a<th>b<tr></table><table><tr><td>c<td>d</table>", "a: b\n\nc: d"),
        ("<table><tr><td rowspan=x>a<td colspan=0>b<td><tr><td><td>", "a\tb"),
        (
            "<table><tr><td rowspan=3>a<td>1<td>2<tr><td>3<td>4<tr><td>5<td>6</table>",
            "a\t1\t2\na\t3\t4\na\t5\t6",
        ),
        ("<table><tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3</table>", "a\t\tb\n1\t2\t3"),
        ("<table><td>a<td>b</table>", "a: b"),
        ("<body>bare text", "bare text"),
    ],
)
def test_mark_up_reads_as_it_shows(markup: str, reads: str):
    assert text(markup) == reads


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Eighty held | Northshire</title>", "<h1>Northshire</h1><h2>Eighty held</h2>", "Eighty held"),
        ("<title>Northshire</title>", "<h1>Eighty held</h1><h2>Results</h2>", "Eighty held"),
        ("<title>Eighty held - and 12 lines closed - N</title>", "", "and 12 lines closed"),
        ("<title>Press</title><meta property='og:title' content='Eighty held'>", "", "Eighty held"),
        ("", "<h2>Results</h2>", None),
        ("", "<h1><span class='sr-only'>Menu</span>Eighty<br><div>held</div></h1>", "Eighty held"),
        ("", "<h1 class='visually-hidden'>Press</h1><h1></h1><h1>Eighty held</h1>", "Eighty held"),
    ],
)
def test_the_headline_is_the_articles_and_not_the_sites(head: str, body: str, title: str | None):
    assert page(f"{body}{BODY}", head).title == title


def test_what_stands_over_the_headline_follows_it_unless_it_leads_elsewhere():
    over = "<div><a href='/'>Home</a></div><div>News</div><div>Published on 3 May 2031</div>"
    assert (
        page(f"{over}<h1>Eighty held</h1>{BODY}").text == f"Eighty held\n\nPublished on 3 May 2031\n\n{SAID}"
    )


@pytest.mark.parametrize(
    "inside",
    [
        # A form around the whole page; a class that names another thing than the part is; a headline in a header.
        f"<form><h1>Eighty held</h1>{BODY}</form>",
        f"<h1>Eighty held</h1><div class='related-content sharing'>{BODY}</div>",
        f"<header><h1>Eighty held</h1></header>{BODY}",
        f"<article><h1>Eighty held</h1></article><div>{BODY}</div>",
        f"<h1>Eighty held</h1><section><header>{BODY}</header></section>",
        f"<h1>Eighty held</h1><div role='tabpanel' hidden>{BODY}</div>",
        f"<h1>Eighty held</h1>{BODY}<nav>{'<a href=x>other</a> ' * 200}</nav>",
    ],
)
def test_the_article_is_kept_whatever_it_stands_in(inside: str):
    assert page(inside).text == f"Eighty held\n\n{SAID}"


@pytest.mark.parametrize(
    "around",
    [
        "<section><footer><a href='/p'>Privacy</a></footer></section>",
        "<h2>Related stories</h2><p><a href='/a'>Man jailed for 5 years</a></p>"
        "<p>3 days ago</p><p><a href='/b'>More</a></p>",
        "<h2>More news</h2><p><a href='/a'>Man jailed</a></p><p>3 March 2031</p>",
        "<table><tr><td><a href='/x'>X</a><td><a href='/y'>Y</a></table><p>You receive this as one of 9.</p>",
        "<p>Share</p>",
        "<p><a href='/x'>Read more: 12 held</a></p>",
        "<p>© Northshire Police 2031</p><p>Copyright of all 12 forces</p>",
        "<ul><li><a href='/x'>Gang of 14</a></li><li><a href='/y'>Line closed</a></li></ul><p>Advertisement:</p>",
    ],
)
def test_what_follows_an_article_is_left_out(around: str):
    document = page(f"<h1>Eighty held</h1>{BODY * 3}{around}")
    assert document.text == "\n\n".join(["Eighty held", SAID, SAID, SAID])
    assert document.notes[0].startswith("Left out: ")


def test_links_that_the_text_announces_belong_to_it():
    links = "<ul><li><a href='/n'>North: 9 arrests</a></li><li><a href='/s'>South: 7 arrests</a></li></ul>"
    kept = "- North: 9 arrests\n- South: 7 arrests"
    assert kept in page(f"<h1>Held</h1>{BODY}<p>By force:</p>{links}<p>© 2031</p>").text
    assert kept in page(f"<h1>Held</h1>{BODY}<h2>By force</h2>{links}{BODY}").text
    assert kept in page(f"<h1>Held</h1>{BODY}<p>By force:</p>{links}").text
    assert kept not in page(f"<h1>Held</h1>{BODY}{links}{BODY}").text
    assert (
        "Related offences\n\nTheft"
        in page(f"<h1>Held</h1>{BODY}<h2>Related offences</h2><p>Theft: 3</p>").text
    )


@pytest.mark.parametrize(
    ("markup", "day", "others"),
    [
        ("<meta name='article:published_time' content='2031-01-02T23:30:00Z'>", date(2031, 1, 2), False),
        ("<meta name='article:published_time' content='2031-07-02T23:30:00Z'>", date(2031, 7, 3), False),
        ("<meta name='article:published_time' content='2031-07-02T23:30:00'>", date(2031, 7, 2), False),
        ("<meta name='article:published_time' content='2031-07-02T23:30:00 (BST)'>", date(2031, 7, 2), False),
        ("<meta name='article:published_time' content='in July'>", None, False),
        ("<meta name='article:published_time' content='2031-02-30'>", None, False),
        ("<meta name='article:modified_time' content='2031-07-02'>", None, False),
        ("<span itemprop='datePublished' content='2031-07-02'>x</span>", date(2031, 7, 2), False),
        ("<span itemprop='datePublished'>2031-07-02</span>", date(2031, 7, 2), False),
        ("<time datetime='2031-07-02'>x</time><time datetime='2030-01-01'>x</time>", date(2031, 7, 2), False),
        (
            "<time datetime='2030-01-01'>x</time><time class='published' datetime='2031-07-02'>x</time>",
            date(2031, 7, 2),
            False,
        ),
        ("<time>2031-07-02</time>", None, False),
        (
            "<meta name='datePublished' content='2031-07-02'><time datetime='2031-07-04'>x</time>",
            date(2031, 7, 2),
            True,
        ),
        ("<script type='application/ld+json'>[{'a': 1}]</script>", None, False),
        (
            """<script type='application/ld+json'>[3, {"@graph": 5}, {"datePublished": 7},
            {"datePublished": "2031-07-02"}]</script>""",
            date(2031, 7, 2),
            False,
        ),
    ],
)
def test_the_day_of_publication_is_the_one_that_the_page_states(markup: str, day: date | None, others: bool):
    document = page(markup + BODY)
    assert document.published == day
    assert any("more than one day" in note for note in document.notes) == others


def test_a_page_without_an_article_says_so():
    with pytest.raises(BadInput, match="no text of an article; if its text is put in by scripts"):
        page("<script>render(80)</script><nav>Home</nav>")
    with pytest.raises(BadInput, match="no text of an article"):
        read_html("")


def test_a_page_too_large_to_be_one_is_refused():
    with pytest.raises(BadInput, match="20,000,000 characters"):
        read_html("<p>" + "a" * 20_000_000)
