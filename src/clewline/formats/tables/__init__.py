"""Received bytes to tables: text with delimiters and workbooks, every record of them a row, a problem or a blank."""
