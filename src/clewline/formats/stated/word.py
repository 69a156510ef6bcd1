"""What a word or phrase beside a published number does to the number, and how it is put into a table of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from clewline.formats.stated.labels import Pairs

Kind = tuple[str, str]
"""An indicator with its unit."""


@dataclass(frozen=True, kw_only=True)
class Word:
    """What a word or phrase beside a number says about it."""

    fits: frozenset[str] | None = None
    """Indicators and units beside which it only confirms or qualifies; None fits all."""
    turns: Mapping[str, Kind] = field(default_factory=dict)
    """Indicators that it makes into another: `charged` after arrested line holders counts holders charged."""
    means: Kind | None = None
    """What it counts where it does not fit; without it the number is not read."""
    unit: str | None = None
    """Unit that it gives a number it fits: `kg`, `plants`."""
    said: Pairs = ()
    """Qualifiers that it adds; `{words}` stands for the words in the singular, `{text}` for them as they are."""
    noted: bool = False
    """Whether the words themselves are kept as a note, because the definition turns on them."""
    noted_in: frozenset[str] = frozenset()
    """Indicators in which alone they are so kept: `seized` is a force's own word for the end of a line."""
    fills: bool = False
    """Whether it says nothing of what is counted, so that a number with it alone is still bare."""


def say(
    table: dict[str, Word],
    phrases: str,
    *,
    fits: str | None = None,
    turns: Mapping[str, Kind] | None = None,
    means: Kind | None = None,
    unit: str | None = None,
    noted: bool = False,
    noted_in: str = "",
    fills: bool = False,
    **said: str,
) -> None:
    """Put phrases, parted by commas, into a table: each says the same of the number beside it."""
    word = Word(
        fits=None if fits is None else frozenset(fits.split()),
        turns=turns or {},
        means=means,
        unit=unit,
        said=tuple(sorted(said.items())),
        noted=noted,
        noted_in=frozenset(noted_in.split()),
        fills=fills,
    )
    table.update({phrase.strip(): word for phrase in phrases.split(",")})
