"""`evidence compare` and `evidence fit`: what they print and write, and `evidence validate` without findings."""

import json
from pathlib import Path

import pytest

from clewline.errors import BadInput, Misused
from clewline.evidence.card import read_card
from clewline.evidence.fitting import co_travel as fitting
from cli.test_commands import good, refused, run
from workflow.evidence.places_files import write_places
from workflow.evidence.travel_files import add, write_tracks, write_travel


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    return write_travel(tmp_path, pairs=60)


def words(files: dict[str, Path], *names: str) -> list[str]:
    return [w for name in names for w in (f"--{name}", str(files[name]))]


def test_findings_are_written_and_the_account_is_said(files: dict[str, Path], tmp_path: Path) -> None:
    out = tmp_path / "findings.csv"
    asked = ["evidence", "compare", *words(files, "records", "pairs"), "--out", str(out)]
    add(files["records"], "p000a,soon,,data,north,n,52,1")
    add(files["pairs"], "q,p000a,p000b,2027-01-01T00:00:00Z,2027-01-02T00:00:00Z")
    result = run(*asked)
    assert result.exit_code == 0, result.output
    said = result.stderr.replace("\n", " ")
    assert "records.csv: 1 left out. The column start holds no instant" in said
    assert "60 of 61 pairs have a finding." in said and "1 have none" in said
    assert "By co_travel_1, version 1. Written:" in said and result.stdout == ""
    text = out.read_text().splitlines()
    assert text[0] == "pair,log10_lr,lower,upper,type,log10_lr_together" and len(text) == 62
    assert text[-1] == "q,,,,co_travel,"
    account = json.loads(good(*asked, "--json"))
    assert account["records"]["left_out"]["rows"] == 1
    assert account["model"] == {"name": "co_travel_1", "version": "1"}


def test_validate_compares_by_itself_where_no_findings_are_given(files: dict[str, Path]) -> None:
    asked = ["evidence", "validate", *words(files, "records", "pairs", "truth")]
    told = json.loads(good(*asked, "--model", "co_travel_1", "--resamples", "100", "--json"))
    assert told["groups"][0]["scores"]["cllr"]["value"] < 0.5


def test_a_model_is_fitted_and_written(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "HOPS", 300)
    monkeypatch.setattr(fitting, "RESAMPLES", 20)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 100)
    out = tmp_path / "own_1.json"
    asked = ["evidence", "fit", *words(files, "records", "pairs", "truth"), "--out", str(out)]
    asked += ["--on", "2026-11-28"]
    result = run(*asked)
    assert result.exit_code == 0, result.output
    assert "all all different: Cllr 0." in result.stdout and "[" in result.stdout
    assert "Written:" in result.stderr
    card = read_card(out.read_bytes())
    assert (card.name, str(card.day), card.licence) == ("own_1", "2026-11-28", "not stated")
    scores = json.loads(good(*asked, "--json"))
    assert scores[0]["by"] == "all"


def test_pairs_are_made_up_from_tracks_and_counted_and_trials_go_by_threes(
    files: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fitting, "HOPS", 300)
    monkeypatch.setattr(fitting, "RESAMPLES", 10)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 50)
    out, tracks = tmp_path / "own_1.json", write_tracks(tmp_path)
    asked = ["evidence", "fit", *words(files, "records", "pairs", "truth"), "--out", str(out)]
    result = run(*asked, "--tracks", str(tracks), "--made-up", "40")
    assert result.exit_code == 0, result.output
    said = result.stderr.replace("\n", " ")
    assert (
        "Scores are of cross-validation: each pair was judged by a fit that saw neither of its people."
        in said
    )
    assert "Of 100 pairs that it was fitted on: 40 of the pairs are made up from people's own tracks:" in said
    assert sum(read_card(out.read_bytes()).made_up.values()) == 40
    one = json.loads(out.read_text())["parameters"]["coefficients"]
    made = ["--tracks", str(tracks), "--made-up", "40"]
    good(*asked, *made, "--middle", "50.5,0.15")
    assert json.loads(out.read_text())["parameters"]["coefficients"] != one
    for middle in ("50", "91,0", "50,0,1", "north,0"):
        nowhere = refused(*asked, *made, "--middle", middle)
        assert isinstance(nowhere, Misused) and "is no place" in str(nowhere)
    odd = refused(*asked, "--records", str(files["records"]))
    assert isinstance(odd, Misused) and "each of the three is one trial" in str(odd)


def test_hours_are_by_the_zone_asked_for_and_a_validation_says_what_it_scores(tmp_path: Path) -> None:
    records, pairs = tmp_path / "r.csv", tmp_path / "p.csv"
    # Two places, by the phones in opposite order within an hour that spans two parts of the day, but not in India.
    days = [
        f"{phone},2026-03-0{day}T{at}+00:00,{lat},0"
        for day in (1, 2, 3)
        for phone, early, late in (("p", 50, 51), ("q", 51, 50))
        for at, lat in (("14:30:00", early), ("15:15:00", late))
    ]
    records.write_text("\n".join(["phone,start,lat,lon", *days]))
    pairs.write_text(
        "pair,phone_a,phone_b,window_start,window_end\none,p,q,2026-03-01T00:00:00Z,2026-03-05T00:00:00Z\n"
    )
    asked = [
        "evidence",
        "compare",
        "--records",
        str(records),
        "--pairs",
        str(pairs),
        "--type",
        "usual_places",
    ]
    outs = [tmp_path / f"{n}.csv" for n in range(2)]
    good(*asked, "--out", str(outs[0]))
    good(*asked, "--out", str(outs[1]), "--zone", "Asia/Kolkata")
    british, indian = (float(out.read_text().splitlines()[1].split(",")[1]) for out in outs)
    assert british < indian
    nowhere = refused(*asked, "--out", str(outs[0]), "--zone", "Mars")
    assert isinstance(nowhere, Misused) and "'Mars' is not a time zone" in str(nowhere)
    places = write_places(tmp_path)
    validate = ["evidence", "validate", *words(places, "records", "pairs", "truth"), "--resamples", "100"]
    validate += ["--model", "usual_places_1", "--on", "2026-11-28"]
    page = tmp_path / "v.html"
    result = run(*validate, "--zone", "UTC", "--report", str(page))
    assert result.exit_code == 0, result.output
    assert "one phone of each other person" in result.stderr.replace("\n", " ")
    text = page.read_text()
    assert "one phone of each other person" in text and "Asia/Shanghai" in text and "--zone UTC" in text


def test_refusals_leave_with_their_code(files: dict[str, Path], tmp_path: Path) -> None:
    fit = ["evidence", "fit", *words(files, "records", "pairs", "truth")]
    assert isinstance(refused(*fit, "--out", tmp_path / "m.txt"), Misused)
    contacts = refused(*fit, "--out", tmp_path / "m.json", "--type", "contacts_in_common")
    assert isinstance(contacts, Misused) and "separation, usual_places" in str(contacts)
    files["records"].write_text("phone\n")
    compare = ["evidence", "compare", *words(files, "records", "pairs"), "--out", str(tmp_path / "o.csv")]
    assert isinstance(refused(*compare), BadInput)
    assert not (tmp_path / "o.csv").exists()
