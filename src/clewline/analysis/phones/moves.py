"""Whether a line moved to another number of the case, or came from one: proposals, each with the rows it rests on.

Only pairs of which one number ends about when the other begins are looked at; the comparison asks for that anyway.
All of a number's records are compared, whatever period the line is shown for.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from clewline.analysis.phones.compared import OWN, Covered, others, phones_of
from clewline.analysis.phones.line import Asked, Behind, Line, is_one_of
from clewline.analysis.phones.opening import open_line
from clewline.linkage import Evidence, Proposal, Seen
from clewline.linkage.moved_number import REGULAR, SOON, TURN, proposals


@dataclass(frozen=True, kw_only=True)
class Move:
    """A proposal, by the number that its marks bear."""

    number: int
    proposal: Proposal

    @property
    def behind(self) -> Behind:
        """The rows of all that was compared."""
        return _rows(seen for item in self.proposal.evidence for seen in item.rows)

    def behind_item(self, item: Evidence) -> Behind:
        """Return the rows of one thing that was compared."""
        return _rows(item.rows)


@dataclass(frozen=True, kw_only=True)
class Moves:
    """The proposals about a line, and the rows of all numbers in them; none where there is no proposal."""

    line: Line | None
    found: tuple[Move, ...]
    own: tuple[str, ...]
    """Numbers of the line."""
    looked_at: int
    """Other numbers of the case whose records begin or end about when the line's end or begin."""

    @property
    def others(self) -> tuple[str, ...]:
        """Those of them that are proposed."""
        both = {n for move in self.found for n in (move.proposal.first, move.proposal.second)}
        return tuple(sorted(both - set(self.own)))


def moves(line: Line, covered: Covered | None = None, relation: str = "events") -> Moves:
    """Return the proposals that have a number of the line in them."""
    own = [
        n for (n,) in line.all("select distinct number from {rows} where number is not null order by number")
    ]
    near = _near(line, own, relation) if own else []
    if len(own) + len(near) < 2:
        return Moves(line=None, found=(), own=tuple(own), looked_at=0)
    asked = Asked(numbers=(*own, *near), zone=line.asked.zone)
    both = open_line(line.connection, asked, relation, contacts=line.contacts)
    told = phones_of(both, covered)
    crowd = others(
        both,
        but=asked.numbers,
        contacts={n for phone in told for n, c in phone.contacts.items() if c.days >= REGULAR},
        cells={cell for phone in told for cell in phone.usual},
        relation=relation,
    )
    made = proposals(told, crowd, about=own)
    return Moves(
        line=both,
        found=tuple(Move(number=n, proposal=p) for n, p in enumerate(made, start=1)),
        own=tuple(own),
        looked_at=len(near),
    )


def _near(line: Line, own: list[str], relation: str) -> list[str]:
    """Return the other numbers that begin about when one of the line's ends, or end about when it begins."""
    turn, soon = (f"interval {int(span.total_seconds())} second" for span in (TURN, SOON))
    found = line.connection.execute(
        f"""
        with spans as (
            select number, min(earliest) as first, max(earliest) as last
            from {relation} where {OWN} group by number
        ),
        pairs as (
            select other.number, other.first - own.last as after, own.first - other.last as before
            from spans as own join spans as other
                on {is_one_of("own.number", own)} and not ({is_one_of("other.number", own)})
        )
        select distinct number from pairs
        where after between -{turn} and {soon} or before between -{turn} and {soon}
        order by number
        """
    ).fetchall()
    return [number for (number,) in found]


def _rows(found: Iterable[Seen]) -> Behind:
    places = [
        {"sha256": s.sha256, "sheet": s.sheet or "", "line": s.line, "part": s.part}
        for s in dict.fromkeys(found)
    ]
    return Behind(_IS_ONE, (places,)) if places else Behind("false")


_IS_ONE = (
    "list_contains(cast(? as struct(sha256 varchar, sheet varchar, line bigint, part bigint)[]), "
    "struct_pack(sha256 := cast(sha256 as varchar), sheet := coalesce(cast(sheet as varchar), ''), "
    "line := line, part := cast(part as bigint)))"
)
