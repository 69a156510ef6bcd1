"""A table of results: every number on a row of its own, by group, for the week and for the programme."""

from collections.abc import Iterator

from clewline.bulletin.write.bulletin import Paragraph
from clewline.bulletin.write.choosing import Group
from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.leading import title
from clewline.bulletin.write.notes import closing
from clewline.bulletin.write.opening import since
from clewline.bulletin.write.programme import paragraphs, shares
from clewline.bulletin.write.telling import Piece, Stated, tell_in_a_row


def table(contents: Contents) -> list[Paragraph]:
    """Return the paragraphs of a table of results: its items are rows."""
    found = [Paragraph(kind="headline", text=title(contents))]
    for group in contents.week.groups:
        found += _rows(group, contents.stated)
    if contents.since is not None:
        stated = Stated(body=contents.body, start=contents.since, end=None)
        for group in contents.programme.groups:
            found += _rows(group, stated, since=since(contents.since))
    of_people = paragraphs(shares(contents.rates, contents.cohorts, body=contents.body, first=contents.start))
    if of_people:
        found += [Paragraph(kind="heading", text="What became of arrests"), *of_people]
    return [*found, *closing(contents, found)]


def _rows(group: Group, stated: Stated, *, since: str = "") -> Iterator[Paragraph]:
    yield Paragraph(kind="heading", text=f"{group.title}, programme to date" if since else group.title)
    for result in group.results:
        for counted in (*(() if result.whole is None else (result.whole,)), *result.parts):
            row: Piece = tell_in_a_row(counted, stated, since=since)
            yield Paragraph(kind="item", text=row.text, told=row.told)
