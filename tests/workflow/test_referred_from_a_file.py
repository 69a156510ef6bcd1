"""An adult's referral without consent, and a child's report, are held back from a file row by row."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from clewline.errors import NotAllowed
from clewline.record import Statement
from clewline.record.notation import WRITTEN_AT, read_notation
from clewline.store import ledger
from clewline.store.verify import verify
from clewline.workflow.intake import reverse, take_in
from clewline.workflow.taking import Outcome
from workflow.files import AT

HEADER = (
    "Event Number;Event Date;Event Code;Agency;Team;Client Number;Client Surname;Client First Names;Date of Birth;"
    "Gender;Ethnic Origin;County Line;Operation;Concern;Partner;NRM Reference"
)
BORN = {"child": "1 Mar 2008", "adult": "1 Mar 1988", "unknown": ""}


def row(number: str, code: str, who: str, day: str = "3 Mar 2023") -> str:
    return f"{number};{day};{code};Kent Police;Hub;{who};;;{BORN[who]};Male;;;;;;"


def intake(*rows: str, minutes: int = 0) -> Outcome:
    content = "\r\n".join([HEADER, *rows, ""]).encode("cp1252")
    at = AT + timedelta(minutes=minutes)
    return take_in(content, file="events.csv", case="K1", by="Moss", at=at, mapping="lighthouse")


def kinds() -> Counter[str]:
    return Counter(one.kind for one in ledger.read("K1"))


ROWS = (
    row("E1", "NRM", "child"),
    row("E2", "NRM", "adult"),
    row("E3", "NRM", "unknown"),
    row("E4", "DTN", "child"),
    row("E5", "DTN", "unknown"),
    row("E6", "DTN", "adult"),
    row("E7", "REF", "adult"),
)


@pytest.mark.usefixtures("record")
def test_it_is_told_with_its_line_and_its_rule_and_the_rest_is_taken() -> None:
    outcome = intake(*ROWS)
    held = [(one.line, one.rule) for one in outcome.problems]
    assert held == [(3, "nrm-consent"), (5, "child-is-referred"), (6, "child-is-referred")]
    assert outcome.account.withheld == 3
    a = outcome.account
    assert a.records == a.taken + a.known + a.problems + a.blank == 7
    found = kinds()
    assert (found["nrm_referral"], found["duty_to_notify"], found["safeguarding_referral"]) == (2, 1, 1)
    assert all("take the same file in again" in one.do for one in outcome.problems)
    # Once they were asked, the same file adds the referral and nothing twice.
    intake(row("E0", "CNY", "adult", "2 Mar 2023"), minutes=1)
    again = intake(*ROWS, minutes=2)
    assert (again.account.taken, again.account.withheld) == (1, 2)
    assert kinds()["nrm_referral"] == 3 and kinds()["duty_to_notify"] == 1
    assert [one.case for one in verify()] == ["K1"]


@pytest.mark.usefixtures("record")
def test_an_answer_in_an_earlier_row_of_the_file_counts_and_a_refusal_does_not() -> None:
    asked = row("E0", "CNY", "adult"), row("E1", "NRM", "adult")
    assert intake(*asked).account.withheld == 0 and kinds()["nrm_referral"] == 1
    refused = row("E2", "CNN", "adult", "4 Mar 2023"), row("E3", "NRM", "adult", "4 Mar 2023")
    outcome = intake(*refused, minutes=1)
    assert [one.rule for one in outcome.problems] == ["nrm-consent"]


@pytest.mark.usefixtures("record")
def test_any_other_append_is_refused_whole() -> None:
    def add(minutes: int, *notation: str) -> None:
        at = WRITTEN_AT + timedelta(minutes=minutes)
        some = read_notation("\n".join(notation))
        ledger.append([replace(one, recorded_at=at, source=Statement("Moss")) for one in some])

    grown = "p: on 2023-03-01 person kent/1, force kent, number 1, born 1990-01-01"
    referral = "n: on 2023-03-04 nrm referral N1, force kent, person kent/1"
    consent = (
        "o: on 2023-03-04 consent O1, force kent, person kent/1, to NRM referral, answer given, taken by Moss"
    )
    with pytest.raises(NotAllowed, match="no consent to an NRM referral stands"):
        add(1, grown, referral)
    add(2, grown, consent)
    with pytest.raises(NotAllowed, match="no consent to an NRM referral stands"):
        add(3, "w: on 2023-03-04 correction o, withdraws o", referral)
    add(4, referral)
    with pytest.raises(NotAllowed, match="A child is always referred"):
        add(5, "t: on 2023-03-04 duty to notify T1, force kent, person kent/2")


@pytest.mark.usefixtures("record")
def test_a_file_with_the_consent_is_not_undone_under_the_referral_and_nothing_is_lost() -> None:
    asked = intake(row("E0", "CNY", "adult", "2 Mar 2023"), row("E8", "REF", "child"))
    referred = intake(row("E1", "NRM", "adult"), minutes=1)
    assert asked.batch and referred.batch
    before = kinds()
    with pytest.raises(
        NotAllowed, match=r"The NRM referral .* rests on the consent .* Withdraw the referral first"
    ):
        reverse(asked.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=2))
    assert kinds() == before
    reverse(referred.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=3))
    done = reverse(asked.batch, by="Moss", because="wrong", at=AT + timedelta(minutes=4))
    assert done.gone == asked.account.entries
