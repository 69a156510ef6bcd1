"""Which part of a page is the article, what its headline is, and which blocks around it are not its text."""

import re

from clewline.formats.documents.document import Block
from clewline.formats.documents.html_noise import LeftOut, for_ears
from clewline.formats.documents.html_tree import Node, elements, walk

MOST = 0.5
"""Share of a page's words, menus left out, that an element must hold to be its article."""
LINKS = 0.6
"""Share of linked words from which a block leads to other pages and says nothing by itself."""
_SHORT = 12
"""Words of a teaser's line below a linked title: its date, its section."""

_RELATED = re.compile(
    r"(?:related|more (?:on|from|like|news|stories)|most (?:read|viewed|popular)|read (?:more|next|also)|recommended|"
    r"you (?:may|might)|trending|latest (?:news|stories|releases)|top stories|popular|see also|elsewhere|share|topics?|"
    r"tags|in this section|explore|contents|on this page|(?:around|from) the web|promoted|sponsored|follow us|"
    r"sign up|don.t miss|other (?:news|stories)|useful links|get involved)\b",
    re.IGNORECASE,
)
_OWN_LINE = re.compile(
    r"(?:advertisement|(?:story|article) continues(?: below)?|share(?: (?:this|on)\b.*)?|print(?: this)?(?: page)?|"
    r"(?:back|return|scroll) to (?:the )?top|skip to .*|copy link|save|listen|menu|search|comments?|loading\.*|"
    r"video unavailable|image source.*|this video (?:cannot|can not|can.t) be played|sign up .{0,60}newsletter.*)",
    re.IGNORECASE,
)
"""Lines that are the page's and not the article's, whatever stands around them."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b|all rights reserved|you (?:receive|are receiving) this|unsubscribe)",
    re.IGNORECASE,
)
_WHEN = re.compile(r"\d|\bago$|^(?:today|yesterday)$", re.IGNORECASE)
_PARTED = re.compile(r"\s+[|–—-]\s+|\s*\|\s*")


def meta(page: Node, *names: str) -> str | None:
    """Return what the page's head says under the first of the names that it has."""
    said: dict[str, str] = {}
    for node in elements(page):
        if node.tag == "meta":
            key = (
                node.attributes.get("property")
                or node.attributes.get("name")
                or node.attributes.get("itemprop")
            )
            said.setdefault((key or "").lower(), node.attributes.get("content", "").strip())
    return next((said[name] for name in names if said.get(name)), None)


def find_headline(page: Node) -> tuple[Node | None, str | None]:
    """Return the element that is the headline, or, where there is none, the headline that the page's head states.

    It is the first heading of the highest level, unless that one is the site's name: then the title of the page
    tells which of the others it is.
    """
    wanted = meta(page, "og:title", "twitter:title") or _title(page) or ""
    found: list[Node] = []
    within: Node | None = None
    for item, begins in walk(page):
        if isinstance(item, Node) and item.tag in ("h1", "h2") and item.words and not for_ears(item):
            if within is None:
                found.append(item)
            within = (within or item) if begins else (None if within is item else within)
    first = [heading for heading in found if heading.tag == "h1"]
    told = [heading for heading in (*first, *found) if _same(heading.text, wanted)]
    if chosen := next(iter((*told, *first)), None):
        return chosen, None
    return None, _without_site(wanted) or None


def around(page: Node, wanted: Node | None) -> frozenset[int]:
    """Return the ids of the elements around an element, its own among them."""
    return frozenset(id(node) for node in _around(page, wanted)) if wanted else frozenset()


def _around(page: Node, wanted: Node) -> list[Node]:
    """Return the elements around one, from the page down to itself."""
    above = {id(child): node for node in elements(page) for child in node.children if isinstance(child, Node)}
    path = [wanted]
    while id(path[-1]) in above:
        path.append(above[id(path[-1])])
    return path[::-1]


def _title(page: Node) -> str | None:
    return next((node.text for node in elements(page) if node.tag == "title"), None)


def _same(heading: str, title: str) -> bool:
    """Return whether the title of a page is this heading, with or without the name of the site."""
    own = heading.casefold()
    return own == title.casefold() or own == _without_site(title).casefold()


def _without_site(title: str) -> str:
    """Return the longest part of a title such as `Eighty arrests in a week | Northshire Police`."""
    return max(_PARTED.split(title.strip()), key=len).strip()


def find_article(page: Node, headline: frozenset[int]) -> Node:
    """Return the element that holds the article and its headline; `headline` holds the ids of elements around that.

    It is the main part of the page, else the one article, else the body. A part is chosen only where it holds at
    least half of the words that are left of the page: an article that is marked too narrowly must not lose its list
    of results. Where the headline stands outside, what stands beside it, as a lead, is read too.
    """
    article = _largest_part(page)
    return next((node for node in reversed(_around(page, article)) if id(node) in headline), article)


