"""What the tests of workbook share: files made here and ways to tell what was read."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from hypothesis import strategies as st

from clewline.formats.tables.table import Blank, Row, Table
from clewline.formats.tables.workbook import read_workbook
from clewline.record.problem import Problem

BOMB = Path(__file__).parents[4] / "shared" / "badinput" / "selfmade_bomb.xlsx"


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"


KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def written(fill: Callable, **options) -> bytes:
    """Return a workbook that `fill(workbook, first sheet)` wrote."""
    content = io.BytesIO()
    # With constant memory, texts are written in their cells; without, in the shared part.
    in_memory = not options.get("constant_memory")
    with xlsxwriter.Workbook(content, {"in_memory": in_memory, **options}) as workbook:
        fill(workbook, workbook.add_worksheet("Custody"))
    return content.getvalue()


def with_rows(rows: list[list], **options) -> bytes:
    def fill(workbook, sheet):
        for at, row in enumerate(rows):
            for column, value in enumerate(row):
                (sheet.write_string if isinstance(value, str) else sheet.write)(at, column, value)

    return written(fill, **options)


def by_hand(rows: str, *, prefix: str = "", head: str = "", **parts: str | bytes) -> bytes:
    """Return a workbook of one sheet with these rows in XML; `parts` replace or add parts, `__` being a slash."""
    p = f"{prefix}:" if prefix else ""
    xmlns = f"xmlns:{prefix}" if prefix else "xmlns"
    everything: dict[str, str | bytes] = {
        "_rels/.rels": f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{KINDS}/officeDocument" '
        'Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{KINDS}"><sheets>'
        '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{LINKS}">'
        f'<Relationship Id="r1" Type="{KINDS}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{KINDS}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r3" Type="{KINDS}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r4" Type="{KINDS}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}"><si><t>ref</t></si><si><t>name</t></si>'
        "<si><r><t>An</t></r><r><t>n</t></r><rPh sb='0' eb='1'><t>phonetic</t></rPh></si></sst>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"/>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0" encoding="UTF-8"?><{p}worksheet {xmlns}="{MAIN}">{head}'
        f"<{p}sheetData>{rows}</{p}sheetData></{p}worksheet>",
    } | {name.replace("__", "/"): text for name, text in parts.items()}
    return zipped(everything)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return content.getvalue()


HEADER = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>'


def tell(table: Table) -> list[str]:
    """Tell each item in a word: its row and its cells, rule and column, or how many blanks."""
    words = []
    for item in table.items:
        if isinstance(item, Row):
            words.append(f"{item.line} {'|'.join(item.cells)}")
        elif isinstance(item, Blank):
            words.append(f"{item.line} blank {item.records}")
        else:
            assert item.sheet == table.sheet
            words.append(" ".join(filter(None, [str(item.line), item.rule, item.column])))
    assert table.tally.balanced
    return words


def told(content: bytes, **how) -> list[str]:
    (table,) = read_workbook(content, **how)
    return tell(table)


def only_problem(content: bytes, **how) -> Problem:
    (table,) = read_workbook(content, **how)
    (problem,) = table.items
    assert table.header == () and table.tally.balanced
    assert isinstance(problem, Problem)
    return problem


GOOD = by_hand(HEADER)


plain = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("<&>\"'\n_x0041_=+@ "))


values = plain | st.integers(-(10**14), 10**14) | st.booleans()
