"""Did a line move from one number to another? A line that changes its number keeps its customers, and tells them.

Each comparison below is a count over sets of the two phones, with what speaks for the move and what against. The
thresholds are Clewline's own, chosen to be said in a sentence; no authority names them, and no item decides alone.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import timedelta

from clewline.errors import Misused
from clewline.linkage.phone import USUAL, Contacted, Other, Phone, Seen
from clewline.linkage.proposal import Bears, Evidence, Proposal

NAME = "moved_number"
REGULAR = 3
"""Days of use that make a contact of the first number a regular one."""
SOON = timedelta(days=28)
"""Time after the first number's last use within which a contact counts as carried over, and the second as following."""
TURN = timedelta(days=7)
"""Time for which a line may use both numbers while it moves."""
ENOUGH = 5
"""Regular contacts, or recipients of bulk texts, from which it says something that none were carried over."""


def compare(first: Phone, second: Phone, others: Sequence[Other] = ()) -> Proposal:
    """Return what speaks for and against that the line of the first number moved to the second.

    `others` are the other phones of the case, among which a shared contact is rare or not.

    :raises Misused: both are one number.
    """
    if first.number == second.number:
        raise Misused("A line cannot move to the number that it has; name two numbers.")
    rest = [o for o in others if o.number not in (first.number, second.number)]
    return Proposal(
        name=NAME,
        proposition="The line that used the first number moved to the second.",
        first=first.number,
        second=second.number,
        evidence=(
            timing(first, second),
            contacts_carried_over(first, second, rest),
            bulk_recipients(first, second),
            _pieces("same handset", "handset", first.handsets, second.handsets),
            _pieces("same SIM", "SIM", first.sims, second.sims),
            usual_cells(first, second, rest),
            each_other(first, second),
        ),
        others=len(rest),
    )


def proposals(
    phones: Sequence[Phone], others: Sequence[Other] = (), *, about: Collection[str] | None = None
) -> tuple[Proposal, ...]:
    """Return a proposal for each ordered pair of phones whose timing and one thing more speak for a move.

    `others` are phones of the case that are not among the pairs; `about` are numbers of which every pair has one.
    The proposals are in order of the day on which the first number ends; nothing ranks them.
    """
    made = []
    crowd = [*(p.other for p in phones), *others]
    for first in sorted(phones, key=lambda p: (p.last.at, p.number)):
        for second in sorted(phones, key=lambda p: (p.first.at, p.number)):
            asked = about is None or first.number in about or second.number in about
            if asked and first.number != second.number:
                proposal = compare(first, second, crowd)
                speaking = {e.name for e in proposal.that("for")}
                if "timing" in speaking and len(speaking) > 1:
                    made.append(proposal)
    return tuple(made)


