"""A made-up case's files taken in, and its line told: in the terminal, as data, as a page, down to rows of exhibits."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from clewline.errors import BadInput, Misused, NotFound
from clewline.record.kinds.decision import Decision
from clewline.record.kinds.line_shown import LineShown
from clewline.record.kinds.numbers_revealed import NumbersRevealed
from clewline.record.kinds.rows_written import RowsWritten
from clewline.simulate.phones import read_authorities, simulate_phones
from clewline.store import ledger
from clewline.store.accounts import log
from clewline.workflow.line import line_of
from clewline.workflow.phones import authorities
from cli.test_commands import good, refused, run
from workflow.phones.phone_files import intake

FILES = ("phones_north_1.csv", "phones_north_2.csv", "phones_south_calls.xlsx")
AT = datetime(2025, 12, 5, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def truth(embedded_once: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The case K1 with its operators' files, and what is true of it."""
    folder = tmp_path_factory.mktemp("files")
    for file in simulate_phones(seed=3, days=42, customers=12):
        (folder / file.name).write_bytes(file.content)
    facts, given = read_authorities((folder / "phones_authorities.json").read_bytes())[0]
    authorities.record(replace(facts, reference="CD/1"), case="K1", day=given, by="Moss", at=AT)
    for n, name in enumerate(FILES, start=1):
        intake(folder / name, exhibit=f"KM/{n}", at=AT)
    found: dict[str, Any] = json.loads((folder / "phones_truth.json").read_text())
    return found


def phone(truth: dict[str, Any], key: str) -> dict[str, Any]:
    return next(p for p in truth["phones"] if p["key"] == key)


def first(truth: dict[str, Any]) -> str:
    return str(phone(truth, "line-1")["number"])


def second(truth: dict[str, Any]) -> str:
    return str(phone(truth, "line-2")["number"])


def told(*words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(good("line", "K1", *words, "--json"))
    return found


def test_a_line_is_told_as_it_truly_was(truth: dict[str, Any]) -> None:
    for key in ("line-1", "line-2"):
        found = told(phone(truth, key)["number"])
        # A few rows stand in a file twice, word for word: each is an event, and the truth has it once.
        assert 0 <= found["uses"] - phone(truth, key)["uses"] <= 3
        assert found["bulk_texts"]["recipients"] >= 12
    handset = found["chain"]["spells"][-1]["imei"]
    assert phone(truth, "line-2")["handsets"][-1][1].endswith(handset.lstrip("…"))


def test_the_number_that_it_moved_to_is_proposed_from_both_sides_and_judged_by_a_person(
    truth: dict[str, Any],
) -> None:
    one, other = first(truth), second(truth)
    for number, said in ((one, f"It moved to {other}"), (other, f"It came from {one}")):
        (proposal,) = told(number)["moves"]["proposals"]
        assert (proposal["first"], proposal["second"]) == (one, other)
        assert {e["compared"] for e in proposal["evidence"] if e["bears"] == "for"} >= {
            "timing",
            "contacts carried over",
            "bulk-text recipients",
        }
        assert said in good("line", "K1", number)
    rows = json.loads(good("line", "K1", one, "--rows", "move:1-1", "--json"))
    assert {r["phone"] for r in rows} == {one, other}
    assert "Nobody has decided" in good("line", "K1", one)
    judged = good("moved", "K1", one, other, "--decline", "--because", "two towns")
    assert "declined" in judged
    good("moved", "K1", one, other, "--accept", "--because", "the same customers")
    said = " ".join(good("line", "K1", other).split())
    assert "the move is accepted, because: the same customers" in said
    decisions = [e.facts for e in ledger.of_kinds("K1", "decision")]
    assert [d.reason for d in decisions if isinstance(d, Decision)] == ["two towns", "the same customers"]


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("1", "2", "--because", "x"), Misused),
        (("1", "2", "--accept", "--because", " "), Misused),
        (("1", "2", "--accept", "--because", "?"), Misused),
        (("1", "1", "--accept", "--because", "x"), Misused),
        (("1", "07700900999", "--accept", "--because", "x"), NotFound),
    ],
)
def test_a_decision_names_two_numbers_of_the_case_and_why(
    truth: dict[str, Any], words: tuple[str, ...], refusal: type[Exception]
) -> None:
    numbers = {"1": first(truth), "2": second(truth)}
    assert isinstance(refused("moved", "K1", *(numbers.get(w, w) for w in words)), refusal)


