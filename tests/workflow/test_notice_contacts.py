"""A line's records are asked for contacts in school hours: under an authority, for a reason, of a child's numbers."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clewline.errors import NotAllowed, NotFound
from clewline.record import Entry
from clewline.record.kinds.contacts_noticed import ContactsNoticed
from clewline.record.kinds.line_shown import LineShown
from clewline.store import ledger
from clewline.workflow.intake import reverse
from clewline.workflow.school_hours import Noticed, Under, notice_contacts, purposes
from workflow.phones.phone_files import HOLDER, LINE, authority, generic, intake, recorded
from workflow.school_hours_made import CHILD, LATER, PERSON, ROWS, TOLD, append, made

PURPOSE = "preventing or detecting serious crime"


def ask(line: str = "L1", *, reference: str = "CD/1", **more: Any) -> Noticed:
    under = Under(authority=reference, because="Is she used by the line?", purpose=more.pop("purpose", None))
    return notice_contacts("K1", line, under, by="Ash", at=more.pop("at", LATER), **more)


def kept() -> list[Entry]:
    return list(ledger.of_kinds("K1", "contacts_noticed"))


def looks() -> list[LineShown]:
    return [one.facts for one in ledger.of_kinds("K1", "line_shown") if isinstance(one.facts, LineShown)]


@pytest.mark.usefixtures("embedded")
def test_what_is_noticed_is_one_entry_with_the_entries_and_rows_behind_it(tmp_path: Path) -> None:
    made(tmp_path)
    found = ask()
    (entry,) = kept()
    assert found.new == (entry,) and found.known == () and found.numbers == 1
    facts = entry.facts
    assert isinstance(facts, ContactsNoticed)
    assert (facts.person, facts.line, facts.number, facts.force) == (PERSON, "L1", CHILD, "kent")
    assert (facts.school_days, facts.uses, facts.to_line) == (3, 4, 1)
    assert (facts.first_day, facts.last_day) == (date(2026, 3, 2), date(2026, 3, 11))
    assert (facts.authority, facts.purpose) == ("CD/1", PURPOSE)
    assert facts.reason == "Is she used by the line?" and facts.said_in == ("K1-p2",)
    (receipt,) = ledger.of_kinds("K1", "phone_records")
    assert facts.rows == tuple(f"{receipt.id}:{line}" for line in (2, 3, 5, 4))
    assert entry.recorded_by == "Ash"
    (look,) = looks()
    assert (look.shown, look.asked) == ("contacts in school hours", (LINE,))


@pytest.mark.usefixtures("embedded")
def test_a_second_run_adds_nothing_but_that_somebody_looked(tmp_path: Path) -> None:
    made(tmp_path)
    first = ask()
    again = ask(at=LATER.replace(hour=10))
    assert len(kept()) == 1 and len(looks()) == 2
    assert again.new == () and [one.facts for one in again.known] == [one.facts for one in first.new]
    # A record that came since is noticed with the others.
    more = tmp_path / "more.csv"
    more.write_text(generic({"start": "2026-03-12T10:00:00", "other": CHILD}))
    intake(more, exhibit="KM/2", at=LATER.replace(hour=11))
    third = ask(at=LATER.replace(hour=12))
    assert len(third.new) == 1 and len(kept()) == 2


@pytest.mark.usefixtures("embedded")
def test_of_whom_the_number_is_no_longer_said_nothing_is_looked_for(tmp_path: Path) -> None:
    made(tmp_path)
    append("c1: on 2026-03-20 correction p2, withdraws K1-p2", at=LATER.replace(hour=8))
    with pytest.raises(NotAllowed, match="the records were not asked"):
        ask()
    assert kept() == [] and looks() == []


@pytest.mark.usefixtures("embedded")
@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"reference": "CD/9"}, "has no authority 'CD/9'"),
        ({"line": "L9"}, "No line of the case is recorded"),
        ({"line": HOLDER}, "No line of the case is recorded"),
        ({"purpose": "idle hands"}, f"states no such purpose; it states: {PURPOSE}"),
        ({"start": date(2026, 2, 28)}, "covers 2026-03-01 to 2026-03-31"),
        ({"end": date(2026, 4, 1)}, "covers 2026-03-01 to 2026-03-31"),
        ({"start": date(2026, 3, 9), "end": date(2026, 3, 8)}, "last day is before the first"),
        ({"reference": "CD/2"}, "states no purpose"),
        ({"reference": "CD/3"}, "states several purposes; name one"),
        ({"reference": "CD/4"}, "names no number of the line L1"),
        ({"reference": "CD/5"}, "no phone records that were taken in under CD/5"),
    ],
)
def test_what_no_authority_covers_is_refused_with_the_reason(
    tmp_path: Path, more: dict[str, Any], refusal: str
) -> None:
    made(tmp_path)
    recorded(authority(reference="CD/2", purposes=()))
    recorded(authority(reference="CD/3", purposes=("one", "two")))
    recorded(authority(reference="CD/4", identifiers=(HOLDER,)))
    recorded(authority(reference="CD/5"))
    with pytest.raises((NotAllowed, NotFound), match=refusal):
        ask(**more)
    assert kept() == [] and looks() == []


@pytest.mark.usefixtures("embedded")
def test_there_is_no_such_case() -> None:
    with pytest.raises(NotFound, match="There is no case K1"):
        ask()


@pytest.mark.usefixtures("embedded")
def test_only_records_under_the_authority_are_asked_and_only_of_the_line_s_days(tmp_path: Path) -> None:
    # Two of the days stand in a file that was taken in under another authority.
    made(tmp_path, rows=ROWS[:1])
    recorded(authority(reference="CD/6", purposes=("safeguarding",)))
    other = tmp_path / "other.csv"
    other.write_text(generic(*ROWS[1:]))
    intake(other, exhibit="KM/2", reference="CD/6")
    assert ask().new == ask(reference="CD/6", at=LATER.replace(hour=10)).new == () and kept() == []


@pytest.mark.usefixtures("embedded")
def test_before_a_number_was_the_line_s_nobody_is_noticed(tmp_path: Path) -> None:
    made(tmp_path, TOLD.replace("used from 2026-03-01", "used from 2026-03-03"))
    assert ask().new == ()
    assert len(looks()) == 1


@pytest.mark.usefixtures("embedded")
def test_a_number_that_the_line_gave_up_before_the_days_asked_about_is_passed_over(tmp_path: Path) -> None:
    made(tmp_path, TOLD.replace("used from 2026-03-01", "used from 2026-03-01, used to 2026-03-20"))
    assert ask(start=date(2026, 3, 21), at=LATER.replace(hour=8)).new == ()
    # Of days on which there is no use at all nothing is found either.
    assert ask(start=date(2026, 3, 13), end=date(2026, 3, 14)).new == ()
    assert len(ask(LINE).new) == 1


@pytest.mark.usefixtures("embedded")
def test_several_lines_of_one_number_are_named_by_their_ids(tmp_path: Path) -> None:
    also = f'l3: on 2026-03-01 line number L2/1, line L2, number "{LINE}", used from 2026-03-01, force kent'
    made(tmp_path, f"{TOLD}{also}\n")
    with pytest.raises(NotFound, match="name one by its id"):
        ask(LINE)
    assert len(ask("L2").new) == 1


@pytest.mark.usefixtures("embedded")
def test_records_that_were_taken_back_are_not_asked(tmp_path: Path) -> None:
    made(tmp_path)
    (receipt,) = ledger.of_kinds("K1", "phone_records")
    reverse(receipt.id, by="Moss", because="wrong file", at=LATER.replace(hour=8))
    with pytest.raises(NotFound, match="no phone records that were taken in under CD/1"):
        ask()


@pytest.mark.usefixtures("embedded")
def test_the_purposes_that_may_be_named_are_those_of_authorities_that_say_what_they_cover() -> None:
    recorded(authority(purposes=("one", "two")))
    recorded(authority(reference="CD/2", purposes=()))
    assert [(one.reference, purpose) for one, purpose in purposes("K1")] == [("CD/1", "one"), ("CD/1", "two")]
