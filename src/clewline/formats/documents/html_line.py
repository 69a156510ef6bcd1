"""One line of a page: the text of elements that stand within it, with its links, marks and line breaks."""

import re
from collections import Counter

from clewline.formats.documents.html_tree import Node

_SPACES = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAKS = re.compile(r" *\n *")
# A mark of a footnote makes another number of the one before it: 1,204<sup>1</sup> is not 12,041.
_MARK = re.compile(r"[\[(]?(?:(?:(?:foot)?note )?\d{1,2}|[*†‡§]+)[\])]?", re.IGNORECASE)
_BACK = frozenset(("↩", "↩\ufe0e", "↑", "^"))
"""What a footnote's link back to its mark says."""
_SQUARE = {"2": "²", "3": "³"}
_OF_NUMBERS = ("st", "nd", "rd", "th", "s")
"""What follows a number without a space: `1st`, `the 1990s`."""
_QUOTES = {True: "“", False: "”"}


def is_link(node: Node) -> bool:
    """Return whether the element leads to another page."""
    return node.tag == "a" and node.attributes.get("href", "#")[:1] != "#"


class Line:
    """Collects text until it is taken."""

    def __init__(self) -> None:
        self.left: Counter[str] = Counter()
        """Marks of footnotes that were left out, pictures, and pictures whose description holds a number."""
        self._pieces: list[str] = []
        self._links = 0
        self._words = 0
        self._linked = 0
        self._apart = False
        """Whether an element has just ended, so that style may part it from the next one."""

    def text(self, text: str, *, as_it_stands: bool = False) -> None:
        """Add text; unless it is to stand as it does, its line ends are spaces."""
        self._pieces.append(text if as_it_stands else _SPACES.sub(" ", text))
        words = len(text.split())
        self._words += words
        self._linked += words * (self._links > 0)
        self._apart = False

    def begin(self, node: Node) -> bool:
        """Take note of an element that begins within the line, and return whether to read what it holds."""
        if node.tag == "br":
            self._pieces.append("\n")
        elif node.tag == "q":
            self._pieces.append(_QUOTES[True])
        elif node.tag == "img":
            self.left["pictures"] += 1
            self.left["described"] += any(c.isdigit() for c in node.attributes.get("alt", ""))
        elif node.tag == "sup":
            return not self._is_mark(node)
        elif node.tag == "a" and _only_text(node) in _BACK:
            return False
        elif self._apart:
            self._part_number(node)
        self._links += is_link(node)
        return True

    def end(self, node: Node) -> None:
        """Take note of an element that ends within the line."""
        self._links -= is_link(node)
        if node.tag == "q":
            self._pieces.append(_QUOTES[False])
        self._apart = True

    def take(self) -> tuple[str, float]:
        """Return the text with the share of its words that are links, and begin another line."""
        text = _AROUND_BREAKS.sub("\n", re.sub(" {2,}", " ", "".join(self._pieces))).strip(" \n")
        share = self._linked / self._words if self._words else 0.0
        self._pieces.clear()
        self._words = self._linked = 0
        self._apart = False
        return text, share

    def _is_mark(self, node: Node) -> bool:
        """Leave out the mark of a footnote; write a raised 2 after a metre as such."""
        said = _only_text(node)
        if not _MARK.fullmatch(said):
            return False
        before = "".join(self._pieces[-1:])
        if before.endswith("m") and said in _SQUARE:
            self._pieces.append(_SQUARE[said])
        else:
            self.left["marks"] += 1
        return True

    def _part_number(self, node: Node) -> None:
        """Put a space between words that have an element each and only style parts: `<b>80</b><b>arrests</b>`."""
        before, after = "".join(self._pieces[-1:])[-1:], _only_text(node)[:3]
        if (before.isdigit() and after[:1].isalpha() and not after.rstrip(".,").endswith(_OF_NUMBERS)) or (
            before.isalpha() and (after[:1].isdigit() or (before.islower() and after[:1].isupper()))
        ):
            self._pieces.append(" ")


def _only_text(node: Node) -> str:
    """Return the text of an element that holds nothing else, or of a link that is all it holds."""
    for _ in range(3):
        if len(node.children) != 1:
            return ""
        child = node.children[0]
        if isinstance(child, str):
            return child.strip()
        node = child
    return ""
