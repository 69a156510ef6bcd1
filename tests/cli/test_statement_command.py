"""Weighing two phones on the command line, and the statement and its schedule as pages and PDFs."""

import getpass
import json
import re
from hashlib import sha256
from pathlib import Path

from clewline.errors import Misused, NotFound
from clewline.evidence.types import all_types
from clewline.record.kinds.phones_compared import PhonesCompared
from clewline.record.kinds.rows_written import RowsWritten
from clewline.record.kinds.statement_written import StatementWritten
from clewline.store import ledger
from cli.test_commands import good, refused
from workflow.evidence.test_evaluate import case as case  # the same small case

ASKED = ("K1", "--line", "07700 900001", "--phone", "+44 7700 900002")


def test_what_is_weighed_is_said_with_its_propositions(case: str) -> None:
    said = good("evidence", "weigh", *ASKED)
    assert "+447700900001 and +447700900002, 1 March 2026 to 6 March 2026" in said
    assert "times more probable if one person used both phones than if two people used them" in said
    assert "No ratio. No validated model says how often handsets and SIMs pass" in said
    told = json.loads(good("evidence", "weigh", *ASKED, "--json", "--type", "contacts_in_common"))
    (answer,) = told["answers"]
    (period,) = answer["periods"]
    assert period["ratio"]["least"] <= period["ratio"]["log10_lr"] <= period["ratio"]["most"]
    assert period["working"] and period["limits"]


def test_a_statement_is_the_same_bytes_each_time_and_opens_each_number(case: str, tmp_path: Path) -> None:
    fixed = ("--by", "A. Moss", "--on", "2026-05-01")
    for name in ("a", "b"):
        paths = [tmp_path / f"{name}{end}" for end in (".pdf", "-facts.pdf", ".csv", ".html")]
        wanted = [
            w for pair in zip(("--pdf", "--schedule", "--rows", "--html"), paths, strict=True) for w in pair
        ]
        good("evidence", "statement", *ASKED, *fixed, *wanted)
    for end in (".pdf", "-facts.pdf", ".csv", ".html"):
        assert (tmp_path / f"a{end}").read_bytes() == (tmp_path / f"b{end}").read_bytes()
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    (written,) = ledger.of_kinds("K1", "statement_written")
    assert isinstance(written.facts, StatementWritten)
    assert written.facts.page_sha256 == sha256((tmp_path / "a.html").read_bytes()).hexdigest()
    assert written.facts.rows_sha256 == sha256((tmp_path / "a.csv").read_bytes()).hexdigest()
    assert written.facts.pdf_sha256 == sha256((tmp_path / "a.pdf").read_bytes()).hexdigest()
    assert {said.partition(":")[0] for said in written.facts.findings} == set(all_types())
    copies = [e.facts for e in ledger.of_kinds("K1", "rows_written")]
    assert [(c.what, c.sha256) for c in copies if isinstance(c, RowsWritten)] == 2 * [
        ("schedule of facts", sha256((tmp_path / "a-facts.pdf").read_bytes()).hexdigest()),
        ("file of rows", sha256((tmp_path / "a.csv").read_bytes()).hexdigest()),
    ]
    page = (tmp_path / "a.html").read_text()
    used = set(re.findall(r'href="#f(\d+)"', page))
    assert used and used <= set(re.findall(r'id="f(\d+)"', page))
    rows = (tmp_path / "a.csv").read_text().splitlines()
    assert used <= {line.split(",")[0] for line in rows[1:]}
    assert "draft until a person who is competent" in page and "not combined into one number" in page
    assert "07700" not in page.replace("+447700900001", "").replace("+447700900002", "")
    command = re.search(r'<code class="command">(.*?)</code>', page)
    assert command is not None and "--on 2026-05-01" in command[1] and "A. Moss" in command[1]


def test_where_the_records_of_either_phone_stop_stands_among_the_limits(case: str, tmp_path: Path) -> None:
    page = tmp_path / "p.html"
    good("evidence", "statement", *ASKED, "--html", page)
    limits = page.read_text().partition("Limits</h2>")[2].partition("</ul>")[0]
    ends = re.findall(r"<li>(Exhibit [^<]+)</li>", limits)
    # The holder's second file goes on with the first, where both give the same sort of record.
    assert ends == [
        "Exhibit KM/1 gives no row of +447700900001 after 5 March 2026, nor of any other number; its authority CD/1 "
        "covers until 31 March 2026.",
        "Exhibit KM/2 gives no row of +447700900002 after 6 March 2026; its authority CD/1 covers until 31 March 2026.",
    ]
    good("evidence", "statement", *ASKED, "--to", "2026-03-04", "--html", page)
    assert "Exhibit KM/1 gives" not in page.read_text()


def test_each_way_to_compare_two_phones_leaves_an_entry_and_so_does_each_file(
    case: str, tmp_path: Path
) -> None:
    for words, shown, kinds in (
        (("weigh",), "summary", []),
        (("weigh", "--json"), "data", []),
        (("statement", "--rows", tmp_path / "r.csv"), "statement", ["rows_written"]),
        (("statement", "--schedule", tmp_path / "s.pdf"), "statement", ["rows_written"]),
        (("statement", "--html", tmp_path / "p.html"), "statement", ["statement_written"]),
    ):
        before = len(list(ledger.read("K1")))
        good("evidence", words[0], *ASKED, *words[1:])
        compared, *written = list(ledger.read("K1"))[before:]
        assert isinstance(compared.facts, PhonesCompared) and compared.facts.shown == shown
        assert compared.recorded_by == getpass.getuser()
        assert [entry.kind for entry in written] == kinds


def test_rows_that_cannot_be_written_are_an_entry_already(case: str, tmp_path: Path) -> None:
    refused("evidence", "statement", *ASKED, "--rows", tmp_path / "nowhere" / "rows.csv")
    (written,) = ledger.of_kinds("K1", "rows_written")
    assert isinstance(written.facts, RowsWritten) and written.facts.what == "file of rows"


def test_a_statement_says_what_is_wanting(case: str) -> None:
    assert isinstance(refused("evidence", "statement", *ASKED), Misused)
    assert isinstance(refused("evidence", "weigh", "K2", *ASKED[1:]), NotFound)
