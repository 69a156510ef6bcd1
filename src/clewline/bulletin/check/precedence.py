"""One fault, one finding: of findings that rest on the same words, the rule that explains most speaks."""

from collections.abc import Iterable, Iterator, Sequence

from clewline.bulletin.check.finding import Finding, Quoted

ORDER = (
    "weekday",
    "period_name",
    "overlap_summed",  # explains why two totals differ, which `two_numbers` only sees
    "parts_and_whole",
    "forces_and_region",
    "arithmetic",
    "rounding",  # a hedge that went the wrong way is why two numbers differ
    "two_numbers",
    "two_reports",
    "impossible",
    "mean_and_total",
    "hedge_on_exact",
    "drift",
    "moved",
    "undefined_base",
    "definitions",  # only where nothing graver joins the two texts' words
)
"""Rules, the one that explains most first."""


def besides(first: Sequence[Finding], more: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings, and of more of the same rule those that tell nothing of the same words again."""
    yield from first
    for finding in more:
        if not any(_shared(finding, other) for other in first):
            yield finding


_BLOCK = 256
"""Characters of a block: findings are compared with those that touch the same blocks, not each with each."""


def each_fault_once(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that only repeat an earlier rule's.

    A finding repeats another where all its words, or two of them, are among the other's.
    """
    kept: list[Finding] = []
    touching: dict[tuple[str, int], list[int]] = {}
    for finding in sorted(findings, key=lambda f: ORDER.index(f.rule)):
        blocks = {block for quoted in finding.quotes for block in _blocks(quoted)}
        near = {i for block in blocks for i in touching.get(block, ())}
        if not any(_shared(finding, kept[i]) >= min(2, len(finding.quotes)) for i in near):
            for block in blocks:
                touching.setdefault(block, []).append(len(kept))
            kept.append(finding)
    return kept


def _blocks(quoted: Quoted) -> Iterator[tuple[str, int]]:
    for block in range(quoted.quote.start // _BLOCK, quoted.quote.end // _BLOCK + 1):
        yield quoted.source, block


def _shared(finding: Finding, other: Finding) -> int:
    """Return how many of a finding's quotes overlap one of the other's."""
    return sum(any(_overlap(a, b) for b in other.quotes) for a in finding.quotes)


def _overlap(one: Quoted, two: Quoted) -> bool:
    a, b = one.quote, two.quote
    return one.source == two.source and a.start < b.end and b.start < a.end
