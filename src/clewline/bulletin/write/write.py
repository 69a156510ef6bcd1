"""Write a bulletin from a counted week, and set it out as text."""

from collections.abc import Callable, Collection, Mapping, Sequence

from clewline.bulletin.week import Week
from clewline.bulletin.write.bulletin import Bulletin, Hidden, Paragraph, Style
from clewline.bulletin.write.choosing import choose
from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.corrections import Correction
from clewline.bulletin.write.keys import Key
from clewline.bulletin.write.release import release
from clewline.bulletin.write.table import table
from clewline.bulletin.write.thread import thread
from clewline.figures import Counted

STYLES: Mapping[Style, Callable[[Contents], list[Paragraph]]] = {
    "release": release,
    "table": table,
    "thread": thread,
}
"""What sets out each style."""

LISTED = ("item", "correction", "definition")
"""Kinds of paragraph that stand in lists."""


def write(
    week: Week,
    *,
    style: Style,
    body: str,
    hide: Collection[Key] = (),
    corrections: Sequence[Correction] = (),
) -> Bulletin:
    """Return the bulletin of a week, published by `body`, without the numbers whose keys are to be hidden.

    :raises BadDeclaration: a figure has neither a wording nor a reason why it has none.
    :raises Misused: the body's name is too long for a post of a thread.
    """
    contents = Contents(
        body=body,
        start=week.start,
        end=week.end,
        as_of=week.as_of.date(),
        since=week.since,
        week=choose(week.sections, hide),
        programme=choose(week.programme, hide),
        corrections=corrections,
    )
    return Bulletin(
        style=style,
        body=body,
        start=week.start,
        end=week.end,
        as_of=week.as_of,
        paragraphs=tuple(STYLES[style](contents)),
        hidden=tuple(map(_hidden, (*contents.week.hidden, *contents.programme.hidden))),
    )


def as_text(bulletin: Bulletin) -> str:
    """Return the bulletin as plain text: blank lines between paragraphs, list items and rows on following lines."""
    lines: list[str] = []
    last = ""
    for paragraph in bulletin.paragraphs:
        listed = paragraph.kind in LISTED
        gap = "" if not lines else "\n" if listed and paragraph.kind == last else "\n\n"
        lines += [gap, _mark(paragraph, bulletin.style), paragraph.text]
        last = paragraph.kind
    return "".join(lines) + "\n"


def _mark(paragraph: Paragraph, style: Style) -> str:
    row = style == "table" and paragraph.kind == "item"
    return "- " if paragraph.kind in LISTED and not row else ""


def _hidden(counted: Counted) -> Hidden:
    return Hidden(
        indicator=counted.figure.name,
        qualifiers=dict(counted.qualifiers),
        start=counted.start,
        end=counted.end,
        reason="held back by the rule for small numbers",
    )
