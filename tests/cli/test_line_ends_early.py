"""A line whose operator's file stops before the authority does: told in the terminal, as data and on the page."""

import json
from pathlib import Path

import pytest

from cli.test_commands import good
from workflow.phones.phone_files import generic, intake, recorded
from workflow.phones.test_ends import OTHER, OWN, days

SAID = (
    "Exhibit KM/1 gives no row of +447700900001 after 10 March 2026, and rows of other numbers until 20 March 2026; "
    "its authority CD/1 covers until 31 March 2026. 1 of its records could not be taken in."
)


@pytest.fixture
def case(embedded: str, tmp_path: Path) -> str:
    recorded()
    (tmp_path / "a.csv").write_text(
        generic(*days(OWN, 1, 10), *days(OTHER, 1, 20), {"phone": OWN, "start": "in April"})
    )
    intake(tmp_path / "a.csv")
    return "K1"


def test_where_the_records_stop_is_told_beside_what_they_leave_open(case: str, tmp_path: Path) -> None:
    assert f"Open: {SAID}" in " ".join(good("line", case, OWN).split())
    page = tmp_path / "line.html"
    good("line", case, OWN, "--html", page)
    assert f"<li>{SAID}</li>" in page.read_text()
    assert json.loads(good("line", case, OWN, "--json"))["records_end"] == [
        {
            "number": "+447700900001",
            "exhibit": "KM/1",
            "last_day": "2026-03-10",
            "other_numbers_until": "2026-03-20",
            "authority": "CD/1",
            "authority_covers_until": "2026-03-31",
            "records_refused": 1,
        }
    ]


def test_a_period_that_ends_before_the_records_do_has_no_such_end(case: str) -> None:
    assert json.loads(good("line", case, OWN, "--to", "2026-03-09", "--json"))["records_end"] == []
    told = json.loads(good("line", case, OWN, "--from", "2026-03-02", "--to", "2026-03-15", "--json"))
    assert [end["last_day"] for end in told["records_end"]] == ["2026-03-10"]


def test_a_proposed_move_says_that_the_first_number_may_have_gone_on(embedded: str, tmp_path: Path) -> None:
    """Both numbers have the same three customers; the first number's file stops as the second begins."""
    recorded()
    friends = ("07700 900701", "07700 900702", "07700 900703")
    first = [row for other in friends for row in days(OWN, 1, 10, other=other)]
    second = [row for other in friends for row in days(OTHER, 11, 31, other=other)]

    def told_of_the_timing() -> str:
        (proposal,) = json.loads(good("line", "K1", OWN, "--json"))["moves"]["proposals"]
        (timing,) = (item for item in proposal["evidence"] if item["compared"] == "timing")
        return str(timing["cannot_tell"])

    (tmp_path / "first.csv").write_text(generic(*first))
    (tmp_path / "second.csv").write_text(generic(*second))
    intake(tmp_path / "first.csv")
    intake(tmp_path / "second.csv", exhibit="KM/2")
    assert "The first number's records end about then, so it may have gone on." in told_of_the_timing()


def test_a_proposed_move_does_not_say_so_where_the_file_goes_on_with_other_numbers(
    embedded: str, tmp_path: Path
) -> None:
    recorded()
    friends = ("07700 900701", "07700 900702", "07700 900703")
    rows = [
        row
        for other in friends
        for row in (*days(OWN, 1, 10, other=other), *days(OTHER, 11, 31, other=other))
    ]
    (tmp_path / "both.csv").write_text(generic(*rows))
    intake(tmp_path / "both.csv")
    said = json.loads(good("line", "K1", OWN, "--json"))["moves"]["proposals"][0]["evidence"]
    assert "may have gone on" not in json.dumps(said)
