"""Proposals that a line moved to another number, or came from one: told with what speaks for and against, and rows."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from clewline.analysis.phones.moves import Move
from clewline.linkage import Evidence
from clewline.output.words import day_words, printable
from clewline.record.kinds.decision import Decision
from clewline.workflow.line import Summary

BEARS = {"for": "for", "against": "against", "neither": "says nothing"}
PROPOSAL = (
    "A proposal and no verdict: each item below was looked at, and counts for what it is. All records of both numbers "
    "are compared, whatever the period shown. A person decides"
)
PROPOSED = f"{PROPOSAL}, with `clewline moved`."


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing that was compared, with the mark that opens its rows; none where it rests on none."""

    evidence: Evidence
    mark: str | None

    @property
    def bears(self) -> str:
        return BEARS[self.evidence.bears]


def title(found: Summary, move: Move) -> str:
    """Return what is proposed, as seen from the line, as `It moved to +447700900123`."""
    own, proposal = found.moves.own, move.proposal
    if proposal.first in own and proposal.second in own:
        return f"It moved from {printable(proposal.first)} to {printable(proposal.second)}"
    if proposal.first in own:
        return f"It moved to {printable(proposal.second)}"
    return f"It came from {printable(proposal.first)}"


def items(move: Move) -> Iterator[Item]:
    """Yield what was compared: what speaks for the move, against it, and what says nothing."""
    numbered = list(enumerate(move.proposal.evidence, 1))
    for bears in BEARS:
        for n, evidence in numbered:
            if evidence.bears == bears:
                yield Item(evidence=evidence, mark=f"move:{move.number}-{n}" if evidence.rows else None)


def decision(found: Summary, move: Move) -> str:
    """Return what a person decided of it, or that nobody has."""
    entry = found.decided.get((move.proposal.first, move.proposal.second))
    if entry is None or not isinstance(entry.facts, Decision):
        return "Nobody has decided on it."
    said = entry.facts
    return (
        f"{printable(said.decided_by)} decided on {day_words(entry.day)}: {said.what}, because: "
        f"{printable(said.reason)} (entry {entry.id})."
    )


def print_moves(found: Summary, console: Console) -> None:
    """Print the proposals, where there are any."""
    if not found.moves.found:
        return
    console.print()
    console.print(Text("Another number of the case", style="bold"))
    console.print(Padding(Text(PROPOSED, style="dim"), (0, 0, 0, 2)))
    for move in found.moves.found:
        console.print()
        console.print(Text(f"  Proposed: {title(found, move)}. {decision(found, move)}"))
        table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
        for width in (14, None, 10):
            table.add_column(width=width)
        for item in items(move):
            table.add_row(
                Text(f"  {item.bears}"), Text(item.evidence.says), Text(item.mark or "", style="dim")
            )
        console.print(table)


def moves_json(found: Summary) -> dict[str, Any]:
    """Return the proposals as data."""
    return {
        "looked_at": found.moves.looked_at,
        "proposals": [
            {
                "mark": f"move:{move.number}",
                "proposition": move.proposal.proposition,
                "first": move.proposal.first,
                "second": move.proposal.second,
                "other_phones": move.proposal.others,
                "evidence": [
                    {
                        "mark": item.mark,
                        "compared": item.evidence.name,
                        "bears": item.evidence.bears,
                        "says": item.evidence.says,
                        "counts": dict(item.evidence.counts),
                        "cannot_tell": item.evidence.cannot_tell,
                        "rows": [asdict(seen) for seen in item.evidence.rows],
                    }
                    for item in items(move)
                ],
                "decision": decision(found, move),
            }
            for move in found.moves.found
        ],
    }
