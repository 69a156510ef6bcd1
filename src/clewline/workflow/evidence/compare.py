"""Compare the phones of many pairs by one evidence type, from records in a file."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from clewline.analysis.phones.local import zone_named
from clewline.analysis.records import CORES, Gathered, gather
from clewline.evidence.clock import BRITISH
from clewline.evidence.evidence_type import Compared
from clewline.workflow.evidence.comparisons import Comparisons, Line, Progress, Told, nothing, nothing_of
from clewline.workflow.evidence.models import fitted
from clewline.workflow.evidence.one_by_one import one_by_one
from clewline.workflow.evidence.pairs import AskedPairs, LeftOut, left_out, read_pairs


def compare_files(
    *,
    records: Path,
    pairs: Path,
    model: str | None = None,
    type_name: str | None = None,
    zone: str = BRITISH,
    progress: Progress = nothing,
) -> Comparisons:
    """Return what an evidence type says of each pair: the one named, or the model's.

    :raises Misused: there is no such type, or it has no model; or no such time zone.
    :raises NotFound: there is no such model.
    :raises BadInput: a column is missing, or no row or no pair is left.
    """
    zone_named(zone)
    kind, by = fitted(type_name, model)
    if kind.compare is None:
        return one_by_one(kind, by, records, pairs, progress, zone)
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
        type=kind.name,
        model=by,
        records=rows,
        phones=phones,
        sites=sites,
        records_left_out=bad,
        pairs_left_out=asked.left_out,
        without=int((found.ratios.hops == 0).sum()),
    )


def read_records(path: Path, progress: Progress) -> tuple[Gathered, LeftOut]:
    """Return the records of a file, and the rows of it that cannot be used.

    :raises BadInput: it is no such file, or no row of it can be used.
    """
    with progress("Reading the records") as told:
        gathered = gather(path, told)
    return gathered, left_out(gathered, path)


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
        return nothing_of(pair)
    value, lower, upper = (
        float(v[k]) for v in (found.ratios.log10_lr, found.ratios.lower, found.ratios.upper)
    )
    return Line(pair=pair, log10_lr=value, lower=lower, upper=upper, together=found.together)
