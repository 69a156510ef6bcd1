"""A line through the API: the picture of its page, other people under pseudonyms, the look an entry of the case."""

from datetime import datetime

from django.contrib.auth import get_user_model
from site_made import as_program
from test_line_pages import Case, case, other_people

from clewline.record.kinds.line_shown import LineShown
from clewline.store.accounts import log, people

__all__ = ["case"]


def test_a_line_is_told_as_on_its_page(case: Case) -> None:
    account = get_user_model().objects.get(pk=case.analyst.session["_auth_user_id"])
    program = as_program(people.find_person(account.login))
    looks = len(case.looks())
    found = program.get("/api/v1/cases/K1/lines/L1/")
    assert found.status_code == 200, found.content
    said, text = found.json(), found.content.decode()
    summary = said["summary"]
    assert said["with_records"] == [case.first] and summary["uses"] > 100
    assert {one["mark"] for one in summary["contacts"]["listed"]} >= {"contact:c1", "contact:c2"}
    assert summary["journeys"] and {"from", "to"} <= summary["journeys"][0].keys()
    assert datetime.fromisoformat(summary["first"]).utcoffset() is not None
    assert other_people(case, text) == set()
    rows = program.get("/api/v1/cases/K1/lines/L1/rows/", {"mark": "contact:c1", "most": "5"})
    told = rows.json()
    assert (
        len(told["rows"]) == 5 and told["count"] == summary["contacts"]["listed"][0]["uses"] and told["next"]
    )
    assert {one["contact"] for one in told["rows"]} == {"c1"} and other_people(
        case, rows.content.decode()
    ) == set()
    assert {one["row"]["sha256"] for one in told["rows"]} <= case.hashes
    shown = [one.facts.shown for one in case.looks()[looks:] if isinstance(one.facts, LineShown)]
    assert shown == ["data", "rows of contact:c1"] and case.reveals() == []
    assert [(look.act, look.said.shown) for look in log.looks(most=1)] == [("see line", 5)]
    listed = program.get("/api/v1/cases/K1/lines/", {"about": "blue lamp"}).json()
    assert [one["id"] for one in listed["lines"]] == ["L1"] and listed["lines"][0]["numbers"][0][
        "with_records"
    ]
