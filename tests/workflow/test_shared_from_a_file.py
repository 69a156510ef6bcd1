"""What a file says was shared is held to the basis that a page asks for, row by row; the rest of the file is taken."""

import csv
import io
from datetime import timedelta

import pytest

from clewline.case import known
from clewline.store import ledger
from clewline.store.verify import verify
from clewline.workflow.intake import take_in
from clewline.workflow.taking import Outcome
from workflow.files import AT

pytestmark = pytest.mark.usefixtures("record")

WHEN = iter(range(1, 10_000))
WHO = ("Agency", "Client Number", "Date of Birth", "Gender")
SHARED = (
    *("Sharing Number", "Shared On", *WHO, "Recipient", "Fields Shared", "Why Needed", "Shared By", "Basis"),
    *("Referral Number", "Open Until"),
)
ASKED = ("Consent Number", "Asked On", *WHO, "Consent To", "Answer", "Partner", "Asked By", "Form")
CHILD, ADULT = "2 Mar 2010", "2 Mar 1980"
USUAL = {
    "Agency": "Kent Police",
    "Client Number": "P1",
    "Gender": "Male",
    "Recipient": "Harbour Trust",
    "Fields Shared": "name | born",
    "Why Needed": "To meet them.",
    "Shared By": "Moss",
    "Shared On": "5 Mar 2023",
    "Consent To": "SHR",
    "Asked By": "Moss",
    "Partner": "Harbour Trust",
}


def shared(number: int, basis: str, born: str, **more: str) -> dict[str, str]:
    return {"Sharing Number": f"S{number}", "Basis": basis, "Date of Birth": born, **more}


def asked(number: int, answer: str, day: str, born: str = ADULT, **more: str) -> dict[str, str]:
    said = {
        "Consent Number": f"C{number}",
        "Answer": answer,
        "Asked On": f"{day} Mar 2023",
        "Date of Birth": born,
    }
    return said | more


def take(columns: tuple[str, ...], *some: dict[str, str]) -> Outcome:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=";", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(USUAL | one for one in some)
    at = AT + timedelta(minutes=next(WHEN))
    return take_in(text.getvalue().encode("cp1252"), file="sent.csv", case="K1", by="Moss", at=at)


def held(outcome: Outcome) -> list[int]:
    account = outcome.account
    assert account.records == account.taken + account.known + account.problems + account.blank
    assert {one.rule for one in outcome.problems} <= {"sharing-basis"}
    assert account.withheld == len(outcome.problems)
    return [one.line for one in outcome.problems]


def subjects() -> list[str]:
    return [one.subject for one in known.standing(ledger.read("K1")) if one.kind == "information_shared"]


def test_a_row_whose_basis_does_not_hold_is_told_with_its_line_and_the_others_are_taken() -> None:
    outcome = take(
        SHARED,
        shared(1, "CHLD", CHILD),
        shared(2, "CHLD", ADULT),
        shared(3, "RISK", ADULT),
        shared(4, "RISK", CHILD),
        shared(5, "LEGL", ADULT),
        shared(6, "CONS", ADULT, **{"Client Number": "P6"}),
        # Of unknown age, they are treated as a child.
        shared(7, "CHLD", "", **{"Client Number": "P7"}),
        shared(8, "RISK", "", **{"Client Number": "P8"}),
    )
    assert held(outcome) == [3, 5, 7, 9]
    assert subjects() == ["S1", "S3", "S5", "S7"]
    whys = [one.what for one in outcome.problems]
    assert "kent/P1" in whys[0] and "“safeguarding a child”. They are recorded as 18 or over" in whys[0]
    assert "treated as a child" in whys[1] and "No consent of theirs to sharing information with" in whys[2]
    assert all("take the same file in again" in one.do for one in outcome.problems)


def test_an_adult_s_consent_is_the_last_word_by_that_day_and_what_they_say_later_leaves_it_recorded() -> None:
    take(
        ASKED,
        asked(1, "GVN", "4"),
        asked(2, "WDN", "9"),
        asked(3, "GVN", "6", **{"Client Number": "P2"}),
        asked(4, "GVN", "4", **{"Client Number": "P3", "Partner": "Quay"}),
        asked(5, "GVN", "3", **{"Client Number": "P4"}),
        asked(6, "RFD", "4", **{"Client Number": "P4"}),
        asked(7, "GVN", "4", **{"Client Number": "P5"}),
        asked(8, "RFD", "8", **{"Client Number": "P5", "Consent To": "REF"}),
    )
    some = [shared(n, "CONS", ADULT, **{"Client Number": f"P{n}"}) for n in range(1, 6)]
    assert held(take(SHARED, *some)) == [3, 4, 5]
    assert subjects() == ["S1", "S5"]


def test_once_the_consent_is_recorded_the_same_file_adds_the_row_and_nothing_twice() -> None:
    some = shared(1, "CONS", ADULT), shared(2, "LEGL", ADULT)
    assert held(take(SHARED, *some)) == [2]
    take(ASKED, asked(1, "GVN", "4"))
    again = take(SHARED, *some)
    assert held(again) == [] and (again.account.taken, again.account.known) == (1, 1)
    assert sorted(subjects()) == ["S1", "S2"]
    assert [one.case for one in verify()] == ["K1"]


MAPPING = """
name = "both"
title = "What was asked and what was shared, in one file"
dates = "dd/mm/yyyy"
delimiter = ";"
[[record]]
name = "row"
[[record.entry]]
kind = "consent"
day = "Day"
subject = "{Number}/C"
unless_empty = ["Answer"]
[record.entry.fields]
force = "Force"
person = "Who"
to = { value = "sharing information" }
answer = "Answer"
taken_by = { value = "Moss" }
[[record.entry]]
kind = "person"
day = "Day"
subject = "{Force}/{Who}"
unless_empty = ["Born"]
[record.entry.fields]
force = "Force"
number = "Who"
born = "Born"
[[record.entry]]
kind = "information_shared"
day = "Day"
subject = "{Number}/S"
unless_empty = ["Basis"]
[record.entry.fields]
force = "Force"
person = "Who"
recipient = { value = "Harbour Trust" }
fields = { value = "name" }
reason = { value = "To meet them." }
shared_by = { value = "Moss" }
basis = "Basis"
"""


def rows(*some: str, minutes: int = 0) -> Outcome:
    content = "\n".join(["Number;Day;Force;Who;Born;Answer;Basis", *some, ""]).encode()
    at = AT + timedelta(days=1, minutes=minutes)
    return take_in(content, file="both.csv", case="K1", by="Moss", at=at, mapping=MAPPING)


def test_what_earlier_rows_of_the_file_say_counts() -> None:
    outcome = rows(
        "1;01/03/2023;Kent Police;P1;02/03/1980;given;consent",
        "2;02/03/2023;Kent Police;P1;;;safeguarding a child",
        "3;02/03/2023;Kent Police;P1;;;safeguarding an adult at risk",
        "4;03/03/2023;Kent Police;P1;;withdrawn;consent",
    )
    assert held(outcome) == [3, 5] and subjects() == ["1/S", "3/S"]
    # A later export says that they are younger: what it replaces no longer counts.
    later = rows("5;04/03/2023;Kent Police;P1;02/03/2010;;safeguarding a child", minutes=5)
    assert held(later) == [] and "5/S" in subjects()
