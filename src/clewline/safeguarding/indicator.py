"""What an indicator is: a sign that somebody may be exploited, and what else it may be."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from clewline.errors import BadDeclaration

Kind = Literal[
    "movement",
    "goods",
    "phones",
    "people",
    "body",
    "behaviour",
    "school",
    "coercion",
    "vulnerability",
    "property",
]
"""What a sign is about."""

KINDS: Mapping[Kind, str] = {
    "movement": "Where they go",
    "goods": "Money and things",
    "phones": "Phones",
    "people": "People around them",
    "body": "Body and health",
    "behaviour": "How they act and talk",
    "school": "School",
    "coercion": "Fear, debt and force",
    "vulnerability": "What others may take advantage of",
    "property": "A home that is taken over",
}
"""Each kind with its title in the guide, in the order in which the guide tells of them."""


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """A sign that somebody may be exploited.

    It is what a person may notice, and no finding: it holds no points, and nothing adds indicators up or ranks them.

    :raises BadDeclaration: nothing is said in one of its parts.
    """

    name: str
    """As its file is called, and as an entry that somebody observed it names it: `found_far_from_home`."""
    kind: Kind
    """What it is about."""
    title: str
    """What it is called, in plain words."""
    signs: tuple[str, ...]
    """What somebody may see or hear of, each a sentence."""
    may_also_mean: tuple[str, ...]
    """What it may be that has nothing to do with exploitation, each a sentence."""
    ask: tuple[str, ...]
    """What to ask the person: open questions, which put no answer into their mouth."""
    do_now: tuple[str, ...]
    """What to do now, each a sentence or a few; complete in itself."""
    source: str
    """Whose lists name the sign, and who says what is to be done where a rule says so."""

    def __post_init__(self) -> None:
        parts = (self.title, self.signs, self.may_also_mean, self.ask, self.do_now, self.source)
        if self.kind not in KINDS or not all(parts):
            raise BadDeclaration(
                f"The indicator {self.name} needs one of the kinds {', '.join(KINDS)}, and something in each part."
            )