def test_the_terminal_shows_the_first_of_everything_and_no_other_person_s_number(
    truth: dict[str, Any],
) -> None:
    said = good("line", "K1", first(truth).replace("+44", "0"))
    for part in ("The line was used", "by hour", "Bursts of texts", "Contacts", "Areas", "Journeys", "c1"):
        assert part in said
    assert set(re.findall(r"\+44[0-9]+", said)) == {first(truth), second(truth)}


def test_each_mark_opens_rows_of_an_exhibit(truth: dict[str, Any]) -> None:
    found = told(first(truth))
    marks = [
        (found["days"][0], "uses"),
        (found["bulk_texts"]["bursts"][0], "texts"),
        (found["contacts"]["listed"][2], "uses"),
        (found["areas"][0], "rows"),
        (found["hours"][0], "uses"),
    ]
    hashes = {f["sha256"]: f["exhibit"] for f in found["files"]}
    for told_of, counted in marks:
        rows = json.loads(good("line", "K1", first(truth), "--rows", told_of["mark"], "--json"))
        assert len(rows) == told_of[counted], told_of["mark"]
        assert all(hashes[r["row"]["sha256"]] == r["row"]["exhibit"] and r["row"]["line"] > 1 for r in rows)
    assert "KM/1 line" in good("line", "K1", first(truth), "--rows", "burst:1")


