"""What the record looks like to people: words, tables, drawings, pages, documents. Each prints what was counted."""
