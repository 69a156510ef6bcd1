"""Records of phones as columns that many pairs are compared by: CSV or Parquet, millions of rows a second."""

from clewline.analysis.records.gather import CORES, Gathered, gather

__all__ = ["CORES", "Gathered", "gather"]
