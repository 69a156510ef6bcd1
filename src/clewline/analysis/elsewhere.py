"""A figure's selection for other engines: the same SQL, translated, to give the same rows."""

from datetime import date
from typing import ClassVar, Literal

import sqlglot
from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB
from sqlglot.tokenizer_core import TokenType

from clewline.analysis.count import bounded
from clewline.figures import Definition, Figure

Engine = Literal["postgres", "spark"]


class Selections(DuckDB):
    """DuckDB's SQL, in which `force` is a column: sqlglot 30.0.3 takes the bare word for MySQL's FORCE."""

    class Tokenizer(DuckDB.Tokenizer):
        """DuckDB's tokens without FORCE."""

        KEYWORDS: ClassVar[dict[str, TokenType]] = {
            word: token for word, token in DuckDB.Tokenizer.KEYWORDS.items() if token != TokenType.FORCE
        }


def translated(figure: Figure, definition: Definition, *, start: date, end: date, engine: Engine) -> str:
    """Return the SQL that selects the figure's rows from `start` to `end` on another engine."""
    sql = bounded(figure, definition, start, end)
    return sqlglot.transpile(sql, read=Selections, write=engine)[0]


def tables_of(definition: Definition) -> set[str]:
    """Return the tables that a selection reads, its own named steps left out."""
    parsed = sqlglot.parse_one(definition.select, read=Selections)
    steps = {step.alias for step in parsed.find_all(exp.CTE)}
    return {table.name for table in parsed.find_all(exp.Table)} - steps
