"""A page's mark-up as a tree of elements, each with how much it says; built from the parser's events."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from clewline.errors import BadInput

DEEPEST = 1_000
"""Elements within elements; browsers stop at 512, and pages seldom pass 60. A parser's work grows with its square."""
ELEMENTS = 1_000_000
"""Elements of a page; each takes about 500 bytes of memory here."""

RAW = frozenset(("script", "style", "head"))
"""Elements whose contents are no text of the page."""
_NUMBER = re.compile(r"\d[\d,.]*")


@dataclass(slots=True, eq=False)
class Node:
    """An element."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node | str"] = field(default_factory=list)
    words: int = 0
    linked: int = 0
    """Words that are links to other pages."""
    numbers: int = 0

    def count(self) -> None:
        """Count the words and numbers of the children anew; the children have been counted."""
        link = self.tag == "a" and not self.attributes.get("href", "#").startswith("#")
        self.words = self.linked = self.numbers = 0
        for child in () if self.tag in RAW else self.children:
            if isinstance(child, str):
                self.words += len(child.split())
                self.numbers += len(_NUMBER.findall(child))
            else:
                self.words += child.words
                self.numbers += child.numbers
                self.linked += child.linked
        self.linked = self.words if link else self.linked

    @property
    def names(self) -> str:
        """Classes and id in small letters with hyphens: `newsFooter other_thing` is `news-footer other-thing`."""
        said = f"{self.attributes.get('class', '')} {self.attributes.get('id', '')}"
        return _CAPITAL.sub("-", said).replace("_", "-").lower()

    @property
    def text(self) -> str:
        """The text with its spaces drawn together."""
        return " ".join("".join(item for item, _ in walk(self) if isinstance(item, str)).split())


_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def walk(root: Node) -> Iterator[tuple[Node | str, bool]]:
    """Yield each text with True, and each element with True where it begins and with False where it ends.

    Children may be taken away from an element while it begins.
    """
    yield root, True
    stack = [(root, iter(root.children))]
    while stack:
        node, children = stack[-1]
        child = next(children, None)
        if child is None:
            stack.pop()
            yield node, False
        else:
            yield child, True
            if isinstance(child, Node):
                stack.append((child, iter(child.children)))


def elements(root: Node) -> Iterator[Node]:
    """Yield the element and all elements within it, in the order of the page."""
    return (item for item, begins in walk(root) if begins and isinstance(item, Node))


class _Builder:
    """Receives the parser's events."""

    def __init__(self) -> None:
        self.root = Node("page")
        self._open = [self.root]
        self._elements = 0
        self._text: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._end_text()
        node = Node(tag, dict(attributes))
        self._open[-1].children.append(node)
        self._open.append(node)
        self._elements += 1
        if len(self._open) > DEEPEST:
            raise BadInput(
                f"The page nests more than {DEEPEST:,} elements in each other, as no page for readers does; "
                "copy its text into a file and give that."
            )
        if self._elements > ELEMENTS:
            raise BadInput(
                f"The page has more than {ELEMENTS:,} elements; copy the bulletin's text into a file."
            )

    def end(self, _: str) -> None:
        self._end_text()
        self._open.pop().count()

    def data(self, text: str) -> None:
        self._text.append(text)

    def _end_text(self) -> None:
        if self._text:
            self._open[-1].children.append("".join(self._text))
            self._text.clear()

    def comment(self, _: str) -> None:
        """Leave comments out: nobody sees them."""

    def close(self) -> Node:
        self._end_text()
        self.root.count()
        return self.root


def parse(text: str) -> Node:
    """Return the page as a tree; mark-up that is wrong is read as far as it can be.

    Nothing is fetched and no entity but the named characters of HTML is known.

    :raises BadInput: the page is nested deeper, or has more elements, than a page for readers.
    """
    # In UTF-8, so that an encoding which the page names for itself is not believed a second time.
    parser = etree.HTMLParser(target=_Builder(), encoding="utf-8", no_network=True, huge_tree=True)
    parser.feed(text.encode("utf-8", "replace"))
    root: Node = parser.close()
    return root
