"""Two texts, one thing, two numbers."""

from collections.abc import Iterator, Sequence

from clewline.bulletin.check.agree import agree, share_of
from clewline.bulletin.check.conflict import conflict, one_thing
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.mention import Mention
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.same import Thing, between, thing


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    alike: dict[tuple[str, str, Thing], list[tuple[Mention, Mention]]] = {}
    for one, two in between(texts):
        alike.setdefault((one.named.name, two.named.name, thing(one)), []).append((one, two))
    for pairs in alike.values():
        if any(agree(one, two) for one, two in pairs):
            continue  # the texts share a number; what else they say of the thing is a part, or their own contradiction
        one, two = max(pairs, key=lambda pair: share_of(*pair))
        if conflict(one, two) == "number" and one_thing(
            one, two, (), alone=len({(a.amount, b.amount) for a, b in pairs}) == 1
        ):
            yield _finding(one, two)


def _finding(one: Mention, two: Mention) -> Finding:
    told = f"{one.named.name} says {one.words}, {two.named.name} {two.words} of one thing ({one.thing})"
    growing = one.so_far or two.so_far
    return Finding(
        severity="note" if growing else "doubtful",
        sentence=f"{told}, and one of them only so far: quote the later with its day."
        if growing
        else f"{told}: ask the body which it stands by, and give both until it has answered.",
        quotes=(one.quoted, two.quoted),
    )


_ONE = "Northmoor Police made 55 arrests in the week from 11 to 17 October 2021 and seized £180,000 in cash."

RULE = Rule(
    name="two_reports",
    finds="Two texts that give two numbers for one thing of one body and week.",
    why="A series that takes whichever report comes first measures the papers and not the police.",
    look=_look,
    examples=(
        Example(
            texts=(
                _ONE,
                "Police in the county arrested 55 people and seized £118,000 in cash, Northmoor Police said "
                "of the week from 11 to 17 October 2021.",
            ),
            severity="doubtful",
            sentence="text 1 says “£180,000 in cash”, text 2 “£118,000 in cash” of one thing (cash seized): "
            "ask the body which it stands by, and give both until it has answered.",
        ),
        Example(
            texts=(
                _ONE,
                "Northmoor Police made over 50 arrests in the week from 11 to 17 October 2021 and seized "
                "about £180,000 in cash.",
            ),
            sentence=None,
        ),
    ),
)
