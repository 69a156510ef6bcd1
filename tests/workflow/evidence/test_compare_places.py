"""Separation and usual places compared one by one, from records that say where the cells stand."""

from pathlib import Path
from statistics import fmean

import pyarrow.parquet as parquet
import pytest
from pyarrow.csv import read_csv

from clewline.errors import BadInput
from clewline.evidence.types import all_types
from clewline.evidence.types.separation import weigh
from clewline.workflow.evidence.compare import compare_files
from clewline.workflow.evidence.comparisons import findings
from clewline.workflow.evidence.models import fitted
from evidence.labelled_made import pairs
from workflow.evidence.places_files import write_places
from workflow.evidence.travel_files import add

TYPES = ("separation", "usual_places")


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = write_places(tmp_path, people=8)
    del made["truth"]
    return made


@pytest.mark.parametrize("name", TYPES)
def test_every_pair_is_weighed_by_its_places(files: dict[str, Path], name: str) -> None:
    found = compare_files(**files, type_name=name)
    assert [line.pair for line in found.lines] == [p.pair for p in pairs(people=8)]
    said: dict[str, list[float]] = {}
    for line, pair in zip(found.lines, pairs(people=8), strict=True):
        assert line.log10_lr is not None and line.together is None
        said.setdefault(pair.kind, []).append(line.log10_lr)
    assert min(said["same"]) > 0 and fmean(said["random"]) < fmean(said["same"])
    assert (found.sites, found.without, found.model.card.name) == (24, 0, f"{name}_1")


def test_a_file_says_what_the_case_says(files: dict[str, Path]) -> None:
    _, model = fitted("separation", None)
    for line, pair in zip(compare_files(**files, type_name="separation").lines, pairs(people=8), strict=True):
        ratio = weigh(pair.question, model.parameters).ratio
        assert ratio is not None and line.log10_lr == pytest.approx(ratio.log10_lr, abs=1e-6)


@pytest.mark.parametrize("name", TYPES)
def test_the_order_of_the_records_changes_nothing(files: dict[str, Path], name: str) -> None:
    before = findings(compare_files(**files, type_name=name))
    head, *lines = files["records"].read_text().splitlines()
    files["records"].write_text("\n".join([head, *reversed(lines)]))
    assert findings(compare_files(**files, type_name=name)) == before


def test_a_record_without_a_place_is_left_out_and_its_line_is_said(files: dict[str, Path]) -> None:
    add(
        files["records"],
        "n000,2026-03-01T10:00:00Z,,0.1,north",
        "n000,2026-03-01T10:00:00Z,nan,0.1,north",
        "n000,2026-03-01T10:00:00Z,0,0,north",
        "n000,2026-03-01T10:00:00Z,91,0,north",
    )
    left = compare_files(**files, type_name="separation").records_left_out
    first = left.first[0][0]
    assert left.counts == {"It has no coordinates.": 2, "Its coordinates are nowhere that a cell is.": 2}
    assert [line for line, _ in left.first] == [first, first + 1, first + 2, first + 3]


def test_an_operator_is_not_needed_and_coordinates_are(files: dict[str, Path]) -> None:
    whole = files["records"].read_text()
    before = findings(compare_files(**files, type_name="separation"))
    files["records"].write_text(whole.replace(",north", "").replace(",operator", ""))
    assert findings(compare_files(**files, type_name="separation")) == before
    files["records"].write_text(whole.replace(",lat,", ",y,"))
    with pytest.raises(BadInput, match=r"records.csv: The column lat is missing"):
        compare_files(**files, type_name="separation")


@pytest.mark.parametrize("name", TYPES)
def test_records_in_parquet_say_what_those_in_csv_say(
    files: dict[str, Path], tmp_path: Path, name: str
) -> None:
    made = tmp_path / "r.parquet"
    parquet.write_table(read_csv(files["records"]), made)
    of_csv = compare_files(**files, type_name=name)
    assert findings(compare_files(**files | {"records": made}, type_name=name)) == findings(of_csv)


def test_a_row_of_another_width_costs_itself_alone(files: dict[str, Path]) -> None:
    before = findings(compare_files(**files, type_name="separation"))
    add(files["records"], "n000,2026-03-01T10:00:00Z,52", "")
    found = compare_files(**files, type_name="separation")
    assert findings(found) == before and found.records_left_out.total == 1


def test_each_type_with_a_model_says_what_it_reads() -> None:
    assert all(bool(kind.reads) == (kind.model is not None) for kind in all_types().values())
