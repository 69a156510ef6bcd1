"""A week as a page, and the rows behind its numbers: each number opens to what it counts and nothing else."""

import re
from datetime import date
from pathlib import Path

import pytest

from clewline.errors import Misused
from clewline.figures import all_figures
from clewline.output.blocks import blocks
from clewline.record.notation import read_notation
from clewline.store import ledger
from clewline.workflow.open import numbers, open_week
from clewline.workflow.series import by_month
from cli.week_story import AS_OF, STORY, WEEK, Page, counted, lines_of, run


@pytest.fixture
def kept(embedded: str) -> None:
    """The story is in the record."""
    ledger.append(read_notation(STORY))


@pytest.fixture
def page(kept: None, tmp_path: Path) -> str:
    path = tmp_path / "week.html"
    run(*WEEK, "--since", "2022-12-01", "--before", "2023-01-02", "--html", str(path))
    return path.read_text()


# The rows behind the numbers


def test_a_block_opens_each_number_to_its_entries_and_no_others(kept: None) -> None:
    found = counted(since=date(2022, 12, 1))
    all_numbers = list(numbers(found))
    opened_to: dict[int, set[str]] = {}
    for block in blocks(found, open_week(found)):
        for letter, at in block.numbers.items():
            rows = [row for row in block.rows if letter in row.counted_in]
            opened_to[at] = {entry for row in rows for entry in row.entries}
    assert opened_to == {at: set(c.entries) for at, c in enumerate(all_numbers)}


def test_months_add_up_to_the_number(kept: None) -> None:
    found = counted(since=date(2022, 12, 1))
    names = ("arrests", "lines_closed", "cash_seized")
    series = by_month(
        [all_figures()[n] for n in names], start=date(2022, 12, 1), end=date(2023, 3, 5), as_of=AS_OF
    )
    for one in series:
        assert sum(one.months.values()) == lines_of(found)[one.figure.name]
    assert list(series[1].months.items()) == [
        (date(2022, 12, 1), 1),
        (date(2023, 1, 1), 0),
        (date(2023, 2, 1), 0),
        (date(2023, 3, 1), 1),
    ]


def test_a_rate_has_no_months(kept: None) -> None:
    with pytest.raises(Misused, match="would not add up"):
        by_month([all_figures()["line_holders_charged"]], start=AS_OF.date(), end=AS_OF.date(), as_of=AS_OF)


# The page


def test_the_page_asks_nothing_of_any_other_machine_and_runs_no_script(page: str) -> None:
    read = Page(page)
    assert read.fetched == []
    assert "url(" not in page
    assert "@import" not in page
    assert "http" not in re.sub(r"http-equiv", "", page)
    assert "default-src 'none'" in page


def test_every_number_is_a_link_to_the_rows_that_it_counts(page: str) -> None:
    read = Page(page)
    assert len(read.ids) == len(set(read.ids))
    assert {link[1:] for link in read.links} <= set(read.ids)
    found = counted(since=date(2022, 12, 1))
    assert {i for i in read.ids if re.fullmatch(r"r\d+", i)} == {
        f"r{at}" for at, _ in enumerate(numbers(found))
    }
    assert "sheet Closures" in read.text
    assert "custody.csv" in read.text


def test_the_page_has_its_landmarks_language_and_headings_in_order(page: str) -> None:
    read = Page(page)
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="en-GB">' in page
    assert [read.tags.count(tag) for tag in ("header", "nav", "main", "footer", "h1")] == [1, 1, 1, 1, 1]
    assert all(b - a <= 1 for a, b in zip(read.headings, read.headings[1:], strict=False))
    assert read.tags.count("table") == read.tags.count("caption")
    assert read.tags.count("svg") == read.tags.count("desc") > 0
    assert read.tags.count("svg") <= read.tags.count("figcaption"), "each drawing has a table beside it"


def test_what_was_published_is_shown_as_text_and_never_as_markup(kept: None, tmp_path: Path) -> None:
    path = tmp_path / "week.html"
    run(*WEEK, "--force", "metropolitan", "--published", "--html", str(path))
    html = path.read_text()
    assert "5 &lt;b&gt;lines&lt;/b&gt;" in html
    assert 'class="differs">differs' in html
    assert "\x1b" not in html


def test_the_page_holds_no_text_of_a_source_line(page: str) -> None:
    assert "attribution report" not in page
