"""Pairs made up from people's tracks take part in a fit of co-travel, and its card says how many of what kind."""

from datetime import date
from pathlib import Path

import pytest

from clewline.errors import BadInput, Misused
from clewline.evidence.card import read_card
from clewline.evidence.fitting import co_travel
from clewline.workflow.evidence.answers import Files
from clewline.workflow.evidence.fit import MADE_UP, About, fit_files
from clewline.workflow.evidence.tracks import read_tracks
from workflow.evidence.travel_files import add, write_tracks, write_travel

ABOUT = About(name="ours", version="1", fitted_on="Made-up people.", licence="none", day=date(2026, 11, 28))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(co_travel, "HOPS", 300)
    monkeypatch.setattr(co_travel, "RESAMPLES", 10)
    monkeypatch.setattr("clewline.workflow.evidence.fit.RESAMPLES", 50)


def test_a_card_says_how_many_pairs_of_what_kind_were_made_up(tmp_path: Path) -> None:
    files, tracks = Files(**write_travel(tmp_path, pairs=80)), write_tracks(tmp_path)
    without = fit_files([files], about=ABOUT)
    found = fit_files([files], about=ABOUT, tracks=tracks, made_up=120)
    again = fit_files([files], about=ABOUT, tracks=tracks, made_up=120)
    assert found.text() == again.text()
    card = read_card(found.text())
    assert sum(card.made_up.values()) == 120 and set(card.made_up) == {"same", "random", "nearby", "habit"}
    assert card.pairs == 200 == 120 + without.card.pairs and without.card.made_up == {}
    assert MADE_UP in card.limits and MADE_UP not in without.card.limits
    # The pairs of the files alone say how good it is; the made-up ones stand apart, by kind.
    (whole,) = card.scores_by("all")
    assert (whole.same, whole.different) == (40, 40) and len(found.outcomes) == 80
    made = [s for s in card.scores_by("kind") if s.name.endswith(", made up")]
    assert made and all(s.same == card.made_up["same"] for s in made)
    assert found.parameters["coefficients"] != without.parameters["coefficients"]


def test_each_of_several_trials_is_measured_by_itself(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("one", "two")]
    for folder in folders:
        folder.mkdir()
    trials = [Files(**write_travel(folder, pairs=80, rate="24")) for folder in folders]
    add(trials[1].records, "p000a,soon,,data,north,n,52,1")
    both = fit_files(trials, about=ABOUT)
    one = fit_files(trials[:1], about=ABOUT)
    # The same people dealt again: twice the pairs, and bounds that rest on one trial's.
    assert (both.card.pairs, both.card.people) == (160, 40) and one.card.pairs == 80
    assert [o.pair for o in both.outcomes][:1] == ["1/p000"] and [o.pair for o in one.outcomes][:1] == [
        "p000"
    ]
    assert both.card.most < one.card.most + 0.15
    assert [(path.parent.name, path.name, left.total) for path, left in both.left_out if left.total] == [
        ("two", "records.csv", 1)
    ]


def test_made_up_pairs_need_tracks_and_tracks_a_number_and_both_co_travel(tmp_path: Path) -> None:
    files = [Files(**write_travel(tmp_path))]
    with pytest.raises(Misused, match="give both, or neither"):
        fit_files(files, about=ABOUT, made_up=5)
    with pytest.raises(Misused, match="give both, or neither"):
        fit_files(files, about=ABOUT, tracks=tmp_path / "tracks.csv")
    with pytest.raises(Misused, match="pairs are made up for co_travel alone"):
        fit_files(files, about=ABOUT, type_name="separation", tracks=tmp_path / "t.csv", made_up=5)
    with pytest.raises(Misused, match="'Mars' is not a time zone"):
        fit_files(files, about=ABOUT, zone="Mars")


def test_tracks_without_days_enough_make_no_pair(tmp_path: Path) -> None:
    files = [Files(**write_travel(tmp_path))]
    tracks = write_tracks(tmp_path, people=2, days=1)
    with pytest.raises(BadInput, match=r"tracks.csv: No pair can be made up"):
        fit_files(files, about=ABOUT, tracks=tracks, made_up=5)


def test_a_fix_that_cannot_be_used_is_left_out_with_its_line(tmp_path: Path) -> None:
    tracks = write_tracks(tmp_path, people=2, days=1)
    at = "2026-03-01T10:00:00+00:00"
    add(tracks, f",{at},50,0", "w0,then,50,0", "w0,2026-03-01T10:00:00,50,0", f"w0,{at},,0", f"w0,{at},91,0")
    found = read_tracks(tracks, zone="Europe/London")
    assert (len(found.tracks.t), list(found.people)) == (300, ["w0", "w1"])
    assert [line for line, _ in found.left_out.first] == [302, 303, 304, 305, 306]
    assert found.left_out.total == 5 and len(found.left_out.counts) == 4
    tracks.write_text(f"person,start,lat,lon\nw0,{at},91,0\n")
    with pytest.raises(BadInput, match="No fix can be used"):
        read_tracks(tracks, zone="Europe/London")
