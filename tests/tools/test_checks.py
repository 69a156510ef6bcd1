"""The checks of `make check` find one bad line among good ones, and leave the good ones alone."""

import tomllib
from pathlib import Path

import pytest

from check_exclusions import excepted_imports, unexplained
from check_lengths import judged
from check_paths import machine_paths
from check_settings import variables_read
from generate_docs import differences
from house import PURE, ROOT, folders
from pages.kinds import said
from pages.markdown import block, table

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]
BARE = "# " + "type: ignore[arg-type]"
"""Put together here, so that the check does not find it in this file."""


def test_an_exclusion_without_a_reason_is_found_among_explained_ones() -> None:
    code = "\n".join(
        [
            f"a = 1  {BARE}  # the stubs know only text",
            f"b = 2  {BARE}",
            f'c = "{BARE}"',
            "d = 4  # an ordinary comment",
        ]
    )
    assert list(unexplained(code)) == [(2, "type: ignore[arg-type]")]


@pytest.mark.parametrize(
    ("comment", "explained"),
    [
        ("pragma: no cover", False),
        ("pragma: no cover - cannot be reached", True),
        ("noqa", False),
        ("noqa: E731", False),
        ("noqa: E731, F401", False),
        ("noqa: E731 - one expression, used once", True),
        ("type: ignore", False),
    ],
)
def test_the_reason_is_words_and_not_a_rule(comment: str, explained: bool) -> None:
    assert (not list(unexplained(f"a = 1  # {comment}\n"))) is explained


def test_an_import_contract_takes_no_exception() -> None:
    contracts = """
        [[tool.importlinter.contracts]]
        name = "Held"
        [[tool.importlinter.contracts]]
        name = "Bent"
        ignore_imports = ["a -> b"]
    """
    assert list(excepted_imports(contracts)) == ["Bent"]


def test_a_path_of_a_machine_is_found_and_an_address_is_not() -> None:
    folder = "/" + "home/ann/record"
    text = f"see https://example.org{folder}\n  store = '{folder}'\n  ./home/page\n"
    assert machine_paths(text) == [(2, "/" + "home/ann")]


def test_every_way_of_reading_a_variable_is_seen() -> None:
    code = """
os.environ["A"]
os.environ.get("B", "x")
os.getenv("C")
option = Option(envvar="D")
"E" in os.environ
settings.get("not a variable")
"""
    assert sorted(variables_read(code)) == ["A", "B", "C", "D", "E"]


def test_a_long_file_fails_and_a_short_one_does_not() -> None:
    assert judged("a.py", 300) is None
    assert judged("a.py", 301) is not None


def test_a_page_that_is_not_what_the_code_says_is_shown_with_its_difference(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("one\ntwo\n", encoding="utf-8")
    assert differences(page, "one\ntwo\n") == []
    assert "+three" in differences(page, "one\nthree\n")
    assert "+new" in differences(tmp_path / "missing.md", "new\n")


def test_a_type_is_said_in_words() -> None:
    assert said(tuple[str, ...]) == "list of text"
    assert said(bool | None) == "yes or no"


def test_a_table_keeps_its_cells_on_one_line() -> None:
    assert table(["a"], [["x |\n y"]])[2] == "| x \\| y |"


def test_a_block_loses_its_common_indent_alone() -> None:
    assert block("\n        a\n          b\n    ")[1:3] == ["a", "  b"]


def test_the_contract_of_purity_names_every_pure_folder() -> None:
    pure = next(c for c in CONTRACTS if c["name"].startswith("The river is pure"))
    assert pure["source_modules"] == [f"clewline.{name}" for name in PURE if name in folders()]


def test_the_contract_on_duckdb_names_every_folder_that_is_not_pure() -> None:
    alone = next(c for c in CONTRACTS if c["name"].startswith("Only analysis"))
    world = folders() - set(PURE) - {"analysis", "reference"}
    assert set(alone["source_modules"]) == {f"clewline.{name}" for name in world}