def _largest_part(page: Node) -> Node:
    for tags, roles in ((("main",), ("main",)), (("article",), ("article",)), (("body",), ())):
        parts = [node for node in elements(page) if node.tag in tags or node.attributes.get("role") in roles]
        if parts:
            largest = max(parts, key=lambda node: node.words)
            if largest.words >= MOST * page.words:
                return largest
    return page


def trimmed(blocks: list[Block], headline: str | None, left: LeftOut) -> list[Block]:
    """Return the article's blocks, the headline first; what is left out around them is added to `left`."""
    first = next((at for at, block in enumerate(blocks) if block.text == headline), None)
    above, below = (blocks[:first], blocks[first + 1 :]) if first is not None else ([], blocks)
    kept = [block for block in above if not _take(block, "navigation", _is_kicker(block), left)]
    kept += _without_end(_without_links(_without_related(below, left), left), left)
    kept = [block for block in kept if not _take(block, "the page's own lines", _is_own(block), left)]
    return [Block(kind="heading", text=headline), *kept] if headline else kept


def _take(block: Block, what: str, out: bool, left: LeftOut) -> bool:
    if out:
        numbers = len(re.findall(r"\d[\d,.]*", block.text))
        left.add(what, words=len(block.text.split()), numbers=numbers)
    return out


def _is_kicker(block: Block) -> bool:
    words = len(block.text.split())
    return block.linked >= LINKS or (words <= 3 and not any(c.isdigit() for c in block.text))


def _is_own(block: Block) -> bool:
    linked = block.linked >= LINKS and block.kind == "paragraph" and _RELATED.match(block.text)
    return bool(linked or _OWN_LINE.fullmatch(block.text.rstrip(" :.")))


def _without_related(blocks: list[Block], left: LeftOut) -> list[Block]:
    """Return the blocks without the lists of other stories that follow a heading such as `More on this story`."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at + 1
        if _RELATED.match(blocks[at].text) and len(blocks[at].text.split()) <= _SHORT:
            while end < len(blocks) and _is_teaser(blocks, end):
                end += 1
        if end - at > 1 and any(block.linked >= LINKS for block in blocks[at + 1 : end]):
            for block in blocks[at:end]:
                _take(block, "other stories", True, left)
        else:
            kept += blocks[at:end]
        at = end
    return kept


def _is_teaser(blocks: list[Block], at: int) -> bool:
    """Return whether a block is a link, or a short line between links."""
    if blocks[at].linked >= LINKS:
        return True
    words = len(blocks[at].text.split())
    before = at + 1 < len(blocks) and blocks[at + 1].linked >= LINKS
    after = blocks[at - 1].linked >= LINKS and words <= _SHORT // 2 and _WHEN.search(blocks[at].text)
    return words <= _SHORT and blocks[at].text[-1:] not in (".", ":") and bool(before or after)


def _without_links(blocks: list[Block], left: LeftOut) -> list[Block]:
    """Return the blocks without lists that are nothing but links, unless a heading or a colon announces them."""
    kept: list[Block] = []
    at = 0
    while at < len(blocks):
        end = at + 1
        if blocks[at].kind == "item" and blocks[at].begins:
            while end < len(blocks) and blocks[end].kind == "item" and not blocks[end].begins:
                end += 1
        announced = not kept or kept[-1].kind == "heading" or kept[-1].text.endswith(":")
        only_links = end - at > 1 and all(block.linked >= LINKS for block in blocks[at:end])
        for block in blocks[at:end]:
            if not _take(block, "links to other pages", only_links and not announced, left):
                kept.append(block)
        at = end
    return kept


def _without_end(blocks: list[Block], left: LeftOut) -> list[Block]:
    """Return the blocks without the links and the notice of copyright after the last of the text."""
    end = len(blocks)
    while end and (blocks[end - 1].linked >= LINKS or _COPYRIGHT.match(blocks[end - 1].text)):
        end -= 1
    # Links that the text itself announces belong to it: `The results of each force:`.
    while (
        end
        and end < len(blocks)
        and blocks[end - 1].text.endswith(":")
        and not _COPYRIGHT.match(blocks[end].text)
    ):
        end = next(
            (at for at in range(end, len(blocks)) if blocks[at].kind not in ("item", "row")), len(blocks)
        )
    for block in blocks[end:]:
        _take(block, "links after the text", True, left)
    return blocks[:end]
