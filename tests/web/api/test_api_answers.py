"""What the API answers: lists that go on to their end, refusals that say what to do, headers that keep nothing."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from site_made import CASE, OTHER_CASE, SECRET, Site, add, as_program, logged_in, week
from test_person_pages import told

from clewline.access import Relation, Role
from clewline.store.accounts import log

ENTRIES = f"/api/v1/cases/{CASE}/entries/"


@pytest.fixture
def officer(embedded_site: Site) -> Client:
    """A program of an officer of the case."""
    return as_program(add(Role.OFFICER, Relation.OWN))


def all_of(program: Client, path: str | None, part: str) -> list[dict[str, Any]]:
    """Return all that a list has, part after part."""
    found: list[dict[str, Any]] = []
    while path:
        answer = program.get(path)
        assert answer.status_code == 200, answer.content
        found += answer.json()[part]
        path = answer.json()["next"]
    return found


def refusal(answer: Any) -> dict[str, Any]:
    """Return a refusal, which is a problem and holds nothing of the record."""
    assert answer["Content-Type"] == "application/problem+json" and answer["Cache-Control"] == "no-store"
    assert SECRET not in answer.content.decode()
    said: dict[str, Any] = answer.json()
    assert said["status"] == answer.status_code and said["detail"].endswith(".")
    return said


def test_a_list_goes_on_to_its_end(officer: Client) -> None:
    told(
        "\n".join(
            f"m{n:02}: on 2023-03-0{1 + n % 9} arrest Q{n}, force kent, person kent/M{n}" for n in range(30)
        )
    )
    some = all_of(officer, f"{ENTRIES}?most=7", "entries")
    assert len(some) == len({one["id"] for one in some}) == 34
    assert [one["day"] for one in some] == sorted((one["day"] for one in some), reverse=True)
    assert len(all_of(officer, f"/api/v1/cases/{CASE}/people/?most=9", "people")) == 31
    assert len(all_of(officer, "/api/v1/search/?q=kent&most=11", "entries")) == 30
    rows = all_of(officer, "/api/v1/figures/arrests/rows/?start=2023-02-27&end=2023-03-05&most=6", "rows")
    assert len(rows) == 20 and sum(not one["yours"] for one in rows) == 1
    assert {name for one in rows if not one["yours"] for name, value in one.items() if value} == set()
    looks = all_of(officer, f"/api/v1/cases/{CASE}/looks/?most=4", "looks")
    assert [one["number"] for one in looks] == sorted((one["number"] for one in looks), reverse=True)


def test_filters_include_and_leave_out(officer: Client) -> None:
    def kinds(**asked: Any) -> list[str]:
        return [one["kind"] for one in officer.get(ENTRIES, asked).json()["entries"]]

    assert kinds() == ["line_closure", "line", "arrest", "person"]
    assert kinds(kind=["arrest", "line"]) == ["line", "arrest"]
    assert kinds(without=["arrest", "line"]) == ["line_closure", "person"]
    assert kinds(first="2023-03-02", last="2023-03-03") == ["line", "arrest"]
    assert kinds(subject="L-17") == ["line"]


def test_what_cannot_be_read_is_named_and_not_guessed(officer: Client) -> None:
    said = refusal(officer.get(ENTRIES, {"frist": "2023-03-01"}))
    assert said["parameters"] == [{"name": "frist", "says": "There is no such parameter."}]
    assert refusal(officer.get(ENTRIES, {"first": "March"}))["parameters"][0]["name"] == "first"
    assert refusal(officer.get(ENTRIES, {"most": "101"}))["status"] == 422
    assert "next" in refusal(officer.get(ENTRIES, {"before": "1"}))["detail"]
    assert "2 characters" in refusal(officer.get("/api/v1/search/", {"q": "a"}))["detail"]
    figures = "/api/v1/figures/"
    assert refusal(officer.get(figures))["parameters"][0]["name"] == "start"
    for asked, detail in (
        ({"start": "2023-03-05", "end": "2023-03-01"}, "The last day is before the first."),
        ({**week(), "force": "no-such"}, "There is no such force."),
        (
            {**week(), "as_of": "2023-03-05T10:00:00"},
            "Give the instant with its zone, as 2024-01-31T12:00:00Z.",
        ),
    ):
        assert refusal(officer.get(figures, asked))["detail"] == detail
    rows = "/api/v1/figures/lines_closed/rows/"
    assert "programme 1" in refusal(officer.get(rows, {**week(), "version": "none"}))["detail"]
    assert "drug_class=A" in refusal(officer.get(rows, {**week(), "where": "type"}))["detail"]
    assert "broken down" in refusal(officer.get(rows, {**week(), "where": "moon=1"}))["detail"]


@pytest.mark.usefixtures("site")
def test_what_no_database_can_hold_is_refused_and_no_fault() -> None:
    person = add(Role.OFFICER, Relation.OWN)
    program = as_program(person)
    assert refusal(program.get(f"{ENTRIES}%00/"))["status"] == 404
    assert refusal(program.get("/api/v1/cases/%00/entries/"))["status"] == 404
    assert logged_in(person).get("/case/%00/").status_code == 404
    assert refusal(program.get(f"{ENTRIES}?subject=%00"))["status"] == 422
    assert refusal(program.get(f"/api/v1/cases/{CASE}/looks/?before={10**30}"))["status"] == 422
    assert logged_in(person).get("/search/", {"q": "C-17", "since": "9" * 5000}).status_code == 200


def test_it_is_only_read(officer: Client) -> None:
    for method in (officer.post, officer.put, officer.delete, officer.patch):
        answer = method(ENTRIES)
        assert refusal(answer)["status"] == 405 and answer["Allow"] == "GET, HEAD"
    assert officer.head(ENTRIES).status_code == 200


def test_absent_and_forbidden_are_one_answer_to_the_byte(officer: Client) -> None:
    answers = [
        officer.get(path)
        for path in (
            f"/api/v1/cases/{OTHER_CASE}/entries/",
            "/api/v1/cases/no-such-case/entries/",
            f"{ENTRIES}{OTHER_CASE}-a2/",
            f"{ENTRIES}no-such-entry/",
            f"/api/v1/cases/{CASE}/people/kent~1none/",
            f"/api/v1/cases/{CASE}/lines/none/",
            "/api/v1/access-log/",
            "/api/v1/figures/no_such_figure/rows/?start=2023-02-27&end=2023-03-05",
            "/api/v1/no-such-address/",
        )
    ]
    assert {(one.status_code, one.content) for one in answers} == {(404, answers[0].content)}
    assert len({tuple(sorted(one.headers)) for one in answers[:-1]}) == 1


def test_what_cannot_be_logged_is_not_answered(officer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**said: Any) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(log, "append", full)
    assert refusal(officer.get(ENTRIES))["status"] == 503


def test_a_fault_says_nothing_of_what_went_wrong(officer: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from clewline.store import visible

    def broken(*asked: Any, **more: Any) -> None:
        raise RuntimeError(SECRET)

    monkeypatch.setattr(visible, "entries", broken)
    assert refusal(officer.get(ENTRIES))["status"] == 500


def test_instants_have_their_zone_and_figures_their_published_names(officer: Client) -> None:
    one = officer.get(f"{ENTRIES}{CASE}-a2/").json()
    assert datetime.fromisoformat(one["recorded_at"]).tzinfo is not None
    said = officer.get("/api/v1/figures/", week()).json()
    assert datetime.fromisoformat(said["as_of"]).tzinfo is not None
    first = {one["name"]: one["value"] for one in reversed(said["figures"])}  # of each, its first definition
    assert first["lines_closed"] == 1 and first["arrests"] == 1
    again = officer.get("/api/v1/figures/", {**week(), "as_of": said["as_of"]}).json()
    assert again["figures"] == said["figures"]
    before = officer.get("/api/v1/figures/", {**week(), "as_of": "2023-03-01T00:00:00Z"}).json()
    assert before["figures"] == []


def test_what_only_monitors_fairness_is_in_an_entry_s_own_answer_alone(officer: Client) -> None:
    told("e1: on 2023-03-05 person kent/E1, force kent, number E1, ethnicity A1")
    (listed,) = officer.get(ENTRIES, {"subject": "kent/E1"}).json()["entries"]
    assert "ethnicity" not in listed["facts"]
    assert officer.get(f"{ENTRIES}{listed['id'].replace('/', '~1')}/").json()["facts"]["ethnicity"]


def test_its_documents_are_a_page_and_openapi_that_anybody_may_fetch(embedded_site: Site) -> None:
    page = logged_in(add(Role.PARTNER)).get("/api/").content.decode()
    assert "/api/v1/cases/{case}/entries/" in page and "cdn" not in page and "<script src" not in page
    found = Client(headers={"host": "localhost"}).get("/api/v1/openapi.json")
    assert (
        found.status_code == 200
        and found.json()["openapi"].startswith("3.")
        and SECRET not in found.content.decode()
    )
    assert Client(headers={"host": "localhost"}).get("/api/").status_code == 302
