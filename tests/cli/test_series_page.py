"""A published series as a page, and its charts: what the words say is drawn, and nothing hides anything."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin.series.reports_told import series
from clewline.output.over_time import over_time
from clewline.output.panels import panels, voices
from clewline.output.series_page import as_page
from clewline.output.time_axis import over
from clewline.output.value_marks import Point, placed
from cli.test_series import HEAD, run
from cli.week_story import Page

WEEK = "2023-02-27 | 2023-03-05"
MADE_UP = f"""
    A1 | Kent | force | {WEEK} | lines_closed | over 40
    A2 | Kent (a paper) | force | {WEEK} | lines_closed | 35
    A3 | Kent | force | 2023-10-09 | 2023-10-15 | lines_closed | about 60
    A4 | Kent | force | 2024-03-04 | 2024-03-10 | lines_closed | nearly 75
    A4 | Kent | force | 2024-03-04 | 2024-03-10 | lines_closed | 480 since Nov 2019
    A5 | Kent | force | 2024-11-25 | 2024-12-01 | lines_closed | 390 since Nov 2019
    N1 | NPCC | national | {WEEK} | lines_closed | 1205
    B1 | Essex | force | {WEEK} | lines_closed | 12 (dismantled)
    B2 | Surrey | force | {WEEK} | lines_closed | 12
    B3 | Sussex | force | not stated | not stated | lines_closed | 9
