"""How the tables of nouns are written, one file for each domain."""

from collections.abc import Callable

from clewline.bulletin.read.lexicon.entry import Entry, listed, normal

Things = dict[tuple[str, ...], Entry]
"""What is counted or narrows it, by its words in their normal form."""


def entering(table: Things) -> Callable[..., None]:
    """Return the function that enters phrases in a table; of two entries for the same words the later counts."""

    def thing(
        kind: str, phrases: str, *, acts: str = "", group: str = "", head: bool = True, **said: str
    ) -> None:
        entry = Entry(
            tag="thing",
            kind=kind,
            acts=tuple(acts.split()),
            said=tuple(sorted(said.items())),
            group=group,
            head=head,
        )
        table.update(dict.fromkeys(listed(phrases), entry))

    return thing


def singular_of(phrase: str) -> str:
    """Return a phrase with its last word in the singular, its capitals and hyphens kept."""
    *before, last = phrase.split()
    return " ".join((*before, normal(last)))
