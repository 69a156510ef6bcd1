"""A press release: a headline, a lead, the results by group, the programme to date, corrections and notes."""

from collections.abc import Iterator

from clewline.bulletin.write.bulletin import Paragraph
from clewline.bulletin.write.choosing import Result
from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.leading import headline, lead
from clewline.bulletin.write.notes import closing
from clewline.bulletin.write.programme import paragraphs, programme, shares
from clewline.bulletin.write.telling import Piece, Stated, joined, tell, told_in, wording_of


def release(contents: Contents) -> list[Paragraph]:
    """Return the paragraphs of a press release."""
    first, second = headline(contents), lead(contents)
    found = [
        Paragraph(kind="headline", text=first.text, told=first.told),
        Paragraph(kind="lead", text=second.text, told=second.told),
        *_results(contents),
        *_to_date(contents),
    ]
    return [*found, *closing(contents, found)]


def _results(contents: Contents) -> Iterator[Paragraph]:
    for group in contents.week.groups:
        yield Paragraph(kind="heading", text=group.title)
        for result in group.results:
            for item in _items(result, contents.stated):
                yield Paragraph(kind="item", text=item.text, told=item.told)


def _items(result: Result, stated: Stated) -> Iterator[Piece]:
    """Yield the items of a figure: its whole with the parts that can stand within it, then the other parts."""
    within = [part for part in result.parts if result.whole is not None and wording_of(part).inside]
    if result.whole is not None:
        whole = tell(result.whole, stated)
        if within:
            parts = joined([tell(part, stated, form="inside") for part in within])
            whole = Piece(text=f"{whole.text}, including {parts.text}", told=told_in((whole, parts)))
        yield whole
    for part in result.parts:
        if part not in within:
            yield tell(part, stated)


def _to_date(contents: Contents) -> Iterator[Paragraph]:
    """Yield the programme's paragraph and that of the shares, under a heading where there is either."""
    counts = []
    if contents.since is not None:
        counts = programme(contents.programme, body=contents.body, start=contents.since)
    of_people = shares(contents.rates, contents.cohorts, body=contents.body, first=contents.start)
    found = [*paragraphs(counts), *paragraphs(of_people)]
    if found:
        yield Paragraph(kind="heading", text="The programme to date" if counts else "What became of arrests")
        yield from found
