"""What a Word document's styles say of a paragraph: a title, a heading, a caption, an item of a list."""

from dataclasses import dataclass, field
from typing import Literal

from clewline.formats.documents.package import Attributes, Package

Role = Literal["title", "heading", "caption", "item"]

# Names that Word gives its own styles in every language version; a user's style is based on one of them.
_ROLES: dict[str, Role] = {
    "title": "title",
    "caption": "caption",
    "list paragraph": "item",
    **{f"heading {level}": "heading" for level in range(1, 10)},
    **{
        f"list {kind}{level}": "item"
        for kind in ("bullet", "number")
        for level in ("", " 2", " 3", " 4", " 5")
    },
}


@dataclass
class Styles:
    """Roles of paragraphs by the id of their style."""

    roles: dict[str, Role] = field(default_factory=dict)
    based_on: dict[str, str] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    """Styles whose text does not show."""

    def role(self, style: str) -> Role | None:
        """Return the role of a style, its own or that of the style it is based on."""
        for _ in range(len(self.based_on) + 1):
            if style in self.roles:
                return self.roles[style]
            style = self.based_on.get(style, "")
        return None


def read_styles(package: Package, name: str | None) -> Styles:
    """Read the styles of a document; none where it has no part for them.

    :raises BadInput: the part is damaged.
    """
    styles = Styles()
    current = ""

    def start(tag: str, attributes: Attributes) -> None:
        nonlocal current
        value = attributes.get("val", "")
        if tag == "style":
            current = attributes.get("styleId", "")
        elif tag == "name" and value.casefold() in _ROLES:
            styles.roles[current] = _ROLES[value.casefold()]
        elif tag == "basedOn":
            styles.based_on[current] = value
        elif tag == "numPr":
            styles.roles.setdefault(current, "item")
        elif tag == "vanish" and value not in OFF:
            styles.hidden.add(current)

    if name:
        package.parse(name, start=start)
    return styles


OFF = ("0", "false", "off")
"""Values by which a property that is given is still not set."""
