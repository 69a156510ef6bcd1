"""Check one: what in a text, or between texts, cannot be right or will be misread. One file per rule in `rules/`."""

from collections.abc import Sequence
from functools import cache

from clewline.bulletin.check.finding import Finding, Named, Quoted, Severity, as_json
from clewline.bulletin.check.precedence import each_fault_once
from clewline.bulletin.check.rule import Example, Rule
from clewline.catalogue import catalogue

__all__ = ["Example", "Finding", "Named", "Quoted", "Rule", "Severity", "all_rules", "as_json", "check"]


@cache
def all_rules() -> dict[str, Rule]:
    """Return every rule by name, in name order."""
    return catalogue("clewline.bulletin.check.rules", Rule)


def check(readings: Sequence[Named]) -> tuple[Finding, ...]:
    """Return what is wrong, doubtful or worth a note in these texts, each fault once, in the order of the texts."""
    found = [finding for rule in all_rules().values() for finding in rule.findings(readings)]
    place = {named.name: i for i, named in enumerate(readings)}
    return tuple(
        sorted(each_fault_once(found), key=lambda f: [(place[q.source], q.quote.start) for q in f.quotes])
    )
