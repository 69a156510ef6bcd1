"""What a week looks like: a table, CSV, a workbook, a page. Each prints the same counted week."""
