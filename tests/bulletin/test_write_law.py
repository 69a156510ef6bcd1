"""The law of the writer: `read(as_text(write(week)))` gives the numbers that were told, and no others."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from weeks_made import counted, made_week, week_of

from clewline.bulletin.claim import Claim
from clewline.bulletin.read import read
from clewline.bulletin.week import Week
from clewline.bulletin.write.bulletin import Bulletin, Style
from clewline.bulletin.write.corrections import WHY, Correction
from clewline.bulletin.write.keys import key
from clewline.bulletin.write.wordings import WORDINGS
from clewline.bulletin.write.write import STYLES, as_text, write
from clewline.figures import all_figures
from clewline.formats.stated import Relation

WEEKS = 1_000
BODIES = (
    "Northmoor Police",
    "Metropolitan Police",
    "British Transport Police",
    "Kent Police",
    "National County Lines Coordination Centre",
    "NPCC",
    "Devon & Cornwall Police",
    "Hertfordshire Constabulary",
)
OF_HOLDERS = ("line_holders_charged", "line_holders_convicted")
"""Shares that the reader takes for those of all people charged, where no line holders were told before."""
GAP = ("Type 1", "Type 2")
"""The reader takes these numbers in the definition of a closed line for lines closed, where a line was told last."""


def assert_reads_as_told(bulletin: Bulletin) -> None:
    text = as_text(bulletin)
    claims = [claim for claim in read(text).claims if not in_the_gap(text, claim)]
    assert Counter(map(found, claims)) == Counter(told(bulletin)), text


def in_the_gap(text: str, claim: Claim) -> bool:
    return text[: claim.quote.end].endswith(GAP)


def found(claim: Claim) -> tuple[object, ...]:
    qualifiers = tuple(sorted(claim.said.items()))
    days = (claim.period.start, claim.period.end)
    return (claim.indicator, claim.value, claim.unit, claim.relation, qualifiers, *days, claim.body)


def told(bulletin: Bulletin) -> Iterable[tuple[object, ...]]:
    for t in (t for paragraph in bulletin.paragraphs for t in paragraph.told):
        qualifiers = tuple(sorted(t.qualifiers.items()))
        yield (t.indicator, t.value, t.unit, t.relation, qualifiers, t.start, t.end, t.body)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(10))
def test_a_thousand_weeks_read_as_they_were_told(part: int) -> None:
    for seed in range(part, WEEKS, 10):
        style: Style = list(STYLES)[seed // 10 % 3]
        body = BODIES[seed // 30 % len(BODIES)]
        assert_reads_as_told(write(made_week(seed), style=style, body=body))


@pytest.mark.parametrize("style", STYLES)
def test_a_week_with_every_figure_and_part_reads_as_told(style: Style) -> None:
    for seed in range(6):
        assert_reads_as_told(write(made_week(seed, all_of_it=True), style=style, body="Northmoor Police"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("days", [1, 2, 8, 14, 31, 60, 365])
def test_other_periods_than_weeks_read_as_told(style: Style, days: int) -> None:
    for seed in range(4):
        week = made_week(seed, days=days, programme=seed % 2 == 0)
        assert_reads_as_told(write(week, style=style, body="Northmoor Police"))


def alone(name: str, part: str, value: int) -> Week:
    cohort = [counted("line_holders_arrested", 40)] if name.startswith("line_holders_c") else []
    return week_of(*cohort, counted(name, value, part=part))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("value", [1, 2, 5, 101, 240, 1_812, 2_000_000])
def test_each_figure_and_part_reads_as_told_when_it_is_alone(style: Style, value: int) -> None:
    for figure in all_figures().values():
        for part in ("", *(p.title for p in figure.parts)):
            number = min(value, 100) if figure.unit == "percent" else value
            week = alone(figure.name, part, number)
            assert_reads_as_told(write(week, style=style, body="Northmoor Police"))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("relation", ["exactly", "at_least", "at_most", "about"])
def test_corrections_read_as_what_is_right_now(style: Style, relation: Relation) -> None:
    week = made_week(7)
    for name, part in ((name, part) for name, parts in WORDINGS.items() for part in parts):
        if name not in OF_HOLDERS:
            right = counted(name, 87, part=part, start=date(2022, 10, 3), end=date(2022, 10, 9))
            one = Correction(counted=right, was=Decimal(80), was_relation=relation, reasons=tuple(WHY))
            assert_reads_as_told(write(week, style=style, body="Northmoor Police", corrections=[one]))


@pytest.mark.parametrize("style", STYLES)
def test_what_is_left_when_numbers_are_hidden_reads_as_told(style: Style) -> None:
    for seed in range(12):
        week = made_week(seed, all_of_it=True)
        told_at_first = [
            t.counted for p in write(week, style=style, body="X Police").paragraphs for t in p.told
        ]
        hidden = {key(counted) for n, counted in enumerate(told_at_first) if n % 3 == seed % 3}
        assert_reads_as_told(write(week, style=style, body="Northmoor Police", hide=hidden))


def test_the_law_would_see_a_number_that_no_paragraph_tells() -> None:
    bulletin = write(week_of(counted("arrests", 240)), style="release", body="Northmoor Police")
    text = as_text(bulletin).replace("- 240 arrests", "- 240 arrests\n- 7 county lines closed")
    assert Counter(map(found, read(text).claims)) - Counter(told(bulletin)) == Counter(
        [("lines_closed", 7, "lines", "exactly", (), date(2023, 2, 27), date(2023, 3, 5), "Northmoor Police")]
    )
