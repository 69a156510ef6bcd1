"""The chain of handsets and SIMs: which the line was used in, from when to when, and what changed between.

Rows that name no handset, where others do, say nothing of a change, and are passed over; so with SIMs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from clewline.analysis.phones.line import Behind, Line, Ref


@dataclass(frozen=True, kw_only=True)
class Spell:
    """A run of rows of one number in one handset with one SIM. Times are local."""

    number: str
    handset: int | None
    """1 is the handset seen first in the period; none where no row names one."""
    sim: int | None
    imei: str | None
    imsi: str | None
    first: datetime
    last: datetime
    rows: int
    first_ref: Ref
    last_ref: Ref
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Change:
    """Between the last row of one spell and the first of the next something was another."""

    before: Spell
    after: Spell

    @property
    def what(self) -> str:
        """What changed: number, handset or SIM."""
        pairs = {
            "number": (self.before.number, self.after.number),
            "handset": (self.before.imei, self.after.imei),
            "SIM": (self.before.imsi, self.after.imsi),
        }
        return " and ".join(name for name, (a, b) in pairs.items() if a != b)


@dataclass(frozen=True, kw_only=True)
class Piece:
    """A handset or a SIM of the line, over all of its spells."""

    name: int
    identity: str
    first: datetime
    last: datetime
    rows: int
    spells: int
    elsewhere: int
    """Rows of the case in which it served another number, whatever their time."""
    others: int
    """Those other numbers."""
    behind: Behind


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The spells in order, and the handsets and SIMs by first sight."""

    spells: tuple[Spell, ...]
    handsets: tuple[Piece, ...]
    sims: tuple[Piece, ...]
    passed_over: int
    """Rows that name no handset or no SIM where others do."""

    @property
    def changes(self) -> tuple[Change, ...]:
        return tuple(Change(before=a, after=b) for a, b in pairwise(self.spells))

    @property
    def overlaps(self) -> tuple[tuple[Piece, Piece], ...]:
        """Pairs of handsets whose first and last rows enclose each other: used in turns, or at once."""
        return tuple(
            (a, b)
            for i, a in enumerate(self.handsets)
            for b in self.handsets[i + 1 :]
            if a.first <= b.last and b.first <= a.last
        )


def chain(line: Line, relation: str = "events") -> Chain:
    """Return the chain; `relation` is the whole case's view, where a handset may serve other numbers."""
    imeis, imsis = _pieces(line, "imei", relation), _pieces(line, "imsi", relation)
    said = " and ".join(c for c, p in (("imei is not null", imeis), ("imsi is not null", imsis)) if p)
    if not said:
        return Chain(spells=(), handsets=(), sims=(), passed_over=0)
    handset = {p.identity: p.name for p in imeis}
    sim = {p.identity: p.name for p in imsis}
    return Chain(
        spells=tuple(_spell(row, handset, sim, said) for row in line.all(_spells_sql(said))),
        handsets=imeis,
        sims=imsis,
        passed_over=line.count(Behind(f"kept and not ({said})")),
    )


def _spells_sql(said: str) -> str:
    return f"""
        with named as (
            select instant, local, number, imei, imsi, sha256, line, part, sheet, exhibit
            from {{rows}} where kept and {said}
        ),
        compared as (
            select *, coalesce(
                (number, imei, imsi) is distinct from lag((number, imei, imsi)) over in_time, true
            ) as begins
            from named
            window in_time as (order by instant, sha256, line, part)
        ),
        counted as (
            select *, count(case when begins then 1 end) over (order by instant, sha256, line, part) as spell
            from compared
        )
        select any_value(number), any_value(imei), any_value(imsi), min(local), max(local), count(*),
            min(instant), max(instant),
            arg_min((sha256, line, part, sheet, exhibit), (instant, sha256, line, part)),
            arg_max((sha256, line, part, sheet, exhibit), (instant, sha256, line, part))
        from counted group by spell order by spell
    """


def _spell(found: Sequence[Any], handset: dict[str, int], sim: dict[str, int], said: str) -> Spell:
    number, imei, imsi, first, last, rows, begin, end, first_row, last_row = found
    return Spell(
        number=number,
        handset=handset.get(imei),
        sim=sim.get(imsi),
        imei=imei,
        imsi=imsi,
        first=first,
        last=last,
        rows=rows,
        first_ref=ref_of(first_row),
        last_ref=ref_of(last_row),
        behind=Behind(
            f"kept and {said} and (number, imei, imsi) is not distinct from (?, ?, ?) and instant between ? and ?",
            (number, imei, imsi, begin, end),
        ),
    )


def ref_of(found: Sequence[Any]) -> Ref:
    """Return the reference of (sha256, line, part, sheet, exhibit)."""
    sha256, line, part, sheet, exhibit = found
    return Ref(sha256=sha256, line=line, part=part, sheet=sheet, exhibit=exhibit)


def _pieces(line: Line, column: str, relation: str) -> tuple[Piece, ...]:
    found = line.all(
        f"""
        with own as (
            select {column} as identity, instant, local,
                coalesce({column} is distinct from lag({column}) over (order by instant, sha256, line, part), true)
                    as begins
            from {{rows}} where kept and {column} is not null
        ),
        served as (
            select {column} as identity, count(*) as rows, count(distinct number) as numbers
            from {relation}
            where {column} in (select distinct identity from own)
                and number is not null and not ({line.asked.where})
            group by {column}
        )
        select identity, min(local), max(local), count(*), count(*) filter (begins),
            coalesce(any_value(served.rows), 0), coalesce(any_value(served.numbers), 0)
        from own left join served using (identity)
        group by identity order by min(instant), identity
        """
    )
    return tuple(
        Piece(
            name=name,
            identity=identity,
            first=first,
            last=last,
            rows=rows,
            spells=spells,
            elsewhere=elsewhere,
            others=others,
            behind=Behind(f"kept and {column} = ?", (identity,)),
        )
        for name, (identity, first, last, rows, spells, elsewhere, others) in enumerate(found, start=1)
    )