"""


@pytest.fixture(scope="module")
def page() -> str:
    return as_page(series(MADE_UP))


def test_the_page_asks_nothing_of_any_other_machine_and_runs_no_script(page: str) -> None:
    assert Page(page).fetched == []
    assert "url(" not in page
    assert "@import" not in page
    assert "default-src 'none'" in page


def test_the_page_has_its_landmarks_and_each_chart_its_key_and_its_table(page: str) -> None:
    read = Page(page)
    assert [read.tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    assert all(b - a <= 1 for a, b in zip(read.headings, read.headings[1:], strict=False))
    assert read.tags.count("table") == read.tags.count("caption") == 3
    charts = page.count('role="img"')
    assert charts == read.tags.count("figure") == page.count('<ul class="key">') > 0
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links if link.startswith("#")} <= set(read.ids)


def test_every_value_is_in_a_table_with_its_words_and_its_entry(page: str) -> None:
    for words in ("over 40", "about 60", "nearly 75", "480 since Nov 2019", "12 (dismantled)"):
        assert f"“{words}”" in page
    assert page.count("<tr id=") == 10
    assert "at most 75" in page
    assert "“12 (dismantled)” <span" not in page, "a remark that the words hold is not said twice"


def test_contradictions_are_marked_in_table_and_chart_with_a_sentence(page: str) -> None:
    assert page.count('<li id="m') == 2
    assert "at least 40 (Kent, A1) and 35 (Kent (a paper), A2) cannot both be true." in page
    assert page.count('class="ring"') == 1 + 4, "four values, and the key"
    assert len(re.findall(r'<a class="differs" href="#m1"', page)) == 2
    assert len(re.findall(r'<a class="differs" href="#m2"', page)) == 2
    plain = as_page(series(f"A1 | Kent | force | {WEEK} | lines_closed | 40"))
    assert "ring" not in plain.partition("</style>")[2]


def test_what_was_published_is_shown_as_text_and_only_the_web_is_linked(
    embedded: str, tmp_path: Path
) -> None:
    listed, path = tmp_path / "press.csv", tmp_path / "page.html"
    listed.write_text(
        HEAD
        + "A1,<b>Kent</b>,force,2023-02-27,2023-03-05,stated,arrests,40,https://www.example.org/a?b=1&c=2\n"
        'A2,Kent,force,2023-02-27,2023-03-05,stated,arrests,41,"javascript:alert(1)"\n'
        'A3,Kent,force,2023-02-27,2023-03-05,stated,arrests,42,"https://[broken"\n'
    )
    run("add", listed)
    assert "Written:" in run("arrests", "--html", path).stderr
    html = path.read_text()
    assert "<b>Kent" not in html and "&lt;b&gt;Kent" in html
    assert [link for link in Page(html).links if not link.startswith("#")] == [
        "https://www.example.org/a?b=1&c=2"
    ]
    assert ">example.org</a>" in html
    assert "javascript:alert(1)" in Page(html).text
    result = run("arrests", "--html", tmp_path / "absent" / "page.html")
    assert "cannot be written" in str(result.exception)


def test_a_body_with_few_values_shares_a_chart_and_each_publisher_has_one_letter() -> None:
    found = series(MADE_UP)
    heard = voices(found)
    assert {v.letter for v in heard.values()} == set("ABCDEFG"[: len(heard)])
    drawn = panels(found.strands[0].weeks, found, heard)
    assert [(p.title, len(p.points), p.shared) for p in drawn] == [
        ("National", 1, False),
        ("Kent", 4, False),
        ("2 bodies with fewer than 3 values each", 2, True),
    ]
    for panel in drawn:
        assert {p.letter for p in panel.points} == {v.letter for v in panel.voices}


def test_more_publishers_than_letters_still_have_one_each() -> None:
    rows = [f"A{n} | Region {n:02} | regional | {WEEK} | arrests | {n}" for n in range(30)]
    letters = [v.letter for v in voices(series("\n".join(rows))).values()]
    assert len(set(letters)) == 30
    assert letters[25:27] == ["Z", "A2"]


def test_a_publisher_that_is_not_the_body_names_whose_number_it_tells() -> None:
    names = list(
        voices(
            series(f"""
        A1 | Kent | force | {WEEK} | arrests | 30
        A2 | GMP | force | {WEEK} | arrests | 31
        A3 | NPCC | national | {WEEK} | arrests | 32
    """)
        )
    )
    assert sorted(names) == ["GMP (on greater-manchester)", "Kent", "NPCC"]


def test_weights_in_grams_and_kilograms_share_an_axis() -> None:
    found = series(f"""
        A1 | Kent | force | {WEEK} | drug_kg_by_type | heroin 2.5
        A2 | Kent | force | 2023-10-09 | 2023-10-15 | drug_kg_by_type | heroin 500 g
    """)
    (panel,) = panels(found.strands[0].weeks, found, voices(found), own=2)
    assert (panel.unit, [p.value for p in panel.points]) == ("kg", [Decimal("2.5"), Decimal("0.5")])


# The drawing

relations = st.sampled_from(("exactly", "at_least", "at_most", "about"))
points = st.builds(
    lambda week, value, relation, marks: Point(
        start=date(2023, 1, 2) + timedelta(weeks=week),
        end=date(2023, 1, 8) + timedelta(weeks=week),
        value=Decimal(value),
        relation=relation,
        letter="A",
        colour=0,
        words="",
        marks=marks,
    ),
    st.integers(0, 100),
    st.integers(0, 1000),
    relations,
    st.sampled_from(((), (1,), (1, 22))),
)


@given(st.lists(points, min_size=1, max_size=10))
def test_no_mark_hides_another_and_all_stand_at_their_height(some: list[Point]) -> None:
    axis = over(date(2023, 1, 2), date(2024, 12, 15), left=40, right=1000)
    found = placed(some, axis, lambda value: 300 - float(value) / 4)
    assert not any(one.hides(other) for one, other in combinations(found, 2))
    assert [one.point for one in found] == some
    assert all(one.y == 300 - float(one.point.value) / 4 for one in found)
    assert all(axis.left <= one.x <= axis.right for one in found)


def test_where_no_room_is_left_a_mark_stands_at_its_day() -> None:
    point = Point(
        start=date(2023, 1, 2),
        end=date(2023, 1, 8),
        value=Decimal(1),
        relation="exactly",
        letter="A",
        colour=0,
        words="",
    )
    axis = over(point.start, point.end, left=40, right=50)
    assert [one.x for one in placed([point] * 3, axis, lambda value: 0.0)] == [45.0] * 3


@pytest.mark.parametrize(
    ("relation", "shape"),
    [("at_least", 'class="arrow'), ("at_most", 'class="arrow'), ("about", 'class="band'), ("exactly", None)],
)
def test_the_words_around_a_number_are_part_of_its_mark(relation: str, shape: str | None) -> None:
    point = Point(
        start=date(2023, 1, 2),
        end=date(2023, 1, 8),
        value=Decimal(100),
        relation=relation,
        letter="K",
        colour=2,
        words="100, Kent",
    )
    svg = over_time([point], id_="c", title="Arrests", unit="people", size=(560, 260))
    shapes = [found for found in ('class="arrow', 'class="band') if found in svg]
    assert shapes == ([shape] if shape else [])
    assert "<title>100, Kent</title>" in svg
    if relation in ("at_least", "at_most"):
        y, tip = map(float, re.findall(r'd="M[\d.]+ ([\d.]+)V([\d.]+)', svg)[0])
        assert (tip < y) == (relation == "at_least"), "up from at least, down from at most"


@pytest.mark.parametrize(
    ("days", "first_words"),
    [
        (0, ["20 Feb", "27 Feb"]),
        (200, ["Mar 23", "Apr 23"]),
        (700, ["Apr 23", "Jul 23"]),
        (2000, ["2023", "2024"]),
        (9000, ["2025", "2030"]),
    ],
)
def test_a_time_axis_writes_weeks_months_quarters_or_years(days: int, first_words: list[str]) -> None:
    start = date(2023, 3, 1)
    axis = over(start, start + timedelta(days=days), left=0, right=500)
    ticks = list(axis.ticks())
    assert [words for _, words in ticks][: len(first_words)] == first_words
    places = [x for x, _ in ticks]
    assert places == sorted(places)
    assert all(0 <= x <= 500 for x in places)
