"""DuckDB over the record: figures are counted here, and nowhere else."""
