"""No notice of contacts in school hours outlives the file behind it; one that rests on others too says what is gone."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from clewline.case import known
from clewline.record import Entry
from clewline.record.kinds.contacts_noticed import ContactsNoticed
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.intake import Undone, reverse
from clewline.workflow.notices_undone import words
from clewline.workflow.school_hours import Noticed, Under, notice_contacts
from cli.test_commands import good
from workflow.phones.phone_files import generic, intake
from workflow.school_hours_made import CHILD, LATER, PERSON, TOLD, made

MORE = {"start": "2026-03-12T10:00:00", "other": CHILD}


def ask(at: datetime) -> Noticed:
    return notice_contacts("K1", "L1", Under(authority="CD/1", because="Is she used?"), by="Ash", at=at)


def standing() -> list[Entry]:
    return [one for one in known.standing(ledger.read("K1")) if isinstance(one.facts, ContactsNoticed)]


def undo(receipt: Entry, at: datetime) -> Undone:
    return reverse(receipt.id, by="Moss", because="wrong file", at=at)


def second_file(folder: Path, at: datetime) -> None:
    path = folder / "more.csv"
    path.write_text(generic(MORE))
    intake(path, exhibit="KM/2", at=at)


@pytest.mark.usefixtures("record")
def test_one_that_rests_on_the_file_alone_is_withdrawn_with_it_and_both_stay_readable(tmp_path: Path) -> None:
    made(tmp_path)
    (noticed,) = ask(LATER).new
    (receipt,) = ledger.of_kinds("K1", "phone_records")
    done = undo(receipt, LATER.replace(hour=10))
    assert (done.notices, done.notices_left) == (1, 0) and standing() == []
    (withdrawal,) = ledger.of_kinds("K1", "correction")
    assert withdrawal.because == f"The batch {receipt.id} behind it was undone: wrong file"
    assert withdrawal.recorded_by == "Moss" and noticed in list(ledger.read("K1"))


@pytest.mark.usefixtures("embedded")
def test_one_behind_which_rows_of_another_file_stand_says_so_until_the_records_are_asked_again(
    tmp_path: Path,
) -> None:
    made(tmp_path)
    second_file(tmp_path, LATER)
    (before,) = ask(LATER).new
    first, second = ledger.of_kinds("K1", "phone_records")
    done = undo(second, LATER.replace(hour=10))
    assert (done.gone, done.notices, done.notices_left) == (1, 0, 1)
    (left,) = standing()
    assert isinstance(left.facts, ContactsNoticed) and isinstance(before.facts, ContactsNoticed)
    assert left.corrects == before.id and left.day == before.day and left.facts.rows_withdrawn == 1
    assert set(before.facts.rows) - set(left.facts.rows) == {f"{second.id}:2"}
    again = ask(LATER.replace(hour=11))
    assert len(again.new) == 1 and not again.known
    # With the file that is left, all go that rest on it.
    done = undo(first, LATER.replace(hour=12))
    assert (done.notices, done.notices_left) == (2, 0) and standing() == []


@pytest.mark.usefixtures("embedded")
def test_so_it_is_with_the_file_that_said_that_the_number_is_theirs(tmp_path: Path) -> None:
    def file_said(batch: str) -> None:
        used = f"number used {PERSON}, force kent, person {PERSON}, number {CHILD}, basis returned to her"
        receipt = (
            f"received {batch}, sha256 {batch}, file f.csv, size 1, mapping m, records 1, taken 1, entries 1"
        )
        some = read_notation(f"{batch}-1: on 2026-03-01 {used}\n{batch}: on 2026-03-01 {receipt}")
        at = LATER
        ledger.append([replace(one, case="K1", batch=batch, recorded_at=at) for one in some])

    made(tmp_path, TOLD[: TOLD.index("p2:")])
    file_said("B1"), file_said("B2")
    ask(LATER)
    one, two = (entry for entry in ledger.of_kinds("K1", "received"))
    done = undo(one, LATER.replace(hour=10))
    (left,) = standing()
    assert (done.gone, done.notices, done.notices_left) == (1, 0, 1)
    assert isinstance(left.facts, ContactsNoticed)
    assert left.facts.said_in == ("B2-1",) and left.facts.rows_withdrawn is None
    done = undo(two, LATER.replace(hour=11))
    assert (done.notices, done.notices_left) == (1, 0) and standing() == []


@pytest.mark.usefixtures("embedded")
def test_of_another_file_nothing_changes(tmp_path: Path) -> None:
    made(tmp_path)
    ask(LATER)
    second_file(tmp_path, LATER)
    before = standing()
    _, second = ledger.of_kinds("K1", "phone_records")
    done = undo(second, LATER.replace(hour=10))
    assert (done.notices, done.notices_left) == (0, 0) and standing() == before != []


@pytest.mark.usefixtures("embedded")
def test_the_command_tells_how_many(tmp_path: Path) -> None:
    made(tmp_path)
    ask(LATER)
    (receipt,) = ledger.of_kinds("K1", "phone_records")
    told = good("undo", receipt.id, "--because", "wrong file")
    assert "1 notice of contacts in school hours withdrawn with it." in told


def test_it_is_told_in_words_and_of_none_nothing_is_said() -> None:
    assert words(0, 0) == ""
    assert words(2, 0) == "2 notices of contacts in school hours withdrawn with it."
    assert words(0, 1) == "1 notice of such contacts stands on other rows, and says that some were withdrawn."
    assert words(1, 2).endswith(
        "2 notices of such contacts stand on other rows, and say that some were withdrawn."
    )
