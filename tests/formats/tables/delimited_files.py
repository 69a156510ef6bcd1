"""What the tests of delimited share: files made here and ways to tell what was read."""

from pathlib import Path

from hypothesis import strategies as st

from clewline.formats.tables.delimited import read_delimited
from clewline.formats.tables.table import Row, Table
from clewline.record.problem import Problem

SHARED = Path(__file__).parents[4] / "shared" / "badinput"


def told(content: str | bytes, **how) -> list[str]:
    """Read the content and tell each item in a word: its line and its cells, rule or `blank`."""
    table = read_delimited(content.encode() if isinstance(content, str) else content, **how)
    return tell(table)


def tell(table: Table) -> list[str]:
    words = []
    for item in table.items:
        if isinstance(item, Row):
            words.append(f"{item.line} {'|'.join(item.cells)}")
        else:
            words.append(f"{item.line} {item.rule if isinstance(item, Problem) else 'blank'}")
    assert table.tally.balanced
    assert table.tally.records == len([word for word in words if not word.endswith("rows-inside-a-quote")])
    return words


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(",;\t|\"\r\n'="))
