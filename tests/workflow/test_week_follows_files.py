"""The week is counted from the record: it follows whatever the files say, and nothing else."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from clewline.bulletin.week import Week, as_json, financial_year, fits
from clewline.errors import Misused
from clewline.record import Entry, Statement
from clewline.record.kinds.correction import Correction
from clewline.record.kinds.line_closure import LineClosure
from clewline.simulate import Margins, default_margins, simulate
from clewline.store import ledger
from clewline.workflow.intake import take_in
from clewline.workflow.trace import trace
from clewline.workflow.week import count_week

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def fill(margins: Margins, seed: int) -> None:
    for file in simulate(margins, seed=seed):
        if file.name.endswith((".csv", ".xlsx")) and file.name != "blemishes.csv":
            take_in(file.content, file=file.name, case="K1", by="Moss", at=NOW)


def counted(margins: Margins, *, as_of: datetime = NOW) -> Week:
    return count_week(
        start=margins.start,
        end=margins.end,
        as_of=as_of,
        force=margins.force,
        since=margins.since,
        with_published=True,
    )


def numbers(week: Week) -> dict[tuple[str, ...], Decimal | int | None]:
    """Every line of the week and the programme by figure, qualifiers and period."""
    return {
        (
            "since" if section in week.programme else "week",
            line.counted.figure.name,
            *(f"{k}={v}" for k, v in line.counted.qualifiers.items()),
        ): line.counted.value
        for section in (*week.sections, *week.programme)
        for line in section.lines
        if line.counted.definition is line.counted.figure.definitions[0]
    }


def assert_follows(margins: Margins, week: Week) -> None:
    found = numbers(week)
    expected = {
        ("week", "arrests"): margins.arrests,
        ("week", "people_charged"): margins.people_charged,
        ("week", "charges"): margins.charges,
        ("week", "charges", "offence=drug trafficking"): margins.charges_drug_trafficking,
        ("week", "charges", "drug_class=A+B"): margins.charges_class_a_and_b,
        ("week", "people_safeguarded"): margins.people_safeguarded,
        ("week", "lines_closed"): margins.lines_closed,
        ("week", "drugs_seized_weight", "drug_class=A"): margins.class_a_kg,
        ("week", "drugs_seized_weight", "drug_class=B"): margins.class_b_kg,
        ("week", "cash_seized"): margins.cash_gbp,
        ("week", "firearms_seized"): margins.firearms,
        ("week", "weapons_seized"): margins.weapons,
        ("since", "people_charged", "offence=modern slavery"): margins.modern_slavery_defendants,
        ("since", "charges", "offence=modern slavery"): margins.modern_slavery_charges,
    }
    assert {key: found.get(key, 0) for key in expected} == expected
    assert found["week", "drugs_seized_value"] > margins.drugs_value_gbp  # type: ignore[operator] # a number
    for name, over in (
        ("lines_closed", margins.lines_closed_since),
        ("arrests", margins.arrests_since),
        ("line_holders_arrested", margins.line_holders_arrested),
    ):
        value = found["since", name]
        assert value is not None and over < value <= over + 100
    for name, percent in (
        ("line_holders_charged", margins.line_holders_charged_percent),
        ("line_holders_convicted", margins.line_holders_convicted_percent),
        ("prior_arrest_rate", margins.earlier_violence_percent),
    ):
        value = found["since", name]
        assert value is not None and round(value) == percent


@pytest.fixture(scope="module")
def real_week() -> Margins:
    return default_margins()


@pytest.fixture
def filled(embedded: str, real_week: Margins) -> Iterator[Margins]:
    fill(real_week, 1)
    yield real_week


@pytest.mark.slow
def test_the_real_week_comes_out_of_the_files_and_opens_to_them(filled: Margins) -> None:
    week = counted(filled)
    assert_follows(filled, week)
    answered = [line for s in (*week.sections, *week.programme) for line in s.lines if line.published]
    assert len(answered) >= 12
    assert [line.counted.title for line in answered if line.differs] == []
    followed = trace(
        "lines_closed", start=filled.start, end=filled.end, as_of=NOW, where={"force": filled.force}
    )
    assert len({row.row.unit for row in followed.rows}) == 77
    for row in followed.rows:
        (line, *_) = row.lines
        assert (line.file, line.sheet) == ("quartermaster_metropolitan.xlsx", "closures register")
        assert row.row.unit in line.text
    (note,) = [n for s in week.sections for n in s.notes if "Class A and B" in n]
    assert "of 223, 150" in note and "131" in note and "do not add up" in note
    said = as_json(week)
    assert set(said) >= {"period", "as_of", "figures"}
    assert all(
        set(f) >= {"name", "qualifiers", "value", "unit", "definition_version", "entries"}
        for f in said["figures"]
    )


@pytest.mark.slow
@pytest.mark.parametrize("seed", [2, 3])
def test_other_margins_give_another_week(embedded: str, real_week: Margins, seed: int) -> None:
    chance = random.Random(seed)
    charges = chance.randrange(120, 300)
    margins = replace(
        real_week,
        arrests=chance.randrange(180, 260),
        people_charged=chance.randrange(60, 110),
        charges=charges,
        charges_drug_trafficking=charges - chance.randrange(20, 40),
        charges_class_a_and_b=charges - chance.randrange(45, 60),
        people_safeguarded=chance.randrange(60, 200),
        lines_closed=chance.randrange(20, 90),
        class_a_kg=Decimal(chance.randrange(20, 120)) / 10,
        class_b_kg=Decimal(chance.randrange(100, 500)) / 10,
        cash_gbp=Decimal(chance.randrange(200_000, 900_000)),
        firearms=chance.randrange(1, 9),
        weapons=chance.randrange(30, 80),
        lines_closed_since=chance.randrange(1200, 1900),
        line_holders_charged_percent=chance.randrange(70, 95),
        line_holders_convicted_percent=chance.randrange(80, 97),
        earlier_violence_percent=chance.randrange(60, 90),
        modern_slavery_charges=chance.randrange(70, 99),
        release=None,
    )
    fill(margins, seed)
    assert_follows(margins, counted(margins))


@pytest.mark.slow
def test_a_wrong_entry_changes_the_week_and_withdrawing_it_brings_it_back(filled: Margins) -> None:
    before = numbers(counted(filled))
    wrong = Entry(
        id="wrong",
        case="K1",
        subject="LC-WRONG",
        day=filled.start,
        facts=LineClosure(force=filled.force, line="L-WRONG", type="Type 2"),
        source=Statement("Moss"),
        recorded_at=NOW.replace(hour=1),
        recorded_by="Moss",
    )
    ledger.append([wrong])
    after = numbers(counted(filled, as_of=NOW.replace(hour=2)))
    assert (before["week", "lines_closed"], after["week", "lines_closed"]) == (77, 78)
    withdrawal = replace(
        wrong,
        id="gone",
        subject="wrong",
        facts=Correction(withdraws="wrong"),
        recorded_at=NOW.replace(hour=3),
    )
    ledger.append([withdrawal])
    assert numbers(counted(filled, as_of=NOW.replace(hour=4))) == before
    assert numbers(counted(filled, as_of=NOW.replace(hour=2))) == after


def test_a_week_that_cannot_be_is_refused(embedded: str) -> None:
    day = date(2023, 2, 27)
    with pytest.raises(Misused, match="ends before"):
        count_week(start=day, end=date(2023, 2, 1), as_of=NOW)
    with pytest.raises(Misused, match="begins after"):
        count_week(start=day, end=day, since=date(2024, 1, 1), as_of=NOW)


def test_a_financial_year_begins_in_april() -> None:
    assert financial_year(date(2023, 3, 31)) == date(2022, 4, 1)
    assert financial_year(date(2023, 4, 1)) == date(2023, 4, 1)


@pytest.mark.parametrize(
    ("stated", "relation", "value", "fit"),
    [
        ("88", "exactly", "87.6", True),
        ("88", "exactly", "87.4", False),
        ("8.3", "exactly", "8.27", True),
        ("652214", "exactly", "652214.00", True),
        ("1800", "at_least", "1817", True),
        ("1800", "at_least", "1799", False),
        ("7000", "at_most", "6990", True),
        ("7000", "at_most", "7010", False),
        ("100", "about", "108", True),
        ("100", "about", "112", False),
    ],
)
def test_a_published_number_says_no_more_than_its_words(
    stated: str, relation: str, value: str, fit: bool
) -> None:
    from clewline.record.kinds.published import Published

    published = Published(
        release="R1",
        publisher="Met",
        scope="force",
        indicator="arrests",
        value=Decimal(stated),
        unit="people",
        relation=relation,  # type: ignore[arg-type] # from the table above
        as_stated=stated,
    )
    assert fits(published, Decimal(value)) is fit
    assert fits(published, None) is False
