"""A week as people see it: at a terminal, in a spreadsheet, on a page. Each shows the same counted numbers."""

import csv
import io
import json
import re
import zipfile
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console

from clewline.bulletin.week import as_written
from clewline.errors import Misused
from clewline.output import charts, table, words
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.open import numbers
from cli.week_story import STORY, WEEK, counted, printed, run


@pytest.fixture
def kept(embedded: str) -> None:
    """The story is in the record."""
    ledger.append(read_notation(STORY))


# The table


def test_the_table_prints_the_week_and_how_to_open_a_number(kept: None) -> None:
    said = run(*WEEK).stdout
    assert "The week of 27 February to 5 March 2023" in said
    assert re.search(r"Arrests +2 +1 +2", said), "both forces report one arrest: it counts in each"
    assert said.rstrip().endswith("clewline trace lines_closed 2023-02-27")


def test_that_nobody_charged_a_child_unconsidered_is_a_result_beside_charges_and_nothing_without(
    kept: None,
) -> None:
    title = r"Charges of children without a recorded consideration of section 45 0"
    assert re.search(title, " ".join(run(*WEEK).stdout.split()))
    before = run("2023-01-09", "--as-of", "2023-03-06T09:00:00").stdout
    assert "Arrests" in before and "Charges" not in before


def test_a_rate_is_printed_with_what_it_divides_by_what(kept: None) -> None:
    said = run(*WEEK, "--since", "2022-12-01").stdout
    assert re.search(r"Line holders arrested who were charged +100 %", said)
    assert "(1 of 1 line holders arrested)" in said
    assert "The programme, 1 December 2022 to 5 March 2023" in said


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
def test_no_line_of_the_table_is_wider_than_the_terminal(kept: None, width: int) -> None:
    found = counted(force=None, since=date(2022, 12, 1), before=date(2023, 1, 2), with_published=True)
    said = printed(found, width=width, published=True)
    assert max(map(len, said.splitlines())) <= width
    for value in ("£1,284.50", "100 %"):
        assert value in said, "a number is never cut"


def test_forces_go_before_numbers_where_there_is_no_room_and_the_table_says_so(kept: None) -> None:
    narrow = " ".join(printed(counted(), width=50).split())
    assert "There is no room here for kent, metropolitan apart" in narrow
    wide = printed(counted(), width=120)
    assert "There is no room" not in wide
    assert "custody 1" in wide


def test_what_was_published_stands_beside_the_number_and_says_where_it_differs(kept: None) -> None:
    said = run(*WEEK, "--force", "metropolitan", "--published").stdout
    assert re.search(r"Arrests +2 +=2\+2 *\n", said)
    assert re.search(r"Lines closed +1 +5 <b>lines</b> *(\n +)?differs", said)
    assert "vehicles_seized: 3 cars\ufffd[31m [M3]" in said, "what cannot be printed steers no terminal"
    assert "\x1b" not in said


def test_a_change_is_printed_with_its_sign(kept: None) -> None:
    said = run(*WEEK, "--before", "2023-01-09").stdout
    assert "Change since 9 to 15 January 2023" in said
    assert re.search(r"Arrests +1 +2 +\+100\.0 %", said)


def test_a_week_with_nothing_in_it_says_so(kept: None) -> None:
    assert "Nothing in the record counts in this period" in run("2001-01-01").stdout


def test_the_demonstration_is_called_made_up(kept: None) -> None:
    assert words.MADE_UP not in printed(counted(), width=1000)
    out = table.as_table(counted(), width=1000, cases=("demo",))
    console = Console(file=(text := io.StringIO()), width=1000)
    console.print(out)
    assert words.MADE_UP in text.getvalue()


# JSON and CSV


def test_json_keeps_its_shape(kept: None) -> None:
    said = json.loads(run(*WEEK, "--force", "metropolitan", "--json").stdout)
    assert said["period"] == {"start": "2023-02-27", "end": "2023-03-05"}
    arrests = next(f for f in said["figures"] if f["name"] == "arrests" and not f["qualifiers"])
    assert arrests["value"] == 2
    assert arrests["entries"] == ["B1:2", "B1:3"]
    assert {"name", "qualifiers", "value", "unit", "definition_version", "entries"} <= set(arrests)


def test_csv_has_a_row_for_each_number_and_for_each_force(kept: None) -> None:
    found = list(csv.DictReader(io.StringIO(run(*WEEK, "--csv").stdout)))
    arrests = [r for r in found if r["name"] == "arrests" and not r["qualifiers"]]
    said = {(r["definition_version"], r["force"]): (r["value"], r["entries"]) for r in arrests}
    assert said["custody 1", ""] == ("2", "3")
    assert said["custody 1", "kent"] == ("1", "")
    assert said["custody 1", "metropolitan"] == ("2", "")


