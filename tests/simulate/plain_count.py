"""Counts a simulated week from its files with nothing but the standard library: no reader, no figure of Clewline.

Rows that `blemishes.csv` lists as refused are passed over; that they deserve it is tested by themselves.
"""

import csv
import io
import json
import re
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from xml.etree import ElementTree

from clewline.simulate import Margins, SimulatedFile

REFUSED = ("problem", "blank", "notice")
CLASS_C_TRAFFICKING = {"MD71442", "MD71445", "MD71447"}
TRAFFICKING = CLASS_C_TRAFFICKING | {
    "MD71130", "MD71131", "MD71134", "MD71230", "MD71231", "MD71234", "MD71233", "MD71130C", "MD71131C",
    "MD71526", "MD71532", "MD71533", "MD71597",
}  # fmt: skip
CLASS_A_OR_B = TRAFFICKING - CLASS_C_TRAFFICKING | {"MD71210", "MD71211", "MD71214", "MD71530", "MD71596"}
VIOLENCE = {"OF61102", "OF61131", "OF61017", "CJ88116"}
CLASSES = {
    "A": {"crack cocaine", "heroin", "cocaine", "mdma"},
    "B": {"cannabis", "ketamine", "amphetamine"},
}
NAMES = {"metropolitan": {"metropolitan police service", "metropolitan police", "01"}}
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

Grid = list[tuple[int, list[str]]]
"""Line number and cells of each row, the header's among them."""


def grids(file: SimulatedFile) -> Iterator[tuple[str, Grid]]:
    """Yield the name (empty for text) and rows of each sheet, hidden ones too."""
    if file.name.endswith(".xlsx"):
        yield from _sheets(file.content)
        return
    custodian = file.name.startswith("custodian")
    text = file.content.decode("utf-8-sig" if not file.name.startswith("lighthouse") else "cp1252")
    delimiter = ";" if file.name.startswith("lighthouse") else ","
    assert custodian or "\r\n" in text or file.name in ("published.csv", "blemishes.csv")
    lines = text.split("\n")[:-1]
    yield (
        "",
        [(n, next(csv.reader([line], delimiter=delimiter), [])) for n, line in enumerate(lines, start=1)],
    )


def _sheets(content: bytes) -> Iterator[tuple[str, Grid]]:
    book = zipfile.ZipFile(io.BytesIO(content))
    shared = [
        "".join(t.text or "" for t in item.iter(f"{_MAIN}t"))
        for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))
    ]
    targets = {
        r.attrib["Id"]: r.attrib["Target"]
        for r in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        grid: Grid = []
        tree = ElementTree.fromstring(book.read("xl/" + targets[sheet.attrib[_RELATION]]))
        for row in tree.iter(f"{_MAIN}row"):
            cells: dict[int, str] = {}
            for c in row:
                value = c.findtext(f"{_MAIN}v") or ""
                if c.attrib.get("t") == "s":
                    value = shared[int(value)]
                elif "." in value:
                    value = repr(float(value))
                elif c.attrib.get("s") and value:
                    value = str(date(1899, 12, 30) + timedelta(days=int(value)))
                cells[_place(c.attrib["r"])] = value
            grid.append((int(row.attrib["r"]), [cells.get(n, "") for n in range(max(cells, default=-1) + 1)]))
        yield sheet.attrib["name"], grid


def _place(reference: str) -> int:
    letters = re.match("[A-Z]+", reference)
    assert letters
    found = 0
    for letter in letters[0]:
        found = found * 26 + ord(letter) - 64
    return found - 1


def listed(files: Iterable[SimulatedFile]) -> list[dict[str, str]]:
    """Return the rows of the list of blemishes."""
    text = next(f for f in files if f.name == "blemishes.csv").content.decode()
    return list(csv.DictReader(io.StringIO(text)))


def truth(files: Iterable[SimulatedFile]) -> dict:
    return json.loads(next(f for f in files if f.name == "truth.json").content)


def tables(files: list[SimulatedFile]) -> dict[str, list[dict[str, str]]]:
    """Return the good rows of each layout, of all forces together, by its first column's name."""
    bad = {(b["file"], b["sheet"], int(b["line"])): b["outcome"] for b in listed(files)}
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for file in files:
        if not file.name.startswith(("custodian", "lighthouse", "moorings", "quartermaster")):
            continue
        for sheet, grid in grids(file):
            if bad.get((file.name, sheet, 1)) == "notice" and "old" in sheet:
                continue
            grid = [(n, cells) for n, cells in grid if bad.get((file.name, sheet, n)) not in REFUSED]
            header = grid[0][1]
            found[header[0] if header[0] != "exhibit_ref" else header[6]] += [
                dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))
                for _, cells in grid[1:]
            ]
    return found


def day(text: str) -> date:
    for style in ("%d/%m/%Y", "%Y-%m-%d", "%d %b %Y"):
        try:
            return datetime.strptime(text, style).date()
        except ValueError:
            continue
    raise AssertionError(f"no day: {text!r}")


