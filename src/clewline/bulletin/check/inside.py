"""Which claims count some of what others count."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.same import Thing, by_thing, same_body, same_days
from clewline.bulletin.claim import Pairs

AMONG: Mapping[str, str] = {
    "children_safeguarded": "people_safeguarded",
    "adults_safeguarded": "people_safeguarded",
    "line_holders_arrested": "arrests",
    "line_holders_charged": "people_charged",
    "line_holders_convicted": "convictions",
}
"""Indicators whose units are all among those of another."""


class Wholes:
    """The claims of a text, to find those that a claim's units are among."""

    def __init__(self, found: Sequence[Mention]) -> None:
        self._at = {m.span: m for m in found}
        self._things = by_thing(found)

    def of(self, part: Mention) -> Iterator[list[Mention]]:
        """Yield each whole of a part, with all the claims that state it.

        A whole is what the text tells it to be, or what is narrowed less, or the indicator that the part's is
        among; of the same body and days.
        """
        if part.part.whole is not None:
            told = self._at.get(part.part.whole)
            if told and told.dimension == part.dimension:
                yield [told]
            return
        for what in self._wider(part):
            of_it = [m for m in self._things.get(what, ()) if same_body(part, m) and same_days(part, m)]
            if of_it:
                yield of_it

    def _wider(self, part: Mention) -> Iterator[Thing]:
        indicator, narrowed = part.claim.indicator, part.narrowed
        yield from ((indicator, part.dimension, some) for some in _some(narrowed) if some != narrowed)
        if indicator in AMONG:
            yield from ((AMONG[indicator], part.dimension, some) for some in _some(narrowed))


def _some(narrowed: Pairs) -> Iterable[Pairs]:
    return chain.from_iterable(combinations(narrowed, n) for n in range(len(narrowed) + 1))
