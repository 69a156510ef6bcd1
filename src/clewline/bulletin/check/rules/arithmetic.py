"""Percentages, changes and differences that their own numbers do not make."""

from collections.abc import Iterator, Sequence

from clewline.bulletin.check.finding import Finding, Named
from clewline.bulletin.check.marked import marked
from clewline.bulletin.check.mention import mentions
from clewline.bulletin.check.rule import Example, Rule
from clewline.bulletin.check.sums_in_words import changes, differences, shares
from clewline.bulletin.check.sums_over_claims import changes_of_claims, shares_of_claims
from clewline.bulletin.check.words import quoted


def _look(texts: Sequence[Named]) -> Iterator[Finding]:
    for named in texts:
        marks = marked(named.reading.text)
        found = mentions(named)
        for severity, sentence, spans in (
            *changes(marks),
            *shares(marks),
            *differences(marks),
            *changes_of_claims(found, marks),
            *shares_of_claims(found, marks),
        ):
            words = tuple(quoted(named, start, end) for start, end in spans)
            yield Finding(severity=severity, sentence=sentence, quotes=words)


RULE = Rule(
    name="arithmetic",
    finds="Percentages, changes and differences that their own numbers do not make.",
    why="A change is what the headline carries. Where the two numbers stand beside it, every reader can "
    "count after.",
    look=_look,
    examples=(
        Example(
            texts=("County lines closed were up 68% from 172 to 276.",),
            severity="wrong",
            sentence="172 to 276 is up 60.5 per cent, the text says 68%: check the three numbers.",
        ),
        Example(
            texts=("The number of lines into Northmoor has halved from 82 to 42.",),
            severity="note",
            sentence="82 to 42 is down 48.8 per cent, the text says halved: check the three numbers.",
        ),
        Example(
            texts=("105 of the 222 people arrested (57%) have been charged.",),
            severity="wrong",
            sentence="105 of 222 is 47.3 per cent, the text says 57%: check the three numbers.",
        ),
        Example(
            texts=("The force made 681 arrests. That is 73 more than last year's 598.",),
            severity="wrong",
            sentence="73 more than 598 is 671, the text says 681: check the three numbers.",
        ),
        Example(texts=("The number of lines into Northmoor nearly halved, from 82 to 42.",), sentence=None),
        Example(texts=("The force made 671 arrests, 73 more than last year's 598.",), sentence=None),
    ),
)
