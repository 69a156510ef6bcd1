"""Delimited text as columns, millions of cells a second, where it is so plain that it can be read in one way only.

A text is plain where it holds no quote and no control character and ends every line alike: then a record is a line and
a cell is what stands between two delimiters. Whatever is not plain is left to the exact reader of `formats.tables`.
Each distinct text of a column is read once, by the function that reads a single cell; so nothing is guessed here.
"""
