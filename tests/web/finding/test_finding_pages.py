"""Findings of a case on the site: weighed, read down to rows of exhibits, taken out; never a verdict."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from site_made import add, logged_in

from clewline.access import Relation, Role
from clewline.output.finding_said import said
from clewline.record import Entry
from clewline.record.kinds.phones_compared import PhonesCompared
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.workflow.evidence import kept
from clewline.workflow.intake import reverse
from clewline.workflow.phones import opened
from web.finding.two_phones import rows
from workflow.phones.phone_files import HOLDER, LINE, intake, recorded

VERDICTS = ("is the holder", "probability that", "proves", "guilty", "combined ratio", "overall ratio")


@dataclass(frozen=True)
class Case:
    """The case K1: the records of a line and of the number it moved to, and who may do what with them."""

    line: str
    phone: str
    analyst: Client
    officer: Client

    def get(self, page: str, /, **asked: Any) -> str:
        answer = self.analyst.get(f"/case/K1/{page}", asked)
        assert answer.status_code == 200, f"{page}: {answer.status_code}"
        return unescape(answer.content.decode())

    def weigh(self, **asked: Any) -> Any:
        said = {
            "line": self.line,
            "phone": self.phone,
            "types": ["co_travel", "separation", "device_continuity"],
        }
        return self.analyst.post("/case/K1/weigh/", said | asked)

    def entries(self) -> list[Entry]:
        return list(ledger.of_kinds("K1", "phones_compared"))


@pytest.fixture(scope="module")
def case(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("files")
    recorded()
    for n, (phone, minute) in enumerate((("07700 900001", 5), ("07700 900002", 12)), start=1):
        (folder / f"{n}.csv").write_text(rows(phone, minute))
        intake(folder / f"{n}.csv", exhibit=f"KM/{n}")
    return Case(
        LINE,
        HOLDER,
        logged_in(add(Role.ANALYST, Relation.OWN, "K1")),
        logged_in(add(Role.OFFICER, Relation.OWN, "K1")),
    )


@pytest.fixture(scope="module")
def weighed(case: Case) -> str:
    """A finding of all days, by three kinds of evidence."""
    assert "Nothing was weighed in this case yet" in case.get("findings/")
    answer = case.weigh()
    assert answer.status_code == 302
    return str(answer.url).rstrip("/").rpartition("/")[2]


def test_weighing_is_an_entry_and_leads_to_the_finding(case: Case, weighed: str) -> None:
    (entry,) = case.entries()
    facts = entry.facts
    assert isinstance(facts, PhonesCompared) and entry.id == weighed
    assert (facts.line, facts.phone, facts.shown) == (case.line, case.phone, "finding")
    assert [text.partition(":")[0] for text in facts.findings] == [
        "co_travel",
        "device_continuity",
        "separation",
    ]
    look = next(one for one in log.looks(case="K1") if one.act == "weigh evidence" and one.said.changed)
    assert (look.subject, look.said.changed) == (case.line, weighed)


def test_a_finding_tells_propositions_ratios_bounds_working_and_limits(case: Case, weighed: str) -> None:
    page = case.get(f"finding/{weighed}/")
    for words in (
        "One person carried both phones during the period.",
        "Two people who have nothing to do with each other carried them.",
        "Two people who travelled together carried them.",
        "95 % interval",
        "They are not multiplied",
        "likelihood ratio scale as taught by LRCFS",
        "Limits: what it cannot tell",
        "nothing here is a verdict",
        "KM/1",
        "The ratio of each day",
        "The same, against another alternative",
    ):
        assert words in page, words
    assert "say otherwise now" not in page
    assert not any(words in page for words in VERDICTS)
    assert " style=" not in page and "<style" not in page
    facts = case.entries()[0].facts
    assert isinstance(facts, PhonesCompared)
    for one in said(facts.findings):
        assert one.times in page and one.interval in page


def test_each_number_opens_rows_of_exhibits_and_nobody_else_s_number(case: Case, weighed: str) -> None:
    page = case.get(f"finding/{weighed}/")
    facts = sorted({int(n) for n in re.findall(r"rows/\?fact=(\d+)", page)})
    assert len(facts) > 3
    for fact in facts:
        rows = case.get(f"finding/{weighed}/rows/", fact=fact)
        assert re.search(r"KM/[12] line \d+", rows)
        assert set(re.findall(r"\+44[0-9]+", rows)) <= {case.line, case.phone}
    first = case.get(f"finding/{weighed}/rows/", fact=1)
    many = int(re.findall(r"Rows 1 to 25 of (\d+),", first)[0])
    last = case.get(f"finding/{weighed}/rows/", fact=1, page=-(-many // 25))
    assert f"to {many:,} of {many:,}" in last
    for strange in ("0", "99999", "x", "1e9"):
        assert case.analyst.get(f"/case/K1/finding/{weighed}/rows/", {"fact": strange}).status_code == 404


def test_the_facts_stand_apart_from_the_opinion(case: Case, weighed: str) -> None:
    page = case.get(f"finding/{weighed}/facts/")
    assert "without opinion" in page and f"Uses of {case.line} in the period." in page
    main = page[page.index("<main") : page.index("</main>")]
    assert "more probable" not in main and "support" not in main and "Ratio" not in main


def test_the_list_says_what_each_kind_said(case: Case, weighed: str) -> None:
    page = case.get("findings/")
    assert f"/case/K1/finding/{weighed}/" in page and "Weigh two phones" in page
    assert "the middle one of" in page and "no ratio" in page and "are not combined" in page
    assert "Weigh two phones" not in case.officer.get("/case/K1/findings/").content.decode()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"phone": ""}, "Select the other phone"),
        ({"phone": "+447700900999"}, "not one of the available choices"),
        ({"types": []}, "Select at least one kind of evidence."),
        (
            {"first_day": "2", "first_month": "2", "first_year": "2026"}
            | {"last_day": "1", "last_month": "2", "last_year": "2026"},
            "The last day is before the first.",
        ),
        ({"first_day": "31", "first_month": "2", "first_year": "2026"}, "Enter a valid date."),
    ],
)
def test_what_cannot_be_weighed_is_told_at_its_field(case: Case, asked: dict[str, Any], words: str) -> None:
    before = len(case.entries())
    answer = case.weigh(**asked)
    assert answer.status_code == 422 and words in unescape(answer.content.decode())
    assert len(case.entries()) == before


def test_a_phone_is_not_weighed_with_itself(case: Case) -> None:
    answer = case.weigh(phone=case.line)
    assert answer.status_code == 422 and "a phone is not weighed with itself" in unescape(
        answer.content.decode()
    )


def test_taking_it_out_asks_why_and_the_case_knows_the_file(case: Case, weighed: str) -> None:
    address = f"/case/K1/finding/{weighed}/statement/"
    assert "Why do you take it out?" in case.get(f"finding/{weighed}/statement/")
    silent = case.analyst.post(address, {"what": "rows"})
    assert silent.status_code == 422 and "Say why you take it out." in silent.content.decode()
    assert not list(ledger.of_kinds("K1", "rows_written"))
    answer = case.analyst.post(address, {"what": "rows", "reason": "For disclosure"})
    assert answer["Content-Disposition"] == f'attachment; filename="rows-{weighed}.csv"'
    (entry,) = ledger.of_kinds("K1", "rows_written")
    assert entry.facts.sha256 == sha256(answer.content).hexdigest()  # type: ignore[attr-defined]  # of rows written
    (look,) = log.looks(case="K1", most=1)
    assert (look.act, look.said.reason, look.said.to) == ("export", "For disclosure", "analyst-own-K1")
    assert look.said.copy == f"rows sha256:{sha256(answer.content).hexdigest()}"


def test_the_statement_is_a_pdf_that_the_case_knows(case: Case, weighed: str) -> None:
    address = f"/case/K1/finding/{weighed}/statement/"
    answer = case.analyst.post(address, {"what": "statement", "reason": "For the file"})
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")
    (entry,) = ledger.of_kinds("K1", "statement_written")
    assert entry.facts.pdf_sha256 == sha256(answer.content).hexdigest()  # type: ignore[attr-defined]  # of a statement
    assert entry.facts.prepared_by == "analyst own"  # type: ignore[attr-defined]  # the same


def test_another_entry_is_no_finding(case: Case) -> None:
    for entry in (opened.received("K1")[0].id, "no-such"):
        for page in ("", "facts/", "rows/", "statement/"):
            assert case.analyst.get(f"/case/K1/finding/{entry}/{page}").status_code == 404


def test_a_line_of_an_entry_that_is_not_understood_is_told_as_it_stands() -> None:
    strange, older = said(["new_kind; said so", "gone_type: 1.0000 [0.5000, 1.5000], m_1 1"])
    assert strange.title == "new_kind; said so" and strange.times == "no ratio" and strange.interval == ""
    assert older.type is None and older.title == "gone_type" and older.times == "10"
    assert older.support == "moderate, for the first proposition"


def test_a_finding_whose_records_changed_says_both(case: Case, weighed: str) -> None:
    (batch,) = [e.id for e in opened.received("K1") if e.facts.exhibit == "KM/2"]  # type: ignore[attr-defined]  # receipts
    reverse(batch, by="Moss", because="The wrong file", at=datetime.now(UTC))
    for part in ("", "facts/", "rows/"):
        assert "cannot be shown" in case.get(f"finding/{weighed}/{part}")
    assert "An IMEI can be altered" in case.get(f"finding/{weighed}/")
    answer = case.analyst.post(f"/case/K1/finding/{weighed}/statement/", {"what": "rows", "reason": "Late"})
    assert answer.status_code == 422 and len(kept._kept) <= kept.FINDINGS


def test_where_the_records_say_otherwise_now_both_are_told(case: Case, tmp_path: Path) -> None:
    (tmp_path / "2.csv").write_text(rows("07700 900002", 14, off=1.5))
    intake(tmp_path / "2.csv", exhibit="KM/3", at=datetime.now(UTC))
    (old, *_) = case.entries()
    page = case.get(f"finding/{old.id}/")
    assert "The records or a model say otherwise now." in page and "KM/3" in page and "KM/2" not in page
