"""DuckDB over the phone records of one case: Parquet files of rows, each known as (file, line)."""