def test_nothing_published_becomes_a_formula_in_csv(kept: None) -> None:
    said = run(*WEEK, "--force", "metropolitan", "--published", "--csv").stdout
    cells = [cell for row in csv.reader(io.StringIO(said)) for cell in row]
    assert "'=2+2" in cells
    assert not [c for c in cells if c.startswith(("=", "+", "@"))]


def test_json_and_csv_exclude_each_other(kept: None) -> None:
    with pytest.raises(Misused, match="--json or --csv"):
        run(*WEEK, "--json", "--csv")


def test_a_day_that_is_none_is_refused(kept: None) -> None:
    with pytest.raises(Misused, match="write a day as 2023-02-27"):
        run("27/02/2023")


# The workbook


def test_the_workbook_holds_every_entry_as_text_and_no_formula(kept: None, tmp_path: Path) -> None:
    path = tmp_path / "week.xlsx"
    result = run(*WEEK, "--force", "metropolitan", "--published", "--xlsx", str(path))
    assert result.stdout == ""
    assert str(path) in result.stderr
    with zipfile.ZipFile(path) as book:
        names = re.findall(r'<sheet name="(\w+)"', book.read("xl/workbook.xml").decode())
        sheets = [book.read(n).decode() for n in book.namelist() if n.startswith("xl/worksheets/sheet")]
        strings = book.read("xl/sharedStrings.xml").decode()
    assert names == ["Week", "Programme", "Published", "Rows"]
    assert not any("<f>" in sheet for sheet in sheets)
    assert "=2+2" in strings
    assert "B2:2.2" in strings
    assert "=cmd|'/c calc'!A0.xlsx" in strings


def test_the_same_week_writes_the_same_workbook(kept: None, tmp_path: Path) -> None:
    one, other = tmp_path / "one.xlsx", tmp_path / "other.xlsx"
    for path in (one, other):
        run(*WEEK, "--xlsx", str(path))
    assert one.read_bytes() == other.read_bytes()


def test_a_file_that_cannot_be_written_is_refused(kept: None, tmp_path: Path) -> None:
    with pytest.raises(Misused, match="cannot be written"):
        run(*WEEK, "--html", str(tmp_path))


# Words and charts


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2023, 3, 1), date(2023, 3, 1), "1 March 2023"),
        (date(2023, 3, 1), date(2023, 3, 7), "1 to 7 March 2023"),
        (date(2023, 2, 27), date(2023, 3, 5), "27 February to 5 March 2023"),
        (date(2022, 12, 30), date(2023, 1, 5), "30 December 2022 to 5 January 2023"),
    ],
)
def test_a_period_says_once_what_both_days_share(start: date, end: date, said: str) -> None:
    assert words.period_words(start, end) == said


@pytest.mark.parametrize(
    ("value", "unit", "said"),
    [
        (None, "percent", "not known"),
        (Decimal(80), "percent", "80 %"),
        (Decimal("88.08"), "percent", "88.1 %"),
        (Decimal("652214"), "GBP", "£652,214"),
        (Decimal("11.5"), "GBP", "£11.50"),
        (Decimal("13500"), "EUR", "13,500 EUR"),
        (Decimal("8.3000"), "kg", "8.3 kg"),
        (Decimal("380.5833333337"), "years", "380.6 years"),
        (Decimal(3300), "people", "3,300"),
    ],
)
def test_a_number_is_written_as_a_reader_expects(value: Decimal | None, unit: str, said: str) -> None:
    assert as_written(value, unit) == said


@pytest.mark.parametrize("most", [1, 3, 5, 9, 65, 162, 1800, 99_999])
def test_no_column_stands_above_its_axis(most: int) -> None:
    drawing = charts.columns({date(2023, 1, 1): Decimal(most)}, id_="x", title="Arrests")
    rect = re.search(r'class="bar" x="[\d.]+" y="([\d.]+)"', drawing)
    assert rect is not None
    assert float(rect[1]) >= 14
    assert 2 <= drawing.count('class="tick"') <= 8


def test_a_chart_of_nothing_is_still_a_chart() -> None:
    assert 'height="0"' in charts.columns({date(2023, 1, 1): Decimal(0)}, id_="x", title="Arrests")
    assert "<svg" in charts.bars([], id_="y", title="Nothing")


def test_a_name_in_a_chart_is_escaped() -> None:
    bar = charts.Bar(title="<script>", value=Decimal(1), written="1")
    assert "<script>" not in charts.bars([bar], id_="x", title="By force")


def test_the_command_that_opens_a_number_can_be_typed_as_it_stands(kept: None) -> None:
    found = counted(force="metropolitan", since=date(2022, 12, 1))
    said = [words.trace_command(found, c) for c in numbers(found)]
    assert "clewline trace lines_closed 2023-02-27 --force metropolitan --where 'type=Type 1'" in said
    assert "clewline trace lines_closed 2022-12-01 --end 2023-03-05 --force metropolitan" in said
