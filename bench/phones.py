"""Phone records taken in, beside DuckDB's bare `read_csv` to Parquet of the same file, and faults planted in a file.

The file has twenty million clean rows of twelve columns. Ours is the whole act: cut, read, hash, hold to the
authority, account for every record, write the rows and put them in the record; with every number covered the file
itself is kept too, copied and flushed to the disk, and with one number of forty left out it is not. DuckDB copies what
it reads, without a hash, a scope or an account, in the same memory. The two take turns, each in a process of its own.

In the other file faults of every kind are planted: each must be reported with its line, and every good row kept.
"""

import random
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from typing import Any

from bench.measure import Goal, apart, spread

ROWS, TIMES = 20_000_000, 3
PHONES = 40
FAULTS, FAULTY_ROWS = 10_000, 1_000_000
AT = datetime(2026, 10, 1, tzinfo=UTC)
MEMORY = 1024
"""MB that each may hold."""
SECONDS_OF_PERIOD = 90 * 86_400
HEADER = "phone,start,end,service,direction,other,imei,operator,cell,lat,lon,azimuth"
GOOD = "44770090{phone:04},2026-01-02T{hour:02}:00:00,,text,out,447700911222,,north,234-10-501-204,56.1000,2.5000,120"
PLANTED = (
    ("impossible-time", "start", "2026-02-30T10:00:00"),
    ("impossible-time", "start", "2026-01-02T25:00:00"),
    ("unknown-service", "service", "carrier pigeon"),
    ("number-in-scientific-notation", "phone", "4.4E+11"),
    ("wrong-number-of-cells", "", ""),
    ("too-many-cells", "", ""),
)
"""Faults: the rule expected where it is one, the column spoiled, and what stands in it."""


def run() -> dict[str, Any]:
    """Return the ratio of DuckDB's seconds to ours, memory, and what became of planted faults."""
    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        path = Path(folder) / "records.csv"
        apart("phones:make", path=str(path), rows=ROWS)
        ours: dict[str, list[dict[str, Any]]] = {"some_dropped": [], "all_kept": []}
        bare: list[dict[str, Any]] = []
        for _ in range(TIMES):
            for name, covered in (("some_dropped", PHONES - 1), ("all_kept", PHONES)):
                bare.append(apart("phones:copy", path=str(path)))
                ours[name].append(apart("phones:take_in", path=str(path), covered=covered))
        size = path.stat().st_size
        faulty = Path(folder) / "faulty.csv"
        planted = apart("phones:planted", path=str(faulty))
    ratios = {
        name: [b["seconds"] / o["seconds"] for b, o in zip(bare[at::2], runs, strict=True)]
        for at, (name, runs) in enumerate(ours.items())
    }
    peak = max(o["peak_mb"] for runs in ours.values() for o in runs)
    goals = [
        Goal("to Parquet, a number dropped: times bare DuckDB", _mid(ratios["some_dropped"]), 0.6, "", False),
        Goal("the same, and the file itself kept on the disk", _mid(ratios["all_kept"]), 0.6, "", False),
        Goal("memory of intake", peak, MEMORY, "MB", True),
        Goal("planted faults reported with their line", planted["reported"], FAULTS, "", False),
        Goal("good rows kept beside them", planted["kept"], FAULTY_ROWS - FAULTS, "", False),
    ]
    return {
        "goals": [goal.told() for goal in goals],
        "rows": ROWS,
        "bytes": size,
        "ratio": {name: spread(some) for name, some in ratios.items()},
        "ours": {
            name: {
                "seconds": spread([o["seconds"] for o in runs]),
                "processor_seconds": spread([o["processor_seconds"] for o in runs]),
                "peak_mb": max(o["peak_mb"] for o in runs),
                "account": runs[-1]["account"],
            }
            for name, runs in ours.items()
        },
        "duckdb": {
            "seconds": spread([b["seconds"] for b in bare]),
            "processor_seconds": spread([b["processor_seconds"] for b in bare]),
            "peak_mb": max(b["peak_mb"] for b in bare),
        },
        "planted": planted,
    }


def _mid(numbers: list[float]) -> float:
    return round(median(numbers), 3)


def make(path: str, rows: int) -> dict[str, int]:
    """Write clean rows of twelve columns, made by DuckDB."""
    import duckdb

    hashed = "hash(i + {})".format
    duckdb.sql(f"set memory_limit = '2GB'; set temp_directory = '{Path(path).parent / 'spill'}'")
    duckdb.sql("set preserve_insertion_order = false")
    at = f"timestamp '2026-01-01' + to_seconds(i * {SECONDS_OF_PERIOD} // {rows}"
    duckdb.sql(
        f"""
        copy (
            select
                '44770090' || lpad((hash(i) % {PHONES})::varchar, 4, '0') as phone,
                strftime({at}), '%Y-%m-%dT%H:%M:%S') as start,
                strftime({at} + {hashed(1)} % 300), '%Y-%m-%dT%H:%M:%S') as "end",
                case {hashed(2)} % 3 when 0 then 'call' when 1 then 'text' else 'data' end as service,
                case {hashed(3)} % 2 when 0 then 'out' else 'in' end as direction,
                '44770091' || lpad(({hashed(4)} % 9999)::varchar, 4, '0') as other,
                '0010112345' || lpad((hash(i) % {PHONES})::varchar, 4, '0') as imei,
                'north' as operator,
                '234-10-' || (500 + {hashed(5)} % 60)::varchar || '-' || (100 + {hashed(5)} % 900)::varchar as cell,
                printf('%.4f', 56.0 + ({hashed(5)} % 3000) / 3000.0) as lat,
                printf('%.4f', 2.0 + ({hashed(5)} % 2900) / 2900.0) as lon,
                ({hashed(5)} % 12) * 30 as azimuth
            from range({rows}) t(i)
        ) to '{path}' (header)
        """
    )
    return {"rows": rows}


