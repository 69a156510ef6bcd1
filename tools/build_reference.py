"""Write the generated reference lists: offences.csv and forces.csv.

    python tools/build_reference.py SHARED_REFERENCE_DIR

Run it when a source list or one of the hand-kept tables beside it changes (offence_groups.csv, drugs.csv,
drug_class.csv). The same sources give the same bytes. It stops, and writes nothing, where the tables
contradict the sources.
"""

import csv
import io
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

TABLES = Path(__file__).parent.parent / "src" / "clewline" / "reference"
_CLASS = re.compile(r"\bclass '?([abc])\b", re.IGNORECASE)
_GROUPS = ("drug trafficking", "drug possession", "modern slavery", "violence", "weapons", "other")


class Listed(NamedTuple):
    """One code of the source list, and what this file derives from its title."""

    code: str
    title: str
    category: str
    recordable: bool
    group: str
    drug: str
    drug_class: str


def build(shared: Path, tables: Path = TABLES) -> dict[str, bytes]:
    """Return the content of each generated file by its name."""
    return {"offences.csv": _offences(shared, tables), "forces.csv": _forces(shared)}


def _offences(shared: Path, tables: Path) -> bytes:
    """Return every code with its group, the drug that its title names, and that drug's class.

    A class that the title does not state is taken from the other titles of the list that name the same
    drug, where they all agree; `class_basis` says which of the two it was.
    """
    group_of = _grouping(_rows(tables / "offence_groups.csv"))
    drug_in = _drug_finder(_rows(tables / "drugs.csv"))
    listed = []
    for row in json.loads((shared / "cjs" / "cjs-offences.json").read_text("utf-8")):
        code, category = row["cjsCode"], row["offenceCategory"]
        title = " ".join(row["offenceTitle"].split())
        group = group_of(code, title, category)
        drug = drug_in(title) if group.startswith("drug") else ""
        stated = _CLASS.search(title)
        drug_class = stated[1].upper() if stated and group.startswith("drug") else ""
        listed.append(Listed(code, title, category, row["recordableOnPnc"], group, drug, drug_class))
    said = _classes_said(listed)
    _agree(said, _rows(tables / "drug_class.csv"))
    return _csv(
        ["code", "title", "category", "recordable", "offence_group", "drug", "drug_class", "class_basis"],
        (
            (o.code, o.title, o.category, "yes" if o.recordable else "no", o.group, o.drug, *_class(o, said))
            for o in sorted(listed)
        ),
    )


def _grouping(rules: list[dict[str, str]]) -> Callable[[str, str, str], str]:
    """Return what names the group of a code, title and category: that of the first rule that fits."""
    tests: list[tuple[str, str, re.Pattern[str]]] = []
    for rule in rules:
        if rule["group"] not in _GROUPS:
            sys.exit(f"offence_groups.csv names a group that does not exist: {rule['group']}")
        pattern = rule["pattern_or_prefix"]
        if rule["basis"] == "code":
            pattern = rf"^(?:{'|'.join(pattern.split())})"
        elif rule["basis"] == "category":
            pattern = rf"^(?:{pattern})$"
        tests.append((rule["group"], rule["basis"], re.compile(pattern, re.IGNORECASE)))

    def group_of(code: str, title: str, category: str) -> str:
        texts = {"code": code, "title": title, "category": category, "code and title": f"{code} {title}"}
        return next((group for group, basis, test in tests if test.search(texts[basis])), "other")

    return group_of


def _drug_finder(rows: list[dict[str, str]]) -> Callable[[str], str]:
    """Return what finds the first drug that a title names, by its longest name there."""
    canonical = {row["alias"]: row["drug"] for row in rows}
    names = "|".join(re.escape(alias) for alias in sorted(canonical, key=lambda a: (-len(a), a)))
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?![\w-])")

    def drug_in(title: str) -> str:
        found = pattern.search(title.casefold())
        return canonical[found[0]] if found else ""

    return drug_in


def _classes_said(listed: list[Listed]) -> dict[str, set[str]]:
    """Return the classes that titles state for each drug that they name."""
    said = defaultdict(set)
    for offence in listed:
        if offence.drug and offence.drug_class:
            said[offence.drug].add(offence.drug_class)
    return said


def _class(offence: Listed, said: dict[str, set[str]]) -> tuple[str, str]:
    if offence.drug_class:
        return offence.drug_class, "title"
    others = said.get(offence.drug, set())
    return (next(iter(others)), "other titles") if len(others) == 1 else ("", "")


def _agree(said: dict[str, set[str]], dated: list[dict[str, str]]) -> None:
    """Stop where a title states a class that the dated list says the drug never had."""
    known = defaultdict(set)
    for row in dated:
        known[row["drug"]].add(row["class"])
    wrong = sorted(drug for drug, classes in said.items() if not classes <= known[drug])
    if wrong:
        sys.exit(f"drug_class.csv lacks a class that offence titles state: {', '.join(wrong)}")


def _forces(shared: Path) -> bytes:
    """Return the 43 territorial forces and the British Transport Police."""
    pnc = {row["code"] for row in json.loads((shared / "cjs" / "forces.json").read_text("utf-8"))}
    rows = []
    for row in _rows(shared / "force_crosswalk.csv"):
        if row["pnc_force_code"] not in pnc:
            sys.exit(f"forces.json does not know the PNC code {row['pnc_force_code']}.")
        # "London, City of" is an index entry, not how anyone writes the name.
        name = " ".join(reversed(row["ons_pfa_name"].split(", ")))
        rows.append((row["data_police_uk_id"], name, row["pnc_force_code"], row["ons_pfa_code"]))
    return _csv(["force", "name", "pnc_code", "ons_code"], sorted(rows))


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _csv(header: list[str], rows: Iterable[tuple[object, ...]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("Usage: python tools/build_reference.py SHARED_REFERENCE_DIR")
    for name, content in build(Path(sys.argv[1])).items():
        (TABLES / name).write_bytes(content)
        print(f"{name}: {len(content.splitlines()) - 1} rows")