def per_cent(part: int, whole: int) -> int | None:
    return round(Decimal(100 * part) / whole) if whole else None


def count(files: list[SimulatedFile], m: Margins) -> dict[str, object]:
    """Return what the exporting force's files say of each margin."""
    every, names = tables(files), NAMES[m.force]

    def ours(table: str, when: str, first: date, force: str = "Force") -> list[dict[str, str]]:
        return [
            r for r in every[table] if r[force].strip().casefold() in names and first <= day(r[when]) <= m.end
        ]

    def seized(table: str) -> list[dict[str, str]]:
        return ours(table, "date_seized", m.start, "force_id")

    disposals = [r for r in every["Charge No"] if "Disposal" in r]
    charges = [
        r
        for r in disposals
        if r["Disposal"] == "CHGD"
        and r["Force"].casefold() in names
        and m.since <= day(r["Disposed On"]) <= m.end
    ]
    week = [r for r in charges if day(r["Disposed On"]) >= m.start]
    results = {
        r["Charge No"]: r["Result"]
        for r in every["Charge No"]
        if "Result" in r and r["Force"].casefold() in names and day(r["Hearing Date"]) <= m.end
    }
    arrests = ours("Custody No", "Arrested On", m.since)
    holders = {
        r["person_no"]
        for r in every["force_id"]
        if r.get("role_code") == "HOLDER"
        and r["force_id"].casefold() in names
        and day(r["stated_on"]) <= m.end
    } & {r["Person No"].strip() for r in arrests}
    charged_with: dict[str, list[str]] = defaultdict(list)
    for r in charges:
        charged_with[r["Person No"]].append(r["Charge No"])
    charged = {p for p in holders if p in charged_with}
    ended = {p for p in charged if all(c in results for c in charged_with[p])}
    convicted = {p for p in ended if any(results[c] == "G" for c in charged_with[p])}
    trafficked = {
        r["Person No"]: day(r["Disposed On"])
        for r in charges
        if r["Offence (CJS)"] in TRAFFICKING and day(r["Disposed On"]) >= m.year_start
    }
    violent = {
        r["Person No"]
        for r in every["Force"]
        if r["Previous Offence (CJS)"] in VIOLENCE
        and r["Person No"] in trafficked
        and day(r["Previous Arrest On"]) < trafficked[r["Person No"]]
    }
    slavery = [r for r in charges if r["Offence (CJS)"].startswith("MS15")]
    closures = [r for r in every["closure_ref"] if "closed_on" in r and r["force_id"].casefold() in names]
    drugs, weapons = seized("drug_type"), seized("weapon_type")

    def kg(drug_class: str) -> Decimal:
        return sum(
            (Decimal(r["weight_kg"] or 0) for r in drugs if r["drug_type"].casefold() in CLASSES[drug_class]),
            Decimal(0),
        )

    def items(firearm: str, imitation: str) -> int:
        return sum(
            int(r["item_count"])
            for r in weapons
            if (r["is_firearm"], r["is_imitation"]) == (firearm, imitation)
        )

    return {
        "arrests": len({r["Custody No"] for r in arrests if day(r["Arrested On"]) >= m.start}),
        "people_charged": len({r["Person No"] for r in week}),
        "charges": len({r["Charge No"] for r in week}),
        "charges_drug_trafficking": sum(r["Offence (CJS)"] in TRAFFICKING for r in week),
        "charges_class_a_and_b": sum(r["Offence (CJS)"] in CLASS_A_OR_B for r in week),
        "people_safeguarded": len(
            {
                r["Client Number"]
                for r in ours("Event Number", "Event Date", m.start, "Agency")
                if r["Event Code"] in ("REF", "STR", "PLN", "INV")
            }
        ),
        "lines_closed": len({r["line_ref"] for r in closures if m.start <= day(r["closed_on"]) <= m.end}),
        "class_a_kg": kg("A"),
        "class_b_kg": kg("B"),
        "drugs_value_gbp": sum(Decimal(r["est_value_gbp"]) for r in drugs),
        "cash_gbp": sum(Decimal(r["cash_amount"]) for r in seized("currency") if r["currency"] == "GBP"),
        "firearms": items("1", "0"),
        "weapons": items("0", "0"),
        "lines_closed_since": len(
            {r["line_ref"] for r in closures if m.since <= day(r["closed_on"]) <= m.end}
        ),
        "arrests_since": len({r["Custody No"] for r in arrests}),
        "line_holders_arrested": len(holders),
        "line_holders_charged_percent": per_cent(len(charged), len(holders)),
        "line_holders_convicted_percent": per_cent(len(convicted), len(ended)),
        "modern_slavery_defendants": len({r["Person No"] for r in slavery}),
        "modern_slavery_charges": len(slavery),
        "earlier_violence_percent": per_cent(len(violent), len(trafficked)),
    }
