"""Web pages to text: the article with its headline, lists, tables and captions, and a count of what was left out.

The tree is read by lxml; what of it is article is decided here. Libraries that do both were measured on pages made for
the purpose and each lost items of lists, cells or captions, which a bulletin cannot spare; see the tests.
"""

from collections import Counter

from clewline.errors import BadInput
from clewline.formats.documents.characters import counted, shown
from clewline.formats.documents.document import Document, held_within, set_out
from clewline.formats.documents.html_article import around, find_article, find_headline, trimmed
from clewline.formats.documents.html_blocks import Blocks
from clewline.formats.documents.html_dates import published
from clewline.formats.documents.html_noise import LeftOut, take_noise
from clewline.formats.documents.html_tree import parse

HTML_LIMIT = 20_000_000
"""Characters of mark-up; the largest pages of news have two million."""


def read_html(markup: str, *, notes: tuple[str, ...] = ()) -> Document:
    """Read a page; `notes` are what was to be said of its encoding.

    :raises BadInput: the page is too large or too deep to read, or holds no text.
    """
    held_within(len(markup), limit=HTML_LIMIT)
    page = parse(markup)
    day, dates = published(page)
    heading, stated = find_headline(page)
    left = LeftOut()
    take_noise(page, around(page, heading), left)
    headline = " ".join(block.text for block in Blocks().read(heading)) if heading else stated
    article = find_article(page, around(page, heading))
    if (words := page.words - article.words) > 0:
        left.add("text outside the article", words=words, numbers=page.numbers - article.numbers)
    reader = Blocks()
    text = set_out(trimmed(reader.read(article), headline or None, left))
    text, unseen = shown(text)
    if not text.strip():
        raise BadInput(
            "The page holds no text of an article; if its text is put in by scripts, copy it into a file."
        )
    return Document(
        text=text,
        title=shown(headline)[0] if headline else None,
        published=day,
        kind="html",
        notes=(*notes, *_left_out(left), *_unread(reader.line.left), *dates, *unseen),
    )


def _left_out(left: LeftOut) -> tuple[str, ...]:
    note = left.note()
    return (note,) if note else ()


def _unread(left: Counter[str]) -> tuple[str, ...]:
    notes = []
    if left["marks"]:
        notes.append(f"{counted(left['marks'], 'mark of a footnote', 'marks of footnotes')} left out.")
    if left["pictures"]:
        described = f"; {left['described']:,} of them described with numbers" if left["described"] else ""
        notes.append(f"{counted(left['pictures'], 'picture')} not read{described}.")
    return tuple(notes)
