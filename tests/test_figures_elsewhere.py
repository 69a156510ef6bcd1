"""Every figure gives equal rows on DuckDB, on PostgreSQL and on Apache Spark."""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from clewline.analysis import of_entries
from clewline.analysis.columns import REFERENCE, of_table
from clewline.analysis.count import bounded
from clewline.analysis.elsewhere import Engine, tables_of, translated
from clewline.figures import Definition, Example, Figure, all_figures
from clewline.record.notation import read_notation

CASES = [
    (figure, definition, example)
    for figure in all_figures().values()
    for definition in figure.definitions
    for example in definition.examples
]
Rows = list[tuple[Any, ...]]
Run = Callable[[str, dict[str, tuple[dict[str, str], Rows]]], Rows]


def _shape(table: str) -> dict[str, str]:
    return of_table(table)


def _compare(engine: Engine, run: Run, figure: Figure, definition: Definition, example: Example) -> None:
    duck = of_entries(read_notation(example.given), as_of=example.as_of)
    start, end = example.period
    here = duck.execute(bounded(figure, definition, start, end)).fetchall()
    tables = {}
    for name in tables_of(definition):
        shape = _shape(name)
        listed = ", ".join(f'"{column}"' for column in shape)
        tables[name] = (shape, duck.execute(f"select {listed} from {name}").fetchall())
    there = run(translated(figure, definition, start=start, end=end, engine=engine), tables)
    assert sorted(map(_plain, there)) == sorted(map(_plain, here))
    assert not any(isinstance(value, float) for row in [*there, *here] for value in row)


def _plain(row: tuple[Any, ...]) -> tuple[str, ...]:
    """Return a row in words: numbers by value, whatever type the engine gives them."""
    return tuple(
        f"{Decimal(value).normalize():f}" if isinstance(value, int | Decimal) else str(value) for value in row
    )


@pytest.mark.postgres
def test_every_figure_gives_equal_rows_on_postgres(postgres: dict[str, str]) -> None:
    import psycopg

    with psycopg.connect(host=postgres["HOST"], user=postgres["USER"], dbname="postgres") as connection:
        for table, shape in REFERENCE.items():
            _postgres_table(connection, table, shape)
        filled: set[str] = set()

        def run(sql: str, tables: dict[str, tuple[dict[str, str], Rows]]) -> Rows:
            for name, (shape, rows) in tables.items():
                if name in REFERENCE and name in filled:
                    continue
                if name not in REFERENCE:
                    _postgres_table(connection, name, shape)
                listed = ", ".join(f'"{column}"' for column in shape)
                with connection.cursor().copy(f'copy "{name}" ({listed}) from stdin') as copy:
                    for row in rows:
                        copy.write_row(row)
                filled.add(name)
            return connection.execute(sql).fetchall()  # type: ignore[call-overload,no-any-return] # a text, not a literal

        for figure, definition, example in CASES:
            _compare("postgres", run, figure, definition, example)


def _postgres_table(connection: Any, name: str, shape: dict[str, str]) -> None:
    listed = ", ".join(f'"{column}" {sql_type}' for column, sql_type in shape.items())
    connection.execute(f'drop table if exists "{name}"')
    connection.execute(f'create temp table "{name}" ({listed})')


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    """A Spark session of our own, small, without its pages."""
    pyspark = pytest.importorskip("pyspark", reason="pyspark is not installed: uv sync --group spark")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        pyspark.sql.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "1")
        .config("spark.sql.codegen.wholeStage", "false")  # compiling costs more than a few rows
        .config("spark.sql.adaptive.enabled", "false")
        # Hundreds of small questions: the compiler's last stage costs more than it saves.
        .config("spark.driver.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.mark.spark
@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
def test_every_figure_gives_equal_rows_on_spark(spark: Any, tmp_path: Path) -> None:
    filled: set[str] = set()

    def run(sql: str, tables: dict[str, tuple[dict[str, str], Rows]]) -> Rows:
        for name, (shape, rows) in tables.items():
            if name in filled:
                continue
            if name in REFERENCE:
                place = str(tmp_path / f"{name}.parquet")
                of_entries([]).table(name).write_parquet(place)
                spark.read.parquet(place).cache().createOrReplaceTempView(name)
                filled.add(name)
            else:
                spark.sql(f"create or replace temp view {name} as {_literal(shape, rows)}")
        return [tuple(row) for row in spark.sql(sql).collect()]

    for figure, definition, example in CASES:
        _compare("spark", run, figure, definition, example)


def _literal(shape: dict[str, str], rows: Rows) -> str:
    """Return SQL for a small table written out: far quicker than sending rows through Python workers."""
    kinds = {"varchar": "string", "timestamp": "timestamp_ntz"}
    types = [kinds.get(t, t) for t in shape.values()]

    def cell(value: Any, sql_type: str) -> str:
        text = str(value).replace("'", "\\'")
        return f"cast({'null' if value is None else repr(text)} as {sql_type})"

    named = [f"{t} as `{c}`" for c, t in zip(shape, (f"cast(null as {t})" for t in types), strict=True)]
    lines = [", ".join(cell(v, t) for v, t in zip(row, types, strict=True)) for row in rows]
    return " union all ".join(
        [f"select {', '.join(named)} where false", *(f"select {line}" for line in lines)]
    )


def test_a_translated_selection_keeps_its_period() -> None:
    figure = all_figures()["arrests"]
    sql = translated(
        figure, figure.definition(), start=date(2023, 2, 27), end=date(2023, 3, 5), engine="postgres"
    )
    assert "2023-02-27" in sql and "$" not in sql
