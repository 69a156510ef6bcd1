"""DuckDB over the record: figures are counted here, and nowhere else."""

import duckdb

from clewline.analysis.tables import of_entries, of_parquet

Tables = duckdb.DuckDBPyConnection
"""A connection whose views are the kinds of entry, as known at one instant."""

__all__ = ["Tables", "of_entries", "of_parquet"]
