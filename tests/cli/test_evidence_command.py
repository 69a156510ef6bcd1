"""`evidence validate`: what it prints, the report that it writes, and how refusals leave."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from pypdf import PdfReader

from clewline.errors import BadInput, Misused
from clewline.evidence.card import write_card
from clewline.evidence.finding import Propositions
from clewline.evidence.lir_adapter import Curve, Tippett
from clewline.evidence.validation import validate
from clewline.output import lr_charts
from clewline.output.validation_words import number, summary
from cli.test_commands import good, refused, run
from evidence.files_made import write_files
from evidence.outcomes_made import outcomes
from evidence.test_card import CARD

ON = ("--on", "2026-11-28", "--resamples", "100")


class Shape(HTMLParser):
    """Which elements a page has, and whether each is closed in its order."""

    VOID = ("meta", "line", "path", "rect", "circle")

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.found.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    made = outcomes(60, people=30, cotravel=4)
    made[0] = replace(made[0], log10_lr=None)
    files = write_files(tmp_path, made)
    return ["evidence", "validate", *(w for name, path in files.items() for w in (f"--{name}", str(path)))]


def test_the_scores_are_printed_and_what_has_none_is_said(asked: list[str]) -> None:
    result = run(*asked, "--by", "network", *ON)
    assert result.exit_code == 0, result.output
    assert re.search(r"all different +60 +60 +0\.\d{3} +0\.\d{3}-0\.\d{3}", result.stdout)
    assert "nearby" in result.stdout and "network n0" in result.stdout and "too few" in result.stdout
    assert "cotravel: 4 pairs of unknown carrier, 50.0 % above 100" in result.stdout
    assert "1 pair has no finding; each counts as a ratio of 1." in result.stderr
    assert "nearby: Not scored: 60 pairs of the same person and 15 pairs of different people" in result.stderr


def test_scripts_are_told_as_json(asked: list[str]) -> None:
    told = json.loads(good(*asked, "--json", *ON))
    whole = told["groups"][0]
    assert (told["pairs"], whole["same"], told["type"], told["seed"]) == (124, 60, "co_travel", 1)
    assert set(whole["scores"]["different_above"]) == {"1", "10", "100", "1000"}
    assert whole["scores"]["cllr"]["lower"] < whole["scores"]["cllr"]["value"]
    assert told["cotravel"]["above_100"]["value"] == 0.5
    assert [f["what"] for f in told["files"]] == ["pairs", "truth", "findings", "records"]


def test_the_report_is_one_page_that_fetches_nothing_and_is_the_same_again(
    asked: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "report.html"
    said = run(*asked, "--by", "network", "--report", path, *ON)
    assert f"Written: {path}" in said.stderr.replace("\n", "")
    page = path.read_text()
    shape = Shape(page)
    assert shape.open == [] and shape.found.count("svg") == 5
    assert {"script", "link", "img"}.isdisjoint(shape.found)
    assert "http" not in page.replace("http-equiv", "")
    assert page.count('<svg role="img" aria-labelledby=') == 5
    for words in (
        "Question and propositions",
        "co_travel",
        "28 November 2026",
        "Tippett plot",
        "1 pair has no finding",
        "There is no card of a model",
        "People who travelled together",
        "Not scored: 60 pairs",
        "clewline evidence validate --pairs pairs.csv",
        "--by network --seed 1 --resamples 100 --on 2026-11-28 --report report.html",
        "scikit-learn",
    ):
        assert words in page, words
    assert str(tmp_path) not in page and ">w1<" not in page
    good(*asked, "--by", "network", "--report", path, *ON)
    assert path.read_text() == page


def test_the_report_of_a_model_tells_its_card(asked: list[str], tmp_path: Path) -> None:
    model = tmp_path / "co_travel.json"
    strange = replace(CARD, propositions=Propositions(first="One <person>.", second="Two & more."), most=0.5)
    model.write_text(write_card(strange))
    path = tmp_path / "report.html"
    good(*asked, "--model", model, "--report", path, *ON)
    page = path.read_text()
    assert "Validation of the model co_travel 1.0" in page
    assert "One &lt;person&gt;." in page and "Two &amp; more." in page
    assert "They do not keep within the model's bounds" in page.replace("&#39;", "'")
    assert CARD.limits[0] in page and "--model co_travel.json" in page


def test_the_report_is_a_tagged_pdf_whose_pictures_have_names(asked: list[str], tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    good(*asked, "--report", path, *ON)
    content = path.read_bytes()
    reader = PdfReader(path)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert "Misleading findings" in "".join(page.extract_text() for page in reader.pages)
    good(*asked, "--report", path, *ON)
    assert path.read_bytes() == content


def test_few_people_and_few_pairs_are_reported_without_a_number_that_they_do_not_bear(tmp_path: Path) -> None:
    few = outcomes(10, people=8)
    files = write_files(tmp_path, few)
    path = tmp_path / "report.html"
    words = [w for name in ("pairs", "truth", "findings") for w in (f"--{name}", str(files[name]))]
    good("evidence", "validate", *words, "--report", path, *ON)
    page = path.read_text()
    assert "The ratios are not scored." in page and "No records were given" in page
    assert Shape(page).open == [] and page.count("<svg") == 4
    (tmp_path / "bare").mkdir()
    bare = write_files(tmp_path / "bare", outcomes(30, people=6))
    words = [w for name in ("pairs", "truth", "findings") for w in (f"--{name}", str(bare[name]))]
    good("evidence", "validate", *words, "--report", path, *ON)
    assert "Without intervals" in path.read_text() and "Scored without intervals" in path.read_text()


def test_ratios_without_a_fault_are_reported_so(tmp_path: Path) -> None:
    right = [replace(o, log10_lr=2.0 if o.same else -2.0) for o in outcomes(40, people=30)]
    files = write_files(tmp_path, right)
    path = tmp_path / "report.html"
    words = [w for name in ("pairs", "truth", "findings") for w in (f"--{name}", str(files[name]))]
    good("evidence", "validate", *words, "--report", path, *ON)
    assert "No ratio speaks for the untrue proposition." in path.read_text()
    assert Shape(path.read_text()).open == []


def test_a_loss_beyond_chance_is_said_plainly() -> None:
    found = " ".join(summary(validate(outcomes(300, times=4), seed=1, times=100)))
    assert "more than chance, and the ratios should not be read as they stand" in found
    assert "A loss beyond chance is shown for: random." in found
    assert "Worth nothing as they stand" in " ".join(
        summary(validate(outcomes(300, times=9), seed=1, times=100))
    )
    said = " ".join(summary(validate(outcomes(300), seed=1, times=100)))
    assert "not shown to be more" in said and "beyond chance is shown" not in said
    assert re.search(r"worth least for (nearby|random): Cllr 0\.\d{3} \[", said)


def test_infinite_ratios_are_written_as_such() -> None:
    assert [number(v) for v in (float("inf"), -float("inf"), -1.5)] == ["∞", "−∞", "−1.50"]


def test_names_of_curves_stay_on_the_drawing() -> None:
    drawn = lr_charts.tippett(Tippett(x=(-1.9, 1.9), same=(1.0, 1.0), different=(1.0, 0.0)))
    places = [float(x) for x in re.findall(r'<text x="([\d.]+)"[^>]*font-weight', str(drawn))]
    assert len(places) == 2 and all(0 < x < lr_charts.WIDTH for x in places)
    assert "0 points" in str(lr_charts.pav(Curve(x=(-1.0, 1.0), y=(-float("inf"), float("inf")))))


def test_refusals_are_said_and_leave_with_their_code(asked: list[str], tmp_path: Path) -> None:
    assert isinstance(refused(*asked, "--report", tmp_path / "r.docx"), Misused)
    assert isinstance(refused(*asked, "--on", "soon"), Misused)
    truth = tmp_path / "truth.csv"
    truth.write_text(truth.read_text().replace("p0001,1", "p0001,9"))
    assert isinstance(refused(*asked), BadInput)
    pairs = ("--pairs", tmp_path / "pairs.csv", "--truth", truth)
    truth.write_text(truth.read_text().replace("p0001,9", "p0001,1"))
    assert isinstance(refused("evidence", "validate", *pairs), Misused)
