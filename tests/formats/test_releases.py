"""Rows of a list of releases: each number that is stated, or why there is none."""

import pytest

from clewline.formats.mapping import SystemMapping
from clewline.formats.releases import ReleaseReader
from clewline.formats.values import Lists
from clewline.record import Problem
from clewline.record.kinds.published import Published

HEADER = (
    "release_id",
    "publisher",
    "scope",
    "period_start",
    "period_end",
    "period_basis",
    "indicator",
    "as_stated",
    "url",
)
GOOD = (
    "T1",
    "Met (a paper)",
    "force",
    "2023-02-27",
    "2023-03-05",
    "stated",
    "arrests",
    "over 200",
    "https://example.org",
)
MAPPING = SystemMapping(
    name="press", title="Press", dates="yyyy-mm-dd", layouts=(), codes={"scope": {"region": "regional"}}
)


def read(**cells: str) -> object:
    reader = ReleaseReader(MAPPING, HEADER, lists=Lists((), {}, {"met": "metropolitan"}))
    assert reader.unread == ("period_basis",)
    return reader.read(7, [cells.get(name, value) for name, value in zip(HEADER, GOOD, strict=True)])


def facts(**cells: str) -> list[Published]:
    drafts = read(**cells)
    assert isinstance(drafts, list)
    return [d.facts for d in drafts]


def test_a_value_keeps_its_words_its_release_and_its_body() -> None:
    (value,) = facts()
    assert (value.indicator, str(value.value), value.relation, value.body) == (
        "arrests",
        "200",
        "at_least",
        "metropolitan",
    )
    assert (value.release, value.as_stated, value.part) == ("T1", "over 200", None)


def test_a_list_states_several_values_under_one_row() -> None:
    assert [str(v.value) for v in facts(indicator="drug_kg_by_type", as_stated="crack 6, heroin 28.8")] == [
        "6",
        "28.8",
    ]


def test_a_region_is_no_force_and_a_release_may_name_no_period() -> None:
    (value,) = facts(scope="region", period_start="not stated", period_end="")
    assert (value.scope, value.body, value.period_start, value.period_end) == ("regional", None, None, None)


@pytest.mark.parametrize(
    ("cells", "column", "rule"),
    [
        ({"publisher": ""}, "publisher", "missing"),
        ({"scope": "county"}, "scope", "unknown-word"),
        ({"period_start": "soon"}, "period_start", "not-a-date"),
        ({"period_end": "05/03/2023"}, "period_start", "ambiguous-date"),
        ({"as_stated": "several"}, "as_stated", "no-number"),
        ({"indicator": "unicorns"}, "as_stated", "unknown-label"),
    ],
)
def test_a_row_without_a_usable_value_says_why(cells: dict[str, str], column: str, rule: str) -> None:
    problem = read(**cells)
    assert isinstance(problem, Problem)
    assert (problem.line, problem.column, problem.rule) == (7, column, rule)