def test_the_page_is_whole_in_one_file_and_every_link_leads_somewhere(
    truth: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "line.html"
    run("line", "K1", first(truth), "--html", path)
    page = path.read_text()
    assert "<script" not in page and "src=" not in page and "http" not in page.replace("http-equiv", "")
    there = set(re.findall(r'id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= there
    assert set(re.findall(r"\+44[0-9]+", page)) == {first(truth), second(truth)}
    assert "Another number of the case" in page


def test_numbers_are_revealed_for_a_reason_that_is_an_entry_without_them(truth: dict[str, Any]) -> None:
    assert "number" not in told(first(truth))["contacts"]["listed"][0]
    before = len(list(ledger.of_kinds("K1", "numbers_revealed")))
    words = (first(truth), "--from", "2025-09-02", "--reveal", "--because", "to name a witness")
    numbers = [c["number"] for c in told(*words)["contacts"]["listed"]]
    assert all(n.startswith("+") for n in numbers if n[1:].isdigit())
    rows = json.loads(good("line", "K1", *words, "--rows", "contact:c1", "--json"))
    assert {r["number"] for r in rows} == {numbers[0]}
    *_, whole, some = ledger.of_kinds("K1", "numbers_revealed")
    assert len(list(ledger.of_kinds("K1", "numbers_revealed"))) == before + 2
    assert whole.facts == NumbersRevealed(
        asked=(first(truth),),
        reason="to name a witness",
        shown="data",
        contacts=len(numbers),
        first_day=date(2025, 9, 2),
    )
    assert isinstance(some.facts, NumbersRevealed) and some.facts.shown == "rows of contact:c1"
    assert whole.recorded_by and whole.subject == first(truth)
    with pytest.raises(BadInput, match="says nothing"):
        line_of("K1", [first(truth)], because=" - ", by="Moss", at=datetime.now(UTC))
    assert len(list(ledger.of_kinds("K1", "numbers_revealed"))) == before + 2


def test_each_look_at_a_line_is_an_entry(truth: dict[str, Any], tmp_path: Path) -> None:
    def looks() -> list[LineShown]:
        return [e.facts for e in ledger.of_kinds("K1", "line_shown") if isinstance(e.facts, LineShown)]

    before = len(looks())
    page = tmp_path / "line.html"
    good("line", "K1", first(truth))
    good("line", "K1", first(truth), "--json", "--from", "2025-09-02", "--to", "2025-09-30")
    good("line", "K1", first(truth), "--rows", "burst:1")
    good("line", "K1", first(truth), second(truth), "--html", page, "--json")
    summary, data, rows, both = looks()[before:]
    assert summary == LineShown(
        shown="summary", asked=(first(truth),), compared=summary.compared, proposed=(second(truth),)
    )
    assert (data.shown, data.first_day, data.last_day) == ("data", date(2025, 9, 2), date(2025, 9, 30))
    assert rows.shown == "rows of burst:1"
    assert (both.shown, set(both.asked)) == ("page and data", {first(truth), second(truth)})
    *_, written = ledger.of_kinds("K1", "rows_written")
    assert written.facts == RowsWritten(
        what="page of a line", sha256=sha256(page.read_bytes()).hexdigest(), asked=both.asked, revealed=False
    )
    assert isinstance(refused("line", "K1", first(truth), "--rows", f"contact:{second(truth)}"), NotFound)
    assert len(looks()) == before + 4


def test_a_page_that_cannot_be_written_is_an_entry_already(truth: dict[str, Any], tmp_path: Path) -> None:
    before = len(list(ledger.of_kinds("K1", "rows_written")))
    refused("line", "K1", first(truth), "--html", tmp_path / "nowhere" / "line.html")
    assert len(list(ledger.of_kinds("K1", "rows_written"))) == before + 1


def test_a_reason_is_kept_as_one_line(truth: dict[str, Any]) -> None:
    good(
        "line", "K1", first(truth), "--reveal", "--because", "  to trace\n\ta witness,\u200b action\u00a041 "
    )
    *_, look = ledger.of_kinds("K1", "numbers_revealed")
    assert isinstance(look.facts, NumbersRevealed) and look.facts.reason == "to trace a witness, action 41"


def test_a_sim_or_a_handset_is_a_line_too(truth: dict[str, Any]) -> None:
    imei = phone(truth, "line-2")["handsets"][-1][1]
    assert 0 < told(f"imei:{imei}")["uses"] <= told(second(truth))["uses"]
    assert told(f"imsi:{phone(truth, 'line-2')['imsi']}")["numbers"] == [
        f"imsi:{phone(truth, 'line-2')['imsi']}"
    ]


def test_two_numbers_held_to_be_one_line_are_told_together(truth: dict[str, Any]) -> None:
    both = told(first(truth), second(truth))
    assert both["uses"] == told(first(truth))["uses"] + told(second(truth))["uses"]
    assert f"It moved from {first(truth)} to {second(truth)}" in good(
        "line", "K1", first(truth), second(truth)
    )


@pytest.mark.parametrize(
    ("words", "refusal", "says"),
    [
        (("K1", "07700900999"), NotFound, "clewline authority list"),
        (("K9", "07700900999"), NotFound, "holds no phone records"),
        (("K1", "Moss"), BadInput, "Write a telephone number in full"),
        (("K1", "line", "--from", "2024-01-01", "--to", "2024-02-01"), NotFound, "it has some from 2025-"),
        (("K1", "line", "--from", "2025-10-02", "--to", "2025-10-01"), Misused, "--to is before --from"),
        (("K1", "line", "--reveal"), Misused, "go together"),
        (("K1", "line", "--because", "x"), Misused, "go together"),
        (("K1", "line", "--reveal", "--because", ""), Misused, "say why in words"),
        (("K1", "line", "--reveal", "--because", " \u200b\t"), Misused, "say why in words"),
        (("K1", "line", "--reveal", "--because", "..."), Misused, "say why in words"),
        (("K1", "line", "--rows", "uses", "--html", "x"), Misused, "--rows or --html"),
        (("K1", "line", "--rows", "nothing:1"), NotFound, "marks begin with uses"),
        (("K1", "line", "--zone", "Mars"), Misused, "not a time zone"),
    ],
)
def test_what_cannot_be_told_says_what_to_do(
    truth: dict[str, Any], words: tuple[str, ...], refusal: type[Exception], says: str
) -> None:
    found = refused("line", *(first(truth) if w == "line" else w for w in words))
    assert isinstance(found, refusal) and says in str(found)


def test_each_look_is_a_line_of_the_access_log_and_so_is_a_refused_one(truth: dict[str, Any]) -> None:
    good("line", "K1", first(truth), "--reveal", "--because", "To disclose them.", "--from", "2025-09-01")
    revealed, seen = log.looks(case="K1", most=2)
    assert (seen.act, revealed.act, seen.outcome) == ("see line", "reveal numbers", "done")
    assert seen.subject == revealed.subject == first(truth)
    assert (revealed.said.reason, revealed.said.asked) == ("To disclose them.", "first=2025-09-01")
    assert seen.said.by and seen.account is None
    refused("line", "K1", "07700 900999")
    (last,) = log.looks(case="K1", most=1)
    assert (last.act, last.outcome, last.subject) == ("see line", "refused", "+447700900999")


def test_a_page_of_a_line_that_goes_out_is_logged(truth: dict[str, Any], tmp_path: Path) -> None:
    good("line", "K1", first(truth), "--html", str(tmp_path / "line.html"))
    (last,) = log.looks(case="K1", most=1)
    assert (last.act, last.subject, last.said.changed) == ("export", first(truth), "page of a line")
