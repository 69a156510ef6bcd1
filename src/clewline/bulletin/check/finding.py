"""What a check finds: a rule, how grave it is, the words it rests on, and a sentence to act on."""

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from clewline.bulletin.claim import Quote, Reading

Severity = Literal["wrong", "doubtful", "note"]
"""wrong: the words cannot all be true. doubtful: a reader will ask, and one of the words is probably not meant so.
note: true as it stands, and easily misread."""


class Named(NamedTuple):
    """A text as read, with the name that its reader knows it by."""

    name: str
    reading: Reading


@dataclass(frozen=True, kw_only=True)
class Quoted:
    """Words of one of the texts."""

    source: str
    """Name of the text."""
    quote: Quote


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault of a text, or between texts."""

    severity: Severity
    sentence: str
    """What is found and what to do about it, for the person who can change the text."""
    quotes: tuple[Quoted, ...]
    """The words that it rests on, in the order of the texts."""
    rule: str = ""
    """Name of the rule; `Rule.findings` sets it."""


def as_json(finding: Finding) -> dict[str, Any]:
    """Return a finding as plain data."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "sentence": finding.sentence,
        "quotes": [
            {"source": q.source, "text": q.quote.text, "start": q.quote.start, "end": q.quote.end}
            for q in finding.quotes
        ],
    }
