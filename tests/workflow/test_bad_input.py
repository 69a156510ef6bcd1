"""Whatever a file is, intake ends in an account that balances or in a refusal, quickly and in little memory."""

import io
import subprocess
import sys
import time
import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from clewline.errors import BadInput
from clewline.store import ledger
from clewline.workflow.intake import take_in
from clewline.workflow.taking import Outcome
from workflow.files import AT, CUSTODY, ROW, custody

SECONDS = 10
MEGABYTES = 500


def intake(content: bytes, file: str = "file.csv") -> Outcome:
    outcome = take_in(content, file=file, case="K1", by="Moss", at=AT)
    a = outcome.account
    assert a.records == a.taken + a.known + a.problems + a.blank
    return outcome


def rules(outcome: Outcome) -> list[str]:
    return [p.rule for p in outcome.problems if p.records]


GOOD = custody({}, {"Custody No": "C2", "Person No": "P2"}, {"Custody No": "C3", "Person No": "P3"})


@pytest.mark.parametrize(
    ("content", "taken", "expected"),
    [
        (b"\xef\xbb\xbf" + GOOD, 3, []),
        (GOOD.replace(b"\r\n", b"\n", 2), 3, []),
        (GOOD.replace(b"\r\n", b"\r"), 3, []),
        (GOOD.decode().encode("utf-16"), 3, []),
        (GOOD.replace(b"C2,Kent Police,P2,Ng", b"C2,Kent Police,P2,N\xe9"), 2, ["not-utf-8"]),
        (GOOD.replace(b"C2,Kent Police,P2,Ng", b'C2,Kent Police,P2,"Ng'), 2, ["quote-never-closes"]),
        (GOOD.replace(b"C2,Kent Police,P2,Ng", b"C2,Kent Police,P2,N\x00"), 2, ["control-character"]),
        (GOOD.replace(b"C2,Kent Police,P2", b"C2,Kent Police,"), 2, ["missing"]),
        (GOOD + b",,,,\r\n\r\nTotal,3\r\n", 3, ["wrong-number-of-cells"]),
        (GOOD.replace(b"C2,Kent Police,P2,Ng", b"C2,Kent Police,P2,=1+1"), 3, []),
        (GOOD.replace(b"02/03/2008", b"02/03/2024", 1), 2, ["cannot-be-true"]),
        (GOOD.replace(b"MD71170", b"ZZ99999", 1), 2, ["unknown-offence-code"]),
    ],
)
def test_what_is_wrong_is_named_and_what_is_good_is_kept(
    embedded: str, content: bytes, taken: int, expected: list[str]
) -> None:
    outcome = intake(content)
    assert (outcome.account.taken, rules(outcome)) == (taken, expected)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"PK\x03\x04 not a workbook", b"\x00" * 100, b'"', b"\xff\xfe"]
)
def test_what_is_no_table_is_refused_with_a_sentence(embedded: str, content: bytes) -> None:
    with pytest.raises(BadInput) as refused:
        intake(content)
    assert str(refused.value).endswith(".")
    assert ledger.cases() == []


def workbook(write: object) -> bytes:
    """Return a workbook with a good drugs register, and whatever `write` adds."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("drugs")
    header = ("exhibit_ref", "date_seized", "force_id", "unit_name", "line_ref", "operation", "drug_type")
    sheet.write_row(0, 0, (*header, "weight_kg", "pack_count", "pack_type", "est_value_gbp"))
    for n in range(1, 5):
        sheet.write_row(n, 0, (f"E{n}", None, "kent", "CID", "L1", "", "heroin", 0.5, 3, "WRAP", 100))
        sheet.write_datetime(n, 1, __import__("datetime").datetime(2023, 3, n), day)
    write(book, sheet)  # type: ignore[operator] # a function given by the test
    book.close()
    return out.getvalue()


def _formula(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_formula(2, 7, "=1+1", None, 2)


def _hidden(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    other = book.add_worksheet("old")
    other.write_row(0, 0, ("exhibit_ref", "x"))
    other.write_row(1, 0, ("E9", 1))
    other.hide()


def _negative(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.write_number(2, 7, -0.5)


def _merged(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.merge_range(1, 3, 2, 3, "CID")


@pytest.mark.parametrize(
    ("write", "taken", "rule"),
    [
        (_formula, 3, "formula"),
        (_hidden, 4, "hidden-sheet"),
        (_negative, 3, "cannot-be-true"),
        (_merged, 2, "merged-cells"),
    ],
)
def test_a_workbook_keeps_its_good_rows(embedded: str, write: object, taken: int, rule: str) -> None:
    outcome = intake(workbook(write), "property.xlsx")
    assert outcome.account.taken == taken
    assert set(rules(outcome)) == {rule}
    assert date(2023, 3, 3) in {e.day for e in ledger.read("K1")}


def _bomb() -> bytes:
    """A workbook of 100 kB that unpacks to 60 MB."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(lambda book, sheet: None))) as good,
        zipfile.ZipFile(out, "w") as bad,
    ):
        for name in good.namelist():
            content = good.read(name)
            if name == "xl/worksheets/sheet1.xml":
                rows = b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(9, 10))
                content = content.replace(b"</sheetData>", rows * 1_400_000 + b"</sheetData>")
            bad.writestr(name, content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _nested_quotes() -> bytes:
    line = ",".join('"' if c == "Surname" else ROW[c] for c in CUSTODY)
    return custody({}) + f"{line}\r\n".encode() * 100_000


MEASURED = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(code, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""Runs a command and prints its exit code and its largest memory. A process's own peak begins with that of the one
that started it, and this test run may be large by now: a small process stands between."""


@pytest.mark.slow
@pytest.mark.parametrize(("name", "make"), [("bomb.xlsx", _bomb), ("quotes.csv", _nested_quotes)])
def test_a_hostile_file_costs_little(embedded: str, tmp_path: Path, name: str, make: object) -> None:
    path = tmp_path / name
    path.write_bytes(make())  # type: ignore[operator] # one of the two above
    began = time.monotonic()
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            MEASURED,
            sys.executable,
            "-m",
            "clewline.cli",
            "intake",
            str(path),
            "--case",
            "K1",
        ],
        env={"CLEWLINE_HOME": str(tmp_path / "home"), "PATH": "", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    code, kilobytes = map(int, done.stdout.split()[-2:])
    assert time.monotonic() - began < SECONDS * 3, "far more than the few seconds that it should take"
    assert code in (0, 5), done.stderr[-500:]
    assert "Traceback" not in done.stderr
    assert kilobytes / 1024 < MEGABYTES