def copy(path: str) -> dict[str, float]:
    """Copy the file to Parquet by DuckDB alone."""
    import duckdb

    with tempfile.TemporaryDirectory(prefix="clewline-bench-") as folder:
        connection = duckdb.connect()
        connection.execute(f"set memory_limit = '{MEMORY}MB'; set temp_directory = '{folder}/spill'")
        connection.execute("set preserve_insertion_order = false")
        begun, spent = time.perf_counter(), time.process_time()
        connection.execute(
            f"copy (select * from read_csv('{path}')) to '{folder}/bare.parquet' (format parquet)"
        )
        return {"seconds": time.perf_counter() - begun, "processor_seconds": time.process_time() - spent}


def take_in(path: str, covered: int) -> dict[str, Any]:
    """Take the file in under an authority for so many of its phones."""
    _authorise(covered)
    begun, spent = time.perf_counter(), time.process_time()
    outcome = _taken(Path(path))
    seconds, processor = time.perf_counter() - begun, time.process_time() - spent
    account = outcome.account
    if account.problems or account.records != ROWS or outcome.whole != (covered == PHONES):
        raise AssertionError(f"{account.records} records, {account.problems} problems")
    return {
        "seconds": seconds,
        "processor_seconds": processor,
        "account": {"taken": account.taken, "out_of_scope": account.out_of_scope},
    }


def planted(path: str) -> dict[str, Any]:
    """Plant faults in good rows, take the file in, and count which are reported and which good rows are kept."""
    import duckdb

    from clewline.workflow.phones import opened

    _authorise(PHONES)
    spoiled = dict(_spoil(Path(path)))
    outcome = _taken(Path(path))
    # The report lists every problem that cost a record.
    found: dict[int, set[str]] = {}
    for problem in outcome.problems:
        if problem.records and problem.line is not None:
            found.setdefault(problem.line, set()).add(problem.rule)
    right = [
        line
        for line, rule in spoiled.items()
        if rule in found.get(line, ()) or (found.get(line) and not rule)
    ]
    kept = opened.kept("K1")[0].path
    lines = duckdb.sql(f"select count(distinct line) from read_parquet('{kept}')").fetchone()
    bad = ",".join(map(str, spoiled))
    among = duckdb.sql(f"select count(*) from read_parquet('{kept}') where line in ({bad})").fetchone()
    assert lines is not None and among is not None
    return {
        "planted": len(spoiled),
        "reported": len(right),
        "reported_elsewhere": len(set(found) - set(spoiled)),
        "kept": lines[0] - among[0],
        "kept_though_spoiled": among[0],
        "account": {"records": outcome.account.records, "problems": outcome.account.problems},
    }


def _spoil(path: Path) -> "list[tuple[int, str]]":
    """Write the file and return the line of each fault with the rule that should name it, or nothing."""
    chance = random.Random(7)
    at = sorted(chance.sample(range(FAULTY_ROWS), FAULTS))
    names = HEADER.split(",")
    told: list[tuple[int, str]] = []
    faults = iter(at)
    following = next(faults)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER + "\n")
        for row in range(FAULTY_ROWS):
            line = GOOD.format(phone=row % PHONES, hour=row % 24)
            if row == following:
                following = next(faults, -1)
                rule, column, value = PLANTED[len(told) % len(PLANTED)]
                cells = line.split(",")
                if rule == "too-many-cells":
                    rule, cells = "wrong-number-of-cells", [*cells, "x", "y"]
                elif not column:
                    cells = cells[:7]
                else:
                    cells[names.index(column)] = value
                told.append((row + 2, rule))
                line = ",".join(cells)
            file.write(line + "\n")
    return told


def _authorise(covered: int) -> None:
    from clewline.record.kinds.authority import Authority
    from clewline.workflow.phones import authorities

    facts = Authority(
        nature="communications data authorisation",
        reference="CD/1",
        purposes=("preventing or detecting serious crime",),
        identifiers=tuple(f"+44770090{n:04}" for n in range(covered)),
        covers_from=date(2026, 1, 1),
        covers_to=date(2026, 6, 30),
        data=("events data",),
    )
    authorities.record(facts, case="K1", day=date(2026, 1, 1), by="bench", at=AT)


def _taken(path: Path) -> Any:
    from clewline.record.kinds.exhibit import Exhibit
    from clewline.workflow.phones.intake import take_in_phones
    from clewline.workflow.phones.reading import OpenedPhones, open_phones

    def opens() -> OpenedPhones:
        found = open_phones(path, mapping=None, number=None)
        if found is None:
            raise AssertionError("The generic layout does not read its own file.")
        return found

    return take_in_phones(
        path,
        case="K1",
        authority="CD/1",
        exhibit=Exhibit(reference="B/1", handed_over_by="bench"),
        by="bench",
        at=AT,
        opens=opens,
    )
