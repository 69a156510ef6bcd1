"""A week as plain data, and its numbers as a reader expects them."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from clewline.bulletin.week import Line, Section, Week, as_json, as_written, plain
from clewline.figures import Counted, all_figures
from clewline.record.kinds.published import Published


def week(value: Decimal | None, **more: Decimal | None) -> Week:
    figure = all_figures()["line_holders_charged"]
    counted = Counted(
        figure=figure,
        definition=figure.definition(),
        title=figure.title,
        qualifiers={},
        unit=figure.unit,
        start=date(2023, 2, 27),
        end=date(2023, 3, 5),
        value=value,
        numerator=1,
        denominator=2,
        entries=("a", "b"),
    )
    line = Line(counted=counted, by_force=more)
    section = Section(title="Rates", start=counted.start, end=counted.end, lines=(line,))
    return Week(
        start=counted.start,
        end=counted.end,
        as_of=datetime(2023, 3, 6, tzinfo=UTC),
        force=None,
        whose="all forces",
        since=None,
        cases=(),
        sections=(section,),
    )


def test_a_rate_goes_with_what_it_divides_and_by_force() -> None:
    (figure,) = as_json(week(Decimal(50), kent=Decimal("33.5"), essex=None))["figures"]
    assert (figure["value"], figure["numerator"], figure["denominator"]) == (50, 1, 2)
    assert figure["by_force"] == {"kent": 33.5, "essex": None}
    assert figure["entries"] == ["a", "b"]
    assert "published" not in figure


def published(value: int, body: str | None) -> Published:
    return Published(
        release="R1",
        publisher="a publisher",
        scope="national" if body is None else "force",
        indicator="line_holders_charged",
        value=Decimal(value),
        unit="percent",
        relation="exactly",
        as_stated=f"{value}%",
        body=body,
    )


def test_each_body_is_held_to_its_own_number_and_the_nation_to_none() -> None:
    ((line,),) = (
        section.lines for section in week(Decimal(50), kent=Decimal(33), essex=Decimal(60)).sections
    )
    for values, differs in (
        ([], None),
        ([(99, None)], None),
        ([(33, "kent")], False),
        ([(33, "kent"), (99, None)], False),
        ([(50, "kent")], True),
        ([(50, "kent"), (33, "kent")], False),
        ([(33, "kent"), (61, "essex")], True),
    ):
        beside = replace(line, published=tuple(published(*value) for value in values))
        assert beside.differs is differs
    ((alone,),) = (section.lines for section in week(Decimal(50)).sections)
    assert replace(alone, published=(published(50, "kent"),)).differs is False
    assert replace(alone, published=(published(51, None),)).differs is True


def test_a_published_value_that_no_line_answers_is_listed() -> None:
    said = as_json(replace(week(Decimal(50)), unmatched=(published(51, "kent"),)))
    ((value),) = said["unanswered"]
    assert (value["indicator"], value["body"], value["value"]) == ("line_holders_charged", "kent", 51)


def test_what_is_not_known_is_not_nought() -> None:
    assert plain(None) is None
    assert as_written(None, "percent") == "not known"
    (figure,) = as_json(week(None))["figures"]
    assert figure["value"] is None and "by_force" not in figure


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("652214", "GBP", "£652,214"),
        ("5.5", "GBP", "£5.50"),
        ("37.6000000", "kg", "37.6 kg"),
        ("87.96", "percent", "88 %"),
    ],
)
def test_numbers_are_written_as_readers_expect(value: str, unit: str, text: str) -> None:
    assert as_written(Decimal(value), unit) == text
