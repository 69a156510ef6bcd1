"""What of a page is not its article: menus, notices, advertising, other stories, what does not show."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from clewline.formats.documents.characters import counted
from clewline.formats.documents.html_tree import Node, elements, walk

MOST = 0.4
"""Share of a page's words from which a part is not left out by its name: it is the article, whatever it is called."""
LINKS = 0.5
"""Share of linked words from which a part that may hold text is taken for a menu."""
SOME_LINKS = 0.2
"""The same for a list of other stories, whose teasers are not all linked."""

# "noscript" says what a page without its scripts lacks; the others hold no text, or controls.
_TAGS = {
    **dict.fromkeys(("script", "style", "head", "link", "meta"), "scripts"),
    "template": "hidden elements",
    **dict.fromkeys(
        ("svg", "canvas", "iframe", "object", "embed", "audio", "video", "map"), "embedded media"
    ),
    **dict.fromkeys(("button", "input", "select", "textarea", "datalist", "noscript"), "controls"),
    **dict.fromkeys(("del", "s", "strike"), "struck-out text"),
    "nav": "navigation",
    "dialog": "dialogs",
}
_ROLES = {
    **dict.fromkeys(("navigation", "menu", "menubar", "toolbar"), "navigation"),
    **dict.fromkeys(("dialog", "alertdialog"), "dialogs"),
    "search": "controls",
}
_SURE = frozenset(("navigation", "dialogs", "embedded media", "struck-out text"))
"""What is left out however large it is: a menu may be longer than the bulletin."""
_FURNITURE = {"header": "page header", "footer": "page footer"}
_LANDMARKS = {"banner": "header", "contentinfo": "footer", "complementary": "aside", "form": "form"}
"""Roles that say what a tag says."""
_WITHIN = frozenset(("article", "main", "section", "blockquote", "figure"))
"""Elements whose own headers and footers belong to the text."""
_NEVER = frozenset(
    ("page", "html", "body", "main", "article", "h1", "h2", "h3", "p", "li", "td", "tr", "tbody")
)
"""Elements that are not left out by their class: there it tells the subject as often as the purpose."""


def _names(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z])(?:{words})(?![a-z])")


_LEAST: dict[str, tuple[re.Pattern[str], float]] = {
    "cookie notice": (_names("cookies?|consent|gdpr|onetrust"), 0),
    "navigation": (_names("breadcrumbs?|pagination|pager|skip-?links?|nav-?bar|mega-?menu|off-?canvas"), 0),
    "sharing buttons": (_names("share-?(?:bar|buttons?|links?|this|tools?)|sharedaddy|addtoany|addthis"), 0),
    "advertising": (
        _names("adverts?|advertisements?|advertising|ads?|ad-?(?:slot|unit|container|wrapper)|mpu|dfp"),
        0,
    ),
    "newsletter box": (_names("newsletters?|subscribe|sign-?up|paywall"), 0),
    "readers' comments": (_names("comments|comments?-(?:area|list|form|section)|disqus|respond"), 0),
    "feedback form": (_names("feedback(?:-(?:form|prompt|widget))?|page-survey"), 0),
    "other stories": (
        _names(
            "related|recommend(?:ed|ations)|more-stor(?:y|ies)|read-?(?:next|more)|most-?(?:read|popular|viewed)|"
            "trending|taboola|outbrain|promos?|teasers?|latest"
        ),
        SOME_LINKS,
    ),
    "menus": (
        _names(
            "nav|menus?|side-?bar|widgets?|footer|social|share|sharing|tags?|topics?|toolbar|utility|links"
        ),
        LINKS,
    ),
}
"""By what is left out: words in a class or id that name it, and the least share of linked words."""

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOR_EARS = _names("visually-?hidden|sr-only|screen-reader(?:-text)?|govuk-visually-hidden")
_OPENS = _names("accordion|tab-?panels?|collapse|collapsible|expand(?:er|able)|details")
"""Parts that a reader opens with a click."""


