"""How the tables of acts are written."""

from collections.abc import Callable

from clewline.bulletin.read.lexicon.entry import Entry, listed

Acts = dict[tuple[str, ...], Entry]
"""What was done, by its words in their normal form."""


def acting(table: Acts) -> Callable[..., None]:
    """Return the function that enters phrases in a table.

    An entry may name several acts, the likeliest first; `meanings.py` takes the first that goes with what is counted.
    With `subject`, what stands before the words has it done, without `were`: `face charges`.
    """

    def act(acts: str, phrases: str, *, subject: bool = False, **said: str) -> None:
        kind = "subject" if subject else ""
        entry = Entry(tag="act", kind=kind, acts=tuple(acts.split()), said=tuple(sorted(said.items())))
        table.update(dict.fromkeys(listed(phrases), entry))

    return act
