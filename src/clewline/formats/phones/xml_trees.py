"""A large XML file as the small trees of its records, streamed: what is not of a record is never held.

Elements are known by their local names, casefolded: prefixes and versions of a namespace differ by sender. A document
type is refused before anything in it is looked at, so no entity is ever expanded and nothing is fetched.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple
from xml.parsers import expat

from clewline.errors import BadInput

PIECE = 1 << 16
"""Bytes given to the parser at once."""
LONGEST_TOKEN = 4 << 20
"""Bytes of one tag, comment or instruction; the parser holds a token until it ends."""
LARGEST_RECORD = 1 << 20
"""Characters of one record's texts and attributes."""
MOST_ELEMENTS = 20_000
"""Elements of one record."""
DEEPEST = 200
"""Elements open at once; records of both formats nest to about 20."""

Attributes = dict[str, str]
_CUT_SHORT = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)
"""Faults of a file that ends too early; all others are of one that is no well-formed XML."""


class Open(NamedTuple):
    """An element that has begun and not ended."""

    name: str
    attributes: Attributes


class Unread(NamedTuple):
    """A record of a kind that its format's reader does not read."""

    line: int
    kind: str


class Cut(NamedTuple):
    """The place from which nothing of the file could be read."""

    line: int
    in_record: bool
    """Whether a record had begun there."""
    short: bool
    """Whether the file ended there; otherwise what stands there is no XML."""


@dataclass(slots=True)
class Element:
    """An element with what it holds."""

    name: str
    """Local name, casefolded."""
    attributes: Attributes
    line: int
    """Line of the file on which it begins, from 1."""
    children: list["Element"] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    context: bool = False
    """Whether it is no record, and says something of those that follow."""
    too_large: bool = False
    """Whether it is larger than any record is; what it holds was then not kept."""

    @property
    def text(self) -> str:
        """The text directly in it, without the spaces around it."""
        return "".join(self.texts).strip()

    @property
    def word(self) -> str:
        """What it chooses: its text, or else the name of the element in it (both are ways to write a choice)."""
        return self.text or (self.children[0].name if self.children else "")

    def child(self, *path: str) -> "Element | None":
        """Return the element that a path of names leads to, by the first of each name; none where it leads nowhere."""
        at: Element | None = self
        for name in path:
            at = next((c for c in at.children if c.name == name), None) if at else None
        return at

    def said(self, *path: str) -> str:
        """Return the text of the element that a path leads to; empty where there is none."""
        found = self.child(*path)
        return found.text if found else ""

    def within(self, *names: str) -> Iterator["Element"]:
        """Yield the elements of these names in it at any depth, in the order of the file."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.within(*names)


Verdict = Literal["record", "context"] | Unread | None
Judge = Callable[[Element, Sequence[Open]], Verdict]
"""Says what an element that begins is, outside records, given those that are open around it, outermost first."""
Wanted = Callable[[Element], bool]
"""Says whether an element in a record may be kept with what it holds."""


def trees(
    content: bytes | Iterable[bytes], judge: Judge, wanted: Wanted = lambda _: True
) -> Iterator[Element | Unread | Cut]:
    """Yield the records of a file in order as they end, and records of kinds that are not read as they begin.

    A file that ends early, or stops being XML, gives a `Cut` last; what was whole above it has been given.

    :raises BadInput: it is not XML at all, declares a document type, or holds what no such file does.
    """
    builder = _Builder(judge, wanted)
    pieces = _pieces(content)
    fed = 0
    try:
        for piece in pieces:
            builder.parser.Parse(piece, False)
            yield from builder.taken()
            fed += len(piece)
            if fed - builder.parser.CurrentByteIndex > LONGEST_TOKEN:
                raise BadInput(
                    "A tag or comment of the XML is longer than any of a report; have it exported again."
                )
        builder.parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as fault:
        # The last two are of encodings that the parser cannot decode.
        if not builder.rooted:
            raise BadInput("The file is empty or no XML; export it as XML in UTF-8.") from None
        yield from builder.taken()
        line = builder.parser.ErrorLineNumber
        yield Cut(line, builder.in_record, getattr(fault, "code", None) in _CUT_SHORT)
        return
    yield from builder.taken()


def _pieces(content: bytes | Iterable[bytes]) -> Iterator[bytes]:
    for chunk in [content] if isinstance(content, bytes) else content:
        for at in range(0, len(chunk), PIECE):
            yield chunk[at : at + PIECE]


class _Builder:
    """Builds trees from the calls of a parser."""

    def __init__(self, judge: Judge, wanted: Wanted) -> None:
        self._judge, self._wanted = judge, wanted
        self._open: list[Open] = []
        self._building: list[Element] = []
        self._ignored = 0
        """Elements open within one that is not kept."""
        self._elements = self._characters = 0
        self._done: list[Element | Unread] = []
        self.rooted = False
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = _refuse
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    @property
    def in_record(self) -> bool:
        """Whether a record has begun and not ended."""
        return bool(self._building) and not self._building[0].context

    def taken(self) -> list[Element | Unread]:
        """Return what has been completed since this was last asked."""
        done, self._done = self._done, []
        return done

    def _start(self, tag: str, attributes: Attributes) -> None:
        self.rooted = True
        if self._ignored:
            self._ignored += 1
            return
        if len(self._open) + len(self._building) >= DEEPEST:
            raise BadInput("The elements of the XML are nested deeper than those of a report.")
        name = tag.rpartition(":")[2].casefold()
        element = Element(name, attributes, self.parser.CurrentLineNumber)
        if self._building:
            self._grow(element, sum(map(len, attributes.values())))
            return
        verdict = self._judge(element, self._open)
        if isinstance(verdict, Unread):
            self._done.append(verdict)
            self._ignored = 1
        elif verdict:
            element.context = verdict == "context"
            self._elements = self._characters = 0
            self._building.append(element)
        else:
            self._open.append(Open(name, attributes))

    def _grow(self, element: Element, characters: int) -> None:
        root = self._building[0]
        self._elements += 1
        self._characters += characters
        if self._elements > MOST_ELEMENTS or self._characters > LARGEST_RECORD:
            self._give_up(root)
        if root.too_large or not self._wanted(element):
            self._ignored = 1
            return
        self._building[-1].children.append(element)
        self._building.append(element)

    def _end(self, tag: str) -> None:
        if self._ignored:
            self._ignored -= 1
            # What was ignored outside a record had not been opened.
        elif len(self._building) > 1:
            self._building.pop()
        elif self._building:
            self._done.append(self._building.pop())
        else:
            self._open.pop()

    def _text(self, piece: str) -> None:
        if self._ignored or not self._building:
            return
        self._characters += len(piece)
        if self._characters > LARGEST_RECORD:
            self._give_up(self._building[0])
        else:
            self._building[-1].texts.append(piece)

    def _give_up(self, root: Element) -> None:
        root.too_large = True
        root.children.clear()
        root.texts.clear()


def _refuse(*_: object) -> None:
    raise BadInput(
        "The XML declares a document type, which no report of phone records does; "
        "have it exported again, and do not open this one."
    )
