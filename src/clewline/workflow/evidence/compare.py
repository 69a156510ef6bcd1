"""Compare the phones of many pairs by one evidence type, from records in a file."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clewline.analysis.records import CORES, Gathered, gather
from clewline.errors import BadInput, Misused
from clewline.evidence.evidence_type import Compared
from clewline.workflow.evidence.models import Fitted, fitted
from clewline.workflow.evidence.pairs import AskedPairs, LeftOut, read_pairs

COLUMNS = ("pair", "log10_lr", "lower", "upper", "type", "log10_lr_together")
TYPE = "co_travel"

Told = Callable[[int, int | None], None]
Progress = Callable[[str], AbstractContextManager[Told]]
"""Shows how far things are while its body runs: is given what is done, gives whom to tell."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """What is said of one pair; numbers are None where there is no finding."""

    pair: str
    log10_lr: float | None
    lower: float | None
    upper: float | None
    together: float | None


@dataclass(frozen=True, kw_only=True)
class Comparisons:
    """What was said of every pair, with the account of what it rests on."""

    lines: tuple[Line, ...]
    type: str
    model: Fitted
    records: int
    """Rows that the file holds."""
    phones: int
    sites: int
    records_left_out: LeftOut
    pairs_left_out: LeftOut
    without: int
    """Pairs without a finding because a phone has no record in the window."""

    def account(self) -> dict[str, Any]:
        """Return the account as what JSON can say."""
        return {
            "type": self.type,
            "model": {"name": self.model.card.name, "version": self.model.card.version},
            "records": {
                "rows": self.records,
                "used": self.records - self.records_left_out.total,
                "left_out": _as_data(self.records_left_out),
            },
            "phones": self.phones,
            "sites": self.sites,
            "pairs": {
                "named": len(self.lines),
                "with_a_finding": sum(line.log10_lr is not None for line in self.lines),
                "no_record_in_the_window": self.without,
                "left_out": _as_data(self.pairs_left_out),
            },
        }


def nothing(words: str) -> AbstractContextManager[Told]:
    """Show nothing."""
    return nullcontext(lambda done, of: None)


def compare_files(
    *,
    records: Path,
    pairs: Path,
    model: str | None = None,
    type_name: str = TYPE,
    progress: Progress = nothing,
) -> Comparisons:
    """Return what an evidence type says of each pair.

    :raises Misused: there is no such type, or it cannot compare by places alone.
    :raises NotFound: there is no such model.
    :raises BadInput: a column is missing, or no row or no pair is left.
    """
    kind, by = fitted(type_name, model)
    if kind.compare is None:
        raise Misused(
            f"--type {type_name}: it needs more than places, and compares the phones of a case only."
        )
    gathered, bad = read_records(records, progress)
    asked = read_pairs(pairs, gathered.phones)
    phones, sites, rows = len(gathered.phones), gathered.sites, gathered.rows
    with progress("Putting them in order"):
        lines = gathered.timelines()
    with progress("Comparing") as told, ThreadPoolExecutor(CORES) as pool:
        found = kind.compare(lines, asked.pairs, by.parameters, each=_several(pool, told))
    said = _said(asked, found)
    return Comparisons(
        lines=said,
        type=type_name,
        model=by,
        records=rows,
        phones=phones,
        sites=sites,
        records_left_out=bad,
        pairs_left_out=asked.left_out,
        without=int((found.ratios.hops == 0).sum()),
    )


def findings(found: Comparisons) -> bytes:
    """Return what was said of each pair as a CSV file."""
    text = io.StringIO(newline="")
    out = csv.writer(text, lineterminator="\n")
    out.writerow(COLUMNS)
    for line in found.lines:
        numbers = (_number(v) for v in (line.log10_lr, line.lower, line.upper))
        out.writerow([line.pair, *numbers, found.type, _number(line.together)])
    return text.getvalue().encode()


def read_records(path: Path, progress: Progress) -> tuple[Gathered, LeftOut]:
    """Return the records of a file, and the rows of it that cannot be used.

    :raises BadInput: it is no such file, or no row of it can be used.
    """
    with progress("Reading the records") as told:
        gathered = gather(path, told)
    bad = LeftOut(counts=gathered.bad, first=gathered.first_bad, unit=gathered.unit)
    if bad.total == gathered.rows:
        raise BadInput(f"{path.name}: No record can be used. {' '.join(bad.words(path.name))}".strip())
    return gathered, bad


def _several(pool: Executor, told: Told) -> Any:
    """Return what does a piece of work for several blocks at a time, and tells how far it is."""

    def each(act: Callable[[Any], Any], blocks: Iterable[Any]) -> Iterator[Any]:
        some = list(blocks)
        for done, made in enumerate(pool.map(act, some), start=1):
            told(done, len(some))
            yield made

    return each


def _said(asked: AskedPairs, found: Compared) -> tuple[Line, ...]:
    of = {place: k for k, place in enumerate(asked.compared) if found.ratios.hops[k]}
    return tuple(_line(name, of.get(place), found) for place, name in enumerate(asked.names))


def _line(pair: str, k: int | None, found: Compared) -> Line:
    if k is None:
        return Line(pair=pair, log10_lr=None, lower=None, upper=None, together=None)
    value, lower, upper = (
        float(v[k]) for v in (found.ratios.log10_lr, found.ratios.lower, found.ratios.upper)
    )
    return Line(pair=pair, log10_lr=value, lower=lower, upper=upper, together=found.together)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value + 0.0:.4f}"


def _as_data(left: LeftOut) -> dict[str, Any]:
    return {
        "rows": left.total,
        "why": dict(left.counts),
        f"first_{left.unit}s": [{left.unit: line, "what": what} for line, what in left.first],
    }
