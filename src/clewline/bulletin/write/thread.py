"""A thread: posts of at most 280 characters, the first with the days and the body, each number with its noun."""

from collections.abc import Iterable, Iterator, Sequence

from clewline.bulletin.write.bulletin import Paragraph
from clewline.bulletin.write.contents import Contents
from clewline.bulletin.write.corrections import sentences
from clewline.bulletin.write.leading import lead
from clewline.bulletin.write.notes import SMALL
from clewline.bulletin.write.programme import programme, shares
from clewline.bulletin.write.telling import Piece, tell, told_in
from clewline.errors import Misused

LONGEST = 280
"""Characters of a post."""
_ROOM = LONGEST - len("99/99 ")

GROUPS = ("Safeguarding", "Cuckooing", "Lines", "Arrests and charges", "Drugs", "Weapons", "Money and goods")
"""Groups whose figures a thread tells, without their parts; the full bulletin has the others."""

FULL = "What each number counts is set out in our full bulletin."


def thread(contents: Contents) -> list[Paragraph]:
    """Return the posts of a thread, each a paragraph.

    :raises Misused: the body's name leaves no room for its results in a post.
    """
    posts = [lead(contents), *_lists(contents), *_prose(contents)]
    if any(len(post.text) > _ROOM for post in posts):
        raise Misused("A post has 280 characters, which the body's name takes up; name it more briefly.")
    return [
        Paragraph(
            kind="paragraph" if n > 1 else "headline", text=f"{n}/{len(posts)} {post.text}", told=post.told
        )
        for n, post in enumerate(posts, start=1)
    ]


def _lists(contents: Contents) -> Iterator[Piece]:
    """Yield a post for each group, or several, each under the group's title."""
    for group in contents.week.groups:
        if group.title in GROUPS:
            told = [
                tell(result.whole, contents.stated) for result in group.results if result.whole is not None
            ]
            items = [Piece(text=f"- {item.text}", told=item.told) for item in told]
            yield from _packed(items, between="\n", title=f"{group.title}\n")


def _prose(contents: Contents) -> Iterator[Piece]:
    found: list[Piece] = []
    if contents.since is not None:
        found += programme(contents.programme, body=contents.body, start=contents.since)
    found += shares(contents.rates, contents.cohorts, body=contents.body, first=contents.start)
    yield from _packed(found, between=" ")
    for correction in contents.corrections:
        yield from _packed(sentences(correction, body=contents.body), between=" ")
    yield from _packed([Piece(text=note) for note in (SMALL, FULL)], between=" ")


def _packed(pieces: Iterable[Piece], *, between: str, title: str = "") -> Iterator[Piece]:
    """Yield pieces set together, as many as a post has room for, each post under the title."""
    held: list[Piece] = []
    for piece in pieces:
        if held and len(_together([*held, piece], between, title).text) > _ROOM:
            yield _together(held, between, title)
            held = []
        held.append(piece)
    if held:
        yield _together(held, between, title)


def _together(pieces: Sequence[Piece], between: str, title: str) -> Piece:
    return Piece(text=title + between.join(piece.text for piece in pieces), told=told_in(pieces))
