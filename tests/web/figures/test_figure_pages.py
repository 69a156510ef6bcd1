"""Figures: as known on a day, by force, over time; and of what small counts are kept from, only what was released."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape
from typing import Any

import pytest
from site_made import add, logged_in

from clewline.access import Role
from clewline.analysis import of_entries
from clewline.analysis.count import select
from clewline.figures import all_figures
from clewline.record.notation import read_notation
from clewline.workflow.bulletin.draft import keep
from clewline.workflow.bulletin.release import release
from clewline.workflow.over_time import over_time
from workflow.bulletin_story import arrests, drafted, helped, record

WEEK = {"start": "2023-02-27", "end": "2023-03-05"}
LONG_AGO, NOW = datetime(2023, 3, 6, 9, tzinfo=UTC), datetime.now(UTC) - timedelta(hours=1)


@pytest.fixture
def story(embedded: str) -> None:
    record(arrests(9), at=LONG_AGO)
    record(arrests(3, name="late"), at=NOW)
    record(arrests(4, name="other").replace("kent", "essex"), at=NOW)
    record(helped(3, age=15, name="c"), at=NOW)


def text(answer: Any) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", answer.content.decode())).split())


def test_a_number_and_its_rows_are_as_known_on_the_day_that_is_asked(story: None) -> None:
    analyst = logged_in(add(Role.ANALYST))
    asked = {**WEEK, "force": "kent"}
    assert "Arrests 12 Arrests" in text(analyst.get("/figures/", asked))
    page = analyst.get("/figures/", {**asked, "known": "2023-03-06"})
    assert "Arrests 9 Arrests" in text(page) and "As known at 6 March 2023, 23:59" in text(page)
    rows = re.search(r'href="(/figures/arrests/[^"]*)"', page.content.decode())
    assert rows and "Arrests: 9" in text(analyst.get(unescape(rows[1])))


def test_a_definition_that_there_is_not_is_refused_with_those_that_there_are(story: None) -> None:
    answer = logged_in(add(Role.ANALYST)).get("/figures/lines_closed/", {**WEEK, "version": "x"})
    assert answer.status_code == 400 and "has no definition" in text(answer)


def test_an_opened_figure_is_drawn_by_day_and_by_force_with_the_numbers_beneath(story: None) -> None:
    page = logged_in(add(Role.ANALYST)).get("/figures/arrests/", WEEK).content.decode()
    assert page.count("<svg role=") == 2
    assert "style=" not in page.partition("<main")[2]
    numbers = text_of_table(page, "numbers-forces")
    assert numbers[-4:] == ["Kent", "12", "Essex", "4"]
    assert "1 March 2023" in text_of_table(page, "numbers-steps")


def text_of_table(page: str, caption: str) -> list[str]:
    table = page.partition(f'id="{caption}"')[2].partition("</table>")[0]
    return [unescape(cell).strip() for cell in re.findall(r"<t[hd][^>]*>([^<]*)</t", table)]


def test_whom_small_counts_are_kept_from_reads_what_was_released_and_no_more(story: None) -> None:
    press = logged_in(add(Role.PRESS))
    asked = {**WEEK, "force": "kent"}
    before = text(press.get("/figures/", asked))
    assert "Nothing was released yet" in before and "12" not in before
    at = datetime.now(UTC)
    release(keep(drafted(at=at), by="Moss", at=at), by="Ahmed", at=at)
    page = text(press.get("/figures/", asked))
    assert "Arrests 12" in page and "hildren safeguarded" not in page and "Safety plans" not in page
    for other in (
        {"end": "2023-03-04"},
        {"force": ""},
        {"force": "essex"},
        {"known": "2023-03-06", "end": "2023-03-06"},
    ):
        assert "Nothing was released of the days and force" in text(
            press.get("/figures/", {**asked, **other})
        )
    assert press.get("/figures/arrests/", asked).status_code == 404


@pytest.mark.parametrize(
    ("start", "end", "steps"),
    [
        (date(2023, 2, 27), date(2023, 3, 5), 7),
        (date(2023, 2, 27), date(2023, 4, 2), 5),
        (date(2022, 1, 10), date(2023, 3, 5), 15),
    ],
)
def test_the_steps_of_a_period_add_up_to_its_number(start: date, end: date, steps: int) -> None:
    tables = of_entries(read_notation(f"{arrests(5)}\n{arrests(4, name='x', day='2023-03-05')}"))
    figure = all_figures()["arrests"]
    selection = select(tables, figure, start=start, end=end)
    found = over_time(figure, selection.rows(), start=start, end=end)
    assert len(found) == steps and found[0].start == start and found[-1].end == end
    assert sum(step.value for step in found) == selection.number().value == 9
