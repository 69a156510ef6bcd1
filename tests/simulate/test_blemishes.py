"""Each planted blemish stands where the list says, is what the list says, and costs no good row."""

import csv
import io
from importlib.resources import files as package_files

import pytest
from plain_count import day, grids, listed, tables

from clewline.formats.mapping import read_mapping
from clewline.simulate import default_margins, simulate
from clewline.simulate.blemishes import RECIPES
from clewline.simulate.tables import WORKBOOKS
from clewline.simulate.work import importing

SYSTEMS = ("custodian", "lighthouse", "moorings", "quartermaster")


@pytest.fixture(scope="module")
def files():
    return list(simulate(default_margins(), seed=3))


@pytest.fixture(scope="module")
def sheets(files):
    exports = [f for f in files if f.name.startswith(SYSTEMS)]
    return {(f.name, sheet): dict(grid) for f in exports for sheet, grid in grids(f)}


@pytest.fixture(scope="module")
def spots(files, sheets):
    """Each blemish with its row, as a dict where it has the header's cells, and the header."""
    found = []
    for spot in listed(files):
        grid = sheets[spot["file"], spot["sheet"]]
        first = [b for b in listed(files) if b["file"] == spot["file"] and b["sheet"] == spot["sheet"]]
        above = any(b["line"] == "1" and "above" in b["blemish"] for b in first)
        header = grid[2 if above else 1]
        cells = grid.get(int(spot["line"]), [])
        found.append((spot, dict(zip(header, cells, strict=False)), header, cells))
    return found


def test_every_recipe_is_planted_in_the_exporting_forces_files(spots):
    planted = {spot["blemish"] for spot, *_ in spots if "metropolitan" in spot["file"]}
    assert {r.blemish for r in RECIPES} <= planted
    assert {"blank row", "row of totals", "merged cells", "hidden sheet"} <= planted


LOOKS = {
    "impossible day": lambda r: {"31/02/2023", "31 Feb 2023", "2023-02-31"} & set(r.values()),
    "year of two digits": lambda r: r["Arrested On"] == "01/02/23",
    "unknown offence code": lambda r: r["Offence (CJS)"] == "ZZ99999",
    "no person number": lambda r: r["Person No"] == "",
    "birth after the arrest": lambda r: day(r["DOB"]) > day(r["Arrested On"]),
    "birth after the event": lambda r: day(r["Date of Birth"]) > day(r["Event Date"]),
    "charge without its person": lambda r: (r["Disposal"], r["Person No"]) == ("CHGD", ""),
    "charge without its offence": lambda r: (r["Disposal"], r["Offence (CJS)"]) == ("CHGD", ""),
    "unknown disposal": lambda r: r["Disposal"] == "CHARGED?",
    "child charged, and nobody considered section 45": lambda r: (
        r["Disposal"] == "CHGD"
        and day(r["DOB"]).year + 15 in (day(r["Disposed On"]).year - 1, day(r["Disposed On"]).year)
    ),
    "sentence without conviction": lambda r: r["Result"] == "NG" and int(r["Custody (months)"]) > 0,
    "day in words": lambda r: r["Hearing Date"] == "last Tuesday",
    "negative weight": lambda r: float(r["weight_kg"]) < 0,
    "unknown drug": lambda r: r["drug_type"] == "blue stuff",
    "weight in words": lambda r: r["weight_kg"] == "about 2 kilos",
    "day typed as text, day or month first": lambda r: r["date_seized"] == "03/02/2023",
    "formula in a cell": lambda r: r["est_value_gbp"] == "1000",
    "no exhibit reference": lambda r: r["exhibit_ref"] == "" and r["cash_amount"] != "",
    "no client number": lambda r: r["Client Number"] == "" and r["Event Code"] != "ENG",
    "accents of the Windows code page": lambda r: r["Client Surname"] == "Örneßt-Çalbré",
    "text that begins like a formula": lambda r: r["Notes"].startswith("="),
    "sign that the guide does not know": lambda r: r["Sign"] == "ODD1",
    "status with nobody's name on it": lambda r: r["Said By"] == "" and r["Status"],
    "time of no clock": lambda r: r["Found At"] == "25:10",
    "neither yes nor no to consent": lambda r: r["Answer"] == "MAYBE",
    "answer to a referral that nobody made": lambda r: r["referral_ref"] == "XX/00/SG000000",
    "answer about another person": lambda r: r["person_ref"] == "LX000001",
    "accepted a second time": lambda r: r["answer"] == "yes",
    "blank row": lambda r: not any(r.values()),
    "row of totals": lambda r: next(iter(r.values())) == "TOTAL",
    "merged cells": lambda r: next(iter(r.values())) == "Moved to store B" and not r.get("date_seized"),
}
"""Blemish to what its row looks like."""


