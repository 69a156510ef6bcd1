"""The record laid out for counting: Parquet files, some for each kind, kept up with the ledger.

The ledger is the truth and these files can be deleted at any time. A file is written beside the others and
comes into force when the manifest that names it replaces the old one, so a kill leaves the old state. Most
refreshes add a file; where a later entry ends an earlier one, the files of the kinds concerned are written
anew with the interval closed.
"""

import fcntl
import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from clewline.analysis.columns import columns
from clewline.analysis.manifest import FORMAT, Manifest, Stored
from clewline.analysis.tables import ENVELOPE_ARROW, connect, opened
from clewline.case.known import FOREVER, Closing, Interval, known_intervals
from clewline.record.codec import from_bytes
from clewline.record.kinds.batch_reversed import BatchReversed
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.disposal import Disposal

EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Parquet instants are UTC without saying so."""
AT_ONCE = 50_000
ROWS = 16_384
"""Rows that lie together in a file: a week of ten million entries then reads a fifth less than with many."""
SEGMENTS = 12
"""Files of a kind above which a refresh writes them as one: many small files slow every count."""


class Projection:
    """The Parquet files of one ledger, in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.spill = folder / "spill"

    def files(self) -> dict[str, list[Path]]:
        """Return the files in force, by kind."""
        return {
            kind: [self.folder / name for name in names] for kind, names in self._manifest().files.items()
        }

    def refresh(
        self,
        *,
        last: tuple[int, bytes],
        hash_of: Callable[[int], bytes | None],
        rows: Callable[[int], Iterable[Stored]],
        batch_files: Callable[[], Mapping[str, str]],
    ) -> int:
        """Bring the files up to the ledger's last entry and return how many entries were new.

        `last` is the number and hash of that entry, `hash_of` the ledger's hash of an entry by number, `rows`
        its entries after a number, `batch_files` the file of each batch. Files that were built from another
        ledger, or an older one that was put back, are built again from the start.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with _alone(self.folder):
            manifest = self._manifest()
            if manifest.seq and (hash_of(manifest.seq) or b"").hex() != manifest.hash:
                manifest = Manifest()
            if manifest.seq == last[0]:
                return 0
            added = _Refresh(self, manifest).run(rows(manifest.seq), batch_files())
            manifest.seq, manifest.hash = last[0], last[1].hex()
            self._put_in_force(manifest)
            return added

    def _manifest(self) -> Manifest:
        try:
            said = json.loads((self.folder / "manifest.json").read_text())
            if said["format"] != FORMAT:
                return Manifest()
            manifest = Manifest(**said)
            grown = any(manifest.columns[kind] != list(columns(kind)) for kind in manifest.files)
            return Manifest() if grown else manifest
        except (OSError, ValueError, KeyError, TypeError):
            return Manifest()

    def _put_in_force(self, manifest: Manifest) -> None:
        manifest.columns = {kind: list(columns(kind)) for kind in manifest.files}
        arriving = self.folder / "manifest.arriving"
        arriving.write_text(json.dumps(asdict(manifest)))
        arriving.replace(self.folder / "manifest.json")
        kept = {name for names in manifest.files.values() for name in names}
        for old in self.folder.glob("*.parquet"):
            if old.name not in kept:
                old.unlink()


class _Refresh:
    """One refresh: what arrives is staged by kind, then written beside or merged into what was there."""

    def __init__(self, projection: Projection, manifest: Manifest) -> None:
        self.folder = projection.folder
        self.manifest = manifest
        self.duck = connect(projection.spill)
        self.staged: set[str] = set()
        self.closings: list[Closing] = []
        self.disposed: list[str] = []

    def run(self, rows: Iterable[Stored], files: Mapping[str, str]) -> int:
        added, through = 0, self.manifest.seq
        waiting: dict[str, list[Stored]] = defaultdict(list)
        held = 0
        for row in rows:
            through = row.seq
            if row.payload is None:
                continue
            self._watch(row)
            waiting[row.kind].append(row)
            added, held = added + 1, held + 1
            if held >= AT_ONCE:
                self._stage(waiting, files)
                held = 0
        self._stage(waiting, files)
        intervals = self._ended()
        for kind in sorted({*self.staged, *self.manifest.files}):
            self._write(kind, intervals, through)
        self.manifest.closings += [{**asdict(c), "at": c.at.isoformat()} for c in self.closings]
        self.manifest.disposed += self.disposed
        self.duck.close()
        return added

    def _watch(self, row: Stored) -> None:
        """Note what the row ends, if it ends anything."""
        at = datetime.fromtimestamp(0, UTC) + timedelta(microseconds=row.recorded_us)
        if row.kind in ("correction", "batch_reversed", "disposal") and row.payload is not None:
            facts, _ = from_bytes(row.kind, row.payload)
            if isinstance(facts, Correction):
                self._close(row, facts.withdraws, "withdrawn", at)
            elif isinstance(facts, BatchReversed):
                self._close(row, facts.batch, "batch reversed", at)
            elif isinstance(facts, Disposal):
                self.disposed.append(facts.disposed)
        elif row.corrects is not None:
            self._close(row, row.corrects, "replaced", at)

    def _close(self, row: Stored, closes: str, how: Any, at: datetime) -> None:
        self.closings.append(Closing(id=row.entry_id, closes=closes, how=how, at=at, batch=row.batch))

    def _stage(self, waiting: dict[str, list[Stored]], files: Mapping[str, str]) -> None:
        for kind, rows in waiting.items():
            self.duck.register("arriving", _arrow(rows, files))
            into = f"insert into new_{kind}" if kind in self.staged else f"create table new_{kind} as"
            self.duck.execute(f"{into} {opened(kind, 'arriving')}")
            self.duck.unregister("arriving")
            self.staged.add(kind)
        waiting.clear()

    def _sources(self, kind: str) -> str:
        """Return SQL for all rows of a kind, those in force and those staged."""
        listed = ", ".join(map(_name, columns(kind)))
        parts = [f"select {listed} from new_{kind}"] if kind in self.staged else []
        if old := self.manifest.files.get(kind):
            paths = ", ".join("'" + f"{self.folder / n}".replace("'", "''") + "'" for n in old)
            parts.append(f"select {listed} from read_parquet([{paths}])")
        return " union all ".join(parts)

    def _ended(self) -> dict[str, list[Interval]]:
        """Return the intervals of every entry that something new in the ledger ends."""
        if not self.closings and not self.disposed:
            return {}
        before = [Closing(**{**c, "at": datetime.fromisoformat(c["at"])}) for c in self.manifest.closings]
        touched = {c.closes for c in self.closings} | set(self.disposed)
        # An entry whose correction is itself withdrawn or reversed is touched too.
        gone_batches = {c.closes for c in self.closings if c.how == "batch reversed"}
        touched |= {c.closes for c in before if c.id in touched or c.batch in gone_batches}
        recorded = {}
        kinds = {*self.staged, *self.manifest.files}
        self.duck.register("closed", pa.table({"id": pa.array(sorted(touched), pa.string())}))
        for kind in kinds:
            found = self.duck.execute(
                f"select distinct entry_id, recorded_at, batch from ({self._sources(kind)}) "
                "where entry_id in (select id from closed) or batch in (select id from closed)",
            ).fetchall()
            recorded.update({entry: (at.replace(tzinfo=UTC), batch) for entry, at, batch in found})
        intervals = known_intervals([*before, *self.closings], recorded)
        return intervals | {entry: [] for entry in self.disposed}

    def _write(self, kind: str, intervals: Mapping[str, list[Interval]], through: int) -> None:
        old = self.manifest.files.get(kind, [])
        touched = bool(intervals) and self._touches(kind, intervals)
        if kind not in self.staged and not touched:
            return
        merge = touched or len(old) >= SEGMENTS
        source = self._sources(kind) if merge else f"select * from new_{kind}"
        if touched:
            source = self._with_intervals(kind, source, intervals)
        name = f"{kind}-{through}.parquet"
        if name in old:
            name = f"{kind}-{through}-anew.parquet"
        written = f"format parquet, compression zstd, row_group_size {ROWS}"
        place = str(self.folder / name).replace("'", "''")
        self.duck.execute(f"copy ({source} order by day, entry_id) to '{place}' ({written})")
        self.manifest.files[kind] = [name] if merge else [*old, name]

    def _touches(self, kind: str, intervals: Mapping[str, list[Interval]]) -> bool:
        self.duck.register("touched", pa.table({"entry_id": pa.array(list(intervals), pa.string())}))
        found = self.duck.execute(
            f"select 1 from ({self._sources(kind)}) where entry_id in (select entry_id from touched) limit 1"
        ).fetchall()
        return bool(found)

    def _with_intervals(self, kind: str, source: str, intervals: Mapping[str, list[Interval]]) -> str:
        """Return SQL that gives each row the intervals in which it was known; a row never known vanishes."""
        ended = [(i, a, b) for i, spans in intervals.items() for a, b in spans]
        self.duck.register(
            "ended",
            pa.table(
                {
                    "entry_id": pa.array([i for i, _, _ in ended], pa.string()),
                    "known_from": pa.array([a.replace(tzinfo=None) for _, a, _ in ended], pa.timestamp("us")),
                    "known_to": pa.array([b.replace(tzinfo=None) for _, _, b in ended], pa.timestamp("us")),
                }
            ),
        )
        names = {column: _name(column) for column in columns(kind)}
        own = [name for column, name in names.items() if column not in ("known_from", "known_to")]
        listed = ", ".join(names.values())
        joined = ", ".join(f"r.{name}" if name in own else f"e.{name}" for name in names.values())
        return (
            f"with source as ({source}), once as (select distinct {', '.join(own)} from source "
            "where entry_id in (select entry_id from touched)) "
            f"select {listed} from source where entry_id not in (select entry_id from touched) "
            f"union all select {joined} from once r join ended e on e.entry_id = r.entry_id"
        )


def _name(column: str) -> str:
    """Return a column's name as SQL takes it, whatever word it is: consent is `to` something."""
    return f'"{column}"'


def _arrow(rows: Sequence[Stored], files: Mapping[str, str]) -> pa.Table:
    instants = [EPOCH + timedelta(microseconds=r.recorded_us) for r in rows]
    forever = FOREVER.replace(tzinfo=None)
    return pa.table(
        {
            "entry_id": [r.entry_id for r in rows],
            "case_id": [r.case_id for r in rows],
            "subject": [r.subject for r in rows],
            "day": [r.day for r in rows],
            "recorded_at": instants,
            "known_from": instants,
            "known_to": [forever] * len(rows),
            "recorded_by": [r.recorded_by for r in rows],
            "batch": [r.batch for r in rows],
            "source_file": [files.get(r.batch or "") for r in rows],
            "source_sheet": [r.sheet for r in rows],
            "source_line": [r.line for r in rows],
            "payload": [(r.payload or b"").decode() for r in rows],
        },
        schema=ENVELOPE_ARROW,
    )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold the folder against another process that refreshes it at the same time."""
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
