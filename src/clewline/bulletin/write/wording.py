"""What a wording of a figure holds, and its words for one and for several."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

_CHOICE = re.compile(r"([\w-]+)\|([\w-]+)")


@dataclass(frozen=True, kw_only=True)
class Wording:
    """How one number is said.

    `{n}` stands for the number with its hedge and sign; of `person|people` the first is said of 1, the second of all
    other numbers.
    """

    words: str
    """In a list or a headline: `{n} line|lines closed`."""
    active: str = ""
    """What the body did: `closed {n} line|lines`; empty where no lead tells it."""
    inside: str = ""
    """For a part, behind its whole and `including`: `{n} child|children`; empty where it stands by itself."""
    label: str | None = None
    """In a table, before the number; none where `words` without the number are it, empty where a table, too, has
    `words`."""
    estimate: bool = False
    """Whether it is an estimate, and so told as `an estimated` or `about`."""
    unit: str = ""
    """Unit that the words state, where it is not the figure's."""
    said: Mapping[str, str] = field(default_factory=dict)
    """Qualifiers that the words state; of `child|children` the first with 1."""

    @property
    def before(self) -> str:
        """Return the label of a table's row, without a capital; empty where there is none."""
        if self.label is not None:
            return self.label
        return chosen(self.words.removeprefix("{n} "), Decimal(0))


def chosen(words: str, number: Decimal) -> str:
    """Return words for a number: the singular for 1, else the plural."""
    return _CHOICE.sub(r"\1" if number == 1 else r"\2", words)


def qualifiers(wording: Wording, number: Decimal) -> dict[str, str]:
    """Return what the words narrow a number to."""
    return {name: value.split("|")[0 if number == 1 else -1] for name, value in wording.said.items()}