def test_each_blemished_row_is_where_the_list_says(spots):
    for spot, row, _, _ in spots:
        if spot["blemish"] in LOOKS:
            assert LOOKS[spot["blemish"]](row), spot


def test_the_shapes_of_rows_are_as_listed(files, sheets, spots):
    content = {f.name: f.content for f in files}
    for spot, _row, header, cells in spots:
        text = content[spot["file"]]
        if spot["blemish"] == "too few cells":
            assert len(cells) == 4 < len(header)
        elif spot["blemish"] == "quote that never closes":
            line = text.decode().split("\n")[int(spot["line"]) - 1]
            assert line.count('"') == 1
        elif spot["blemish"].startswith("row sent twice"):
            same = [
                n
                for n, other in sheets[spot["file"], spot["sheet"]].items()
                if other[:2] == cells[:2] and n < int(spot["line"])
            ]
            assert len(same) == 1, spot
        elif spot["blemish"] == "byte order mark":
            assert text.startswith(b"\xef\xbb\xbf")
        elif spot["blemish"] == "hidden sheet":
            assert spot["sheet"] == "drugs register (old)"
            assert cells == header
        elif spot["shown_by"]:
            assert spot["outcome"] == "taken" and any(spot["about"] in cell for cell in cells), spot
        elif "above the header" in spot["blemish"]:
            assert len([c for c in cells if c]) == 1
        else:
            assert spot["blemish"] in LOOKS, spot


def test_a_refused_row_speaks_of_nothing_that_a_good_row_speaks_of(files, spots):
    good = {r["Custody No"] for r in tables(files)["Custody No"]}
    for spot, row, _, _ in spots:
        if (
            spot["outcome"] == "problem"
            and "custody_records" in spot["file"]
            and "twice" not in spot["blemish"]
        ):
            assert row["Custody No"] not in good, spot


def test_the_line_below_an_unclosed_quote_is_a_good_row(sheets, spots):
    for spot, *_ in spots:
        if spot["blemish"] == "quote that never closes":
            below = sheets[spot["file"], ""][int(spot["line"]) + 1]
            assert day(below[1])


def test_blemishes_grow_with_the_scale():
    def unknown_drugs(scale):
        files = simulate(importing(default_margins()), scale=scale, seed=5)
        return sum(b["blemish"] == "unknown drug" for b in listed(files))

    assert (unknown_drugs(1), unknown_drugs(2)) == (1, 2)


def test_every_sheet_and_file_has_exactly_one_layout_of_its_systems_mapping(files, sheets, spots):
    folder = package_files("clewline.formats") / "mappings"
    headers = {(spot["file"], spot["sheet"]): header for spot, _, header, _ in spots}
    used = {}
    for (name, sheet), grid in sheets.items():
        system = name.split("_")[0]
        mapping = read_mapping((folder / f"{system}.toml").read_text("utf-8"))
        header = tuple(headers.get((name, sheet), grid[1]))
        fitting = [layout.name for layout in mapping.layouts if layout.fits(header)]
        assert len(fitting) == 1, (name, sheet, fitting)
        used.setdefault(system, set()).add(fitting[0])
        assert len(header) > len(mapping.layout_for(header).columns) or system in WORKBOOKS
        assert used[system] <= {layout.name for layout in mapping.layouts}
    for system, names in used.items():
        mapping = read_mapping((folder / f"{system}.toml").read_text("utf-8"))
        assert names == {layout.name for layout in mapping.layouts}


def test_the_published_list_has_the_columns_of_the_press_figures(files):
    text = next(f for f in files if f.name == "published.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {(r["release_id"], r["period_start"], r["period_basis"]) for r in rows} == {
        ("M5", "2023-02-27", "stated")
    }
    assert {r["indicator"]: r["as_stated"] for r in rows}["drug_value_gbp"] == "over 1 million"
    assert len(rows) == 16