def timing(first: Phone, second: Phone) -> Evidence:
    """Compare the end of the first number with the start of the second."""
    gap = second.first.at - first.last.at
    both = len(first.days & second.days)
    bears: Bears
    if gap > SOON:
        bears, said = (
            "against",
            f"The second number is first used {_days(gap)} after the last use of the first.",
        )
    elif gap >= timedelta():
        bears, said = "for", f"The second number is first used {_days(gap)} after the last use of the first."
    elif -gap <= TURN:
        bears = "for"
        said = f"The second number is first used {_days(-gap)} before the last use of the first; both on {both} days."
    else:
        bears = "against"
        said = (
            f"The second number is in use {_days(-gap)} before the first number's last use; "
            f"on {both} days both are used."
        )
    return Evidence(
        name="timing",
        bears=bears,
        says=said,
        counts={"days between": gap // timedelta(days=1), "days with both": both},
        rows=(first.last, second.first),
        cannot_tell=_edges(first, second)
        + "Many numbers end and begin in any month; timing alone says little.",
    )


def contacts_carried_over(first: Phone, second: Phone, others: Sequence[Other]) -> Evidence:
    """Compare the first number's regular contacts with whom the second is in touch with soon after the first ends."""
    regular = {n: c for n, c in first.contacts.items() if c.days >= REGULAR and n != second.number}
    carried = {n: c for n, c in second.contacts.items() if n in regular and _soon(first, c)}
    before = sum(n in regular and c.first.at < first.last.at - TURN for n, c in second.contacts.items())
    known = Counter(n for other in others for n in other.contacts)
    rare = sum(known[n] == 0 for n in carried)
    most = max((len(regular.keys() & other.contacts) for other in others), default=0)
    bears: Bears = "for" if rare else "against" if len(regular) >= ENOUGH and not carried else "neither"
    said = (
        f"{len(carried)} of {len(regular)} regular contacts of the first number are first in touch with the second "
        f"from {TURN.days} days before to {SOON.days} days after the first number's last use."
    )
    if others:
        said += (
            f" {rare} of them are in touch with none of the {len(others)} other phones of the case; "
            f"the other phone that shares most shares {most}."
        )
    else:
        said += " The case holds no other phone, so whether many people are in touch with them is not known."
    if before:
        said += f" {before} more were in touch with the second before."
    return Evidence(
        name="contacts carried over",
        bears=bears,
        says=said,
        counts={
            "regular": len(regular),
            "carried over": len(carried),
            "of them rare": rare,
            "in touch before": before,
            "most of another phone": most,
        },
        rows=tuple(s for n in sorted(carried) for s in (regular[n].last, carried[n].first)),
        cannot_tell="Two people of one circle, or two lines of one town, share contacts too.",
    )


def bulk_recipients(first: Phone, second: Phone) -> Evidence:
    """Compare the recipients of both numbers' bursts of texts."""
    shared = sorted(first.bulk.keys() & second.bulk.keys())
    least = min(len(first.bulk), len(second.bulk))
    bears: Bears = "for" if shared else "against" if least >= ENOUGH else "neither"
    said = (
        f"Bursts of texts went to {len(first.bulk)} recipients from the first number and to {len(second.bulk)} from "
        f"the second; {len(shared)} had them from both."
    )
    return Evidence(
        name="bulk-text recipients",
        bears=bears,
        says=said,
        counts={"first": len(first.bulk), "second": len(second.bulk), "both": len(shared)},
        rows=tuple(s for n in shared for s in (first.bulk[n], second.bulk[n])),
        cannot_tell="A list of customers can be sold, stolen or shared between lines.",
    )


def usual_cells(first: Phone, second: Phone, others: Sequence[Other]) -> Evidence:
    """Compare the cells that serve both numbers at night."""
    usual, theirs = first.usual, second.usual
    shared = sorted(usual & theirs)
    crowd = sum(not o.usual.isdisjoint(shared) for o in others)
    apart = bool(first.operators and second.operators and first.operators.isdisjoint(second.operators))
    bears: Bears = "for" if shared else "against" if usual and theirs and not apart else "neither"
    said = (
        f"Of {len(usual)} cells that serve the first number on {USUAL} nights or more, {len(shared)} so serve the "
        f"second, which has {len(theirs)}."
    )
    if shared and others:
        said += f" {crowd} of the {len(others)} other phones of the case share one of these."
    if apart:
        said += " The two numbers are of different operators, whose cells are never the same."
    return Evidence(
        name="same usual cells",
        bears=bears,
        says=said,
        counts={"first": len(usual), "second": len(theirs), "both": len(shared), "others there": crowd},
        rows=tuple(s for c in shared for s in (first.nights[c].last, second.nights[c].last)),
        cannot_tell="A cell serves everyone who lives near it, and a line that moves house changes its cells.",
    )


def each_other(first: Phone, second: Phone) -> Evidence:
    """Look whether the two numbers were in touch with each other."""
    found = [
        c for c in (first.contacts.get(second.number), second.contacts.get(first.number)) if c is not None
    ]
    uses = max((c.uses for c in found), default=0)
    return Evidence(
        name="in touch with each other",
        bears="against" if found else "neither",
        says=f"The two numbers were in touch with each other {uses} times." if uses else _NEVER,
        counts={"uses": uses},
        rows=tuple(c.first for c in found),
        cannot_tell="Whoever holds both may text one from the other, to pass the new number on.",
    )


_NEVER = "The records hold no call or text between the two numbers."


def _pieces(name: str, what: str, first: Mapping[str, Seen], second: Mapping[str, Seen]) -> Evidence:
    shared = sorted(first.keys() & second.keys())
    if not first or not second:
        said = f"The records do not name a {what} of both numbers."
    else:
        said = f"The first number was used with {len(first)} {what}{'' if len(first) == 1 else 's'}; " + (
            f"{len(shared)} of them also with the second." if shared else "none of them with the second."
        )
    return Evidence(
        name=name,
        bears="for" if shared else "neither",
        says=said,
        counts={"first": len(first), "second": len(second), "both": len(shared)},
        rows=tuple(s for p in shared for s in (first[p], second[p])),
        cannot_tell=f"A {what} is lent, sold and passed on; a line may change it and its number together.",
    )


def _soon(first: Phone, contacted: Contacted) -> bool:
    return first.last.at - TURN <= contacted.first.at <= first.last.at + SOON


def _days(span: timedelta) -> str:
    days = span // timedelta(days=1)
    return "less than a day" if days == 0 else "1 day" if days == 1 else f"{days} days"


def _edges(first: Phone, second: Phone) -> str:
    """Return a sentence where a number may only seem to end or begin, because the records do."""
    said = ""
    if first.records_end is not None and first.records_end - first.last.at < TURN:
        said += "The first number's records end about then, so it may have gone on. "
    if second.records_start is not None and second.first.at - second.records_start < TURN:
        said += "The second number's records begin about then, so it may have been in use before. "
    return said
