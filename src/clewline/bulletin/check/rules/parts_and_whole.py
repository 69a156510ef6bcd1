"""Parts that do not make the whole."""

from collections.abc import Iterator, Sequence

from clewline.bulletin.check.agree import bounds
from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.marked import marked
from clewline.bulletin.check.mention import Mention, mentions
from clewline.bulletin.check.partition import Partition, partitions
from clewline.bulletin.check.parts_in_words import Told, partitions_in_words
from clewline.bulletin.check.precedence import besides
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.words import quoted, spoken


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    everything = [mentions(named) for named in texts]
    for named, found in zip(texts, everything, strict=True):
        elsewhere = [m for others in everything if others is not found for m in others]
        read = [
            _finding(partition)
            for partition in partitions(found, elsewhere)
            if not any(_makes(partition.parts, whole) for whole in partition.wholes)
        ]
        told = partitions_in_words(marked(named.reading.text))
        yield from besides(
            read, (_told(named, t) for t in told if sum(p.value for p in t.parts) != t.whole.value)
        )


def _makes(parts: Sequence[Mention], whole: Mention) -> bool:
    """Whether some true amounts of the parts add to some true amount of the whole."""
    lows, highs = zip(*(bounds(p) for p in parts), strict=True)
    low, high = bounds(whole)
    return (high is None or sum(lows) <= high) and (
        None in highs or sum(h for h in highs if h is not None) >= low
    )


def _finding(partition: Partition) -> Finding:
    whole, parts = partition.wholes[0], partition.parts
    total = sum((p.amount for p in parts), start=0 * whole.amount)
    over = total > whole.amount
    terms = " + ".join(whole.spoken(p.amount) for p in parts)
    elsewhere = whole.named is not parts[0].named
    where = f" in {whole.named.name}" if elsewhere else ""
    rest = (
        "say that one of them may be in both"
        if over and whole.dimension == "people"
        else f"say what the other {whole.spoken(abs(whole.amount - total))} are"
        if not over
        else "say that the parts overlap"
    )
    return Finding(
        severity="wrong" if (over and not elsewhere) or partition.told else "doubtful",
        sentence=f"The parts add to {whole.spoken(total)} ({terms}), the whole{where} says "
        f"{whole.spoken(whole.amount)}: check which is right, or {rest}.",
        quotes=tuple(
            sorted(
                (m.quoted for m in (whole, *parts)),
                key=lambda q: (q.source != parts[0].named.name, q.quote.start),
            )
        ),
    )


def _told(named: Named, told: Told) -> Finding:
    """Return the finding for parts that the words tell, whatever was read of them."""
    total = sum((p.value for p in told.parts), start=0 * told.whole.value)
    off = spoken(abs(told.whole.value - total), "count")
    over = total > told.whole.value
    rest = "say that one of them may be in both" if over else f"say what the other {off} are"
    terms = " + ".join(p.words for p in told.parts)
    return Finding(
        severity="wrong" if over or told.sure else "doubtful",
        sentence=f"The parts add to {spoken(total, 'count')} ({terms}), the whole says {told.whole.words}: check "
        f"which is right, or {rest}.",
        quotes=tuple(
            quoted(named, n.start, n.end) for n in sorted((told.whole, *told.parts), key=lambda n: n.start)
        ),
    )


RULE = Rule(
    name="parts_and_whole",
    finds="Parts that do not make the whole, where the text says that they are all of it or they plainly "
    "are.",
    why="A total that its parts do not make is wrong, or its parts overlap, or something is left out; each "
    "is read differently.",
    look=_look,
    examples=(
        Example(
            texts=("222 people were arrested in the week, made up of 150 men and 74 women.",),
            severity="wrong",
            sentence="The parts add to 224 (150 + 74), the whole says 222: check which is right, or say that "
            "one of them may be in both.",
        ),
        Example(
            texts=("Officers safeguarded 249 people: 34 females and 212 males.",),
            severity="doubtful",
            sentence="The parts add to 246 (34 + 212), the whole says 249: check which is right, or say what "
            "the other 3 are.",
        ),
        Example(
            texts=("Officers seized 51 weapons, including 20 knives and five machetes.",),
            sentence=None,
        ),
    ),
)