@dataclass(kw_only=True)
class LeftOut:
    """How much was left out, by what it is."""

    parts: dict[str, list[int]] = field(default_factory=dict)
    """Number of words and of numbers."""
    scripts: int = 0

    def add(self, what: str, *, words: int, numbers: int) -> None:
        """Count one part."""
        part = self.parts.setdefault(what, [0, 0])
        part[0] += words
        part[1] += numbers

    def note(self) -> str | None:
        """Return the sentence that says it, if anything with words was left out."""
        said = [
            f"{what} ({_amount(words, numbers)})" for what, (words, numbers) in self.parts.items() if words
        ]
        if self.scripts:
            said.append(counted(self.scripts, "script or style", "scripts and styles"))
        return f"Left out: {', '.join(said)}." if said else None


def _amount(words: int, numbers: int) -> str:
    return counted(words, "word") + (f", {counted(numbers, 'number')}" if numbers else "")


def take_noise(page: Node, headline: frozenset[int], left: LeftOut) -> None:
    """Take out of the page what is not its article; `headline` holds the ids of the elements around the headline."""
    whole = page.words
    left.scripts += sum(node.tag in ("script", "style") for node in elements(page))
    inside = in_heading = 0
    for item, begins in walk(page):
        if isinstance(item, str):
            continue
        inside += (1 if begins else -1) * (item.tag in _WITHIN)
        in_heading += (1 if begins else -1) * (item.tag in ("h2", "h3", "h4", "h5", "h6", "summary"))
        if not begins:
            item.count()
            continue
        kept: list[Node | str] = []
        for child in item.children:
            what = (
                None if isinstance(child, str) else noise(child, inside=inside > 0, in_heading=in_heading > 0)
            )
            if isinstance(child, str) or what is None or _is_article(child, what, headline, whole):
                kept.append(child)
            else:
                left.add(what, words=child.words, numbers=child.numbers)
        item.children = kept


def _is_article(node: Node, what: str, headline: frozenset[int], whole: int) -> bool:
    """Return whether the part holds the headline or most of the page, so that its name is not to be believed."""
    if what == "scripts":
        return False
    return id(node) in headline or (what not in _SURE and node.words > MOST * whole)


def noise(node: Node, *, inside: bool, in_heading: bool) -> str | None:
    """Return what an element is that is not text of the article, or None.

    :param inside: whether it stands in an article or section.
    :param in_heading: whether it stands in a heading, where a button is what opens the part below.
    """
    tag = _LANDMARKS.get(node.attributes.get("role", ""), node.tag)
    if node.tag == "button" and in_heading:
        return None
    if (what := _TAGS.get(tag) or _ROLES.get(node.attributes.get("role", ""))) is not None:
        return what
    if hidden := _hidden(node):
        return hidden
    if (rule := _RULES.get(tag)) and (what := rule(node, inside)):
        return what
    if node.tag in _NEVER or not (names := node.names).strip():
        return None
    for what, (pattern, least) in _LEAST.items():
        if node.linked >= least * node.words and pattern.search(names):
            return what
    return None


def for_ears(node: Node) -> bool:
    """Return whether an element's words are read out by screen readers and not shown."""
    return bool(_FOR_EARS.search(node.names))


def _hidden(node: Node) -> str | None:
    names = node.names
    if for_ears(node) and node.tag != "caption":
        return "words for screen readers"
    shut = node.attributes.get("hidden") not in (None, "until-found") or _HIDDEN_STYLE.search(
        node.attributes.get("style", "")
    )
    # A click opens these, so their text is there for readers.
    opens = node.attributes.get("role") == "tabpanel" or _OPENS.search(names)
    return "hidden elements" if shut and not opens else None


def _furniture(node: Node, inside: bool) -> str | None:
    tag = _LANDMARKS.get(node.attributes.get("role", ""), node.tag)
    return None if inside and node.linked < LINKS * node.words else _FURNITURE[tag]


def _aside(node: Node, _: bool) -> str | None:
    # An aside may hold the figures of the week: only one that is mostly links goes.
    return "other stories" if node.linked >= LINKS * max(node.words, 1) else None


def _form(node: Node, _: bool) -> str | None:
    return "controls"


_RULES: dict[str, Callable[[Node, bool], str | None]] = {
    "header": _furniture,
    "footer": _furniture,
    "aside": _aside,
    "form": _form,
}
