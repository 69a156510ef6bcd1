"""Each format is read back by a reader of another make: every row is there, and nothing is a formula."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from zipfile import ZipFile

import fastexcel
import networkx  # type: ignore[import-untyped]  # it publishes no types
import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from clewline.bulletin.safe import spreadsheet_safe
from clewline.case.links import Link, Links, Sort, Thing
from clewline.errors import BadInput
from clewline.output.copies import FORMATS, Copy, Face, Place
from clewline.output.copies.cells import cell, is_phone
from clewline.output.words import printable

PHONE = "+447700900123"
FACE = Face(
    title="=Time line of case K1",
    case="K1",
    asked="kind: arrest",
    made_at=datetime(2026, 1, 2, 3, 4, tzinfo=UTC),
    made_by="Moss (officer)",
    made_for="=HYPERLINK()",
    reason="@court",
    rows=3,
    cut=True,
    notes=("A note.",),
)
STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", "|", "%")
nasty = st.one_of(
    st.builds(lambda a, b: a + b, st.sampled_from([*STARTS, "x;=", 'a;"=', " ="]), st.text(max_size=8)),
    st.text(max_size=12),
    st.just(PHONE),
    st.just(f"{PHONE}, +447700900124"),
)
rows = st.lists(
    st.fixed_dictionaries({"Text": nasty, "Day": st.just(date(2025, 9, 1)), "Amount": st.integers(-9, 9)}),
    min_size=1,
    max_size=4,
)


def made(form: str, **holds: object) -> bytes:
    out = io.BytesIO()
    given_ = {"face": FACE, "columns": ("Text", "Day", "Amount"), "rows": list} | holds
    count = FORMATS[form].write(Copy(**given_), out)  # type: ignore[arg-type]  # as each test gives it
    assert isinstance(count, int)
    return out.getvalue()


def formula(text: str) -> bool:
    """Return whether a cell begins one, told apart from how it is written: by the first character that is seen."""
    seen = re.sub(r"^[\s\u200b\ufeff\u00a0]+", "", text)
    return seen.startswith(STARTS)


@given(rows)
@settings(max_examples=60, deadline=None)
def test_a_csv_holds_every_row_and_no_formula(some: list[dict[str, object]]) -> None:
    content = made("csv", rows=lambda: some).decode("utf-8-sig")
    read = list(csv.DictReader(io.StringIO(content)))
    assert [row["Text"] for row in read] == [cell(row["Text"]) for row in some]
    assert [row["Amount"] for row in read] == [str(row["Amount"]) for row in some]
    for row in read:
        assert not formula(row["Text"])
        assert "because: '@court" not in row["Copy"].casefold() and "Made for" in row["Copy"]
        # Read as a spreadsheet of another country reads it, where a semicolon begins a cell.
        assert not any(
            formula(part.lstrip("\"' ")) and not part.strip('" ').startswith("'")
            for part in row["Text"].split(";")
        )


def test_a_telephone_number_stays_usable() -> None:
    assert cell(PHONE) == f"tel:{PHONE}"
    assert cell(f"{PHONE}, +44123") == f"tel:{PHONE}, tel:+44123"
    assert cell("+44 rang") == "'+44 rang" and cell("+1+1") == "'+1+1"
    assert is_phone(PHONE) and not is_phone("+1+1")


@given(rows)
@settings(max_examples=25, deadline=None)
def test_a_workbook_holds_every_row_as_text(some: list[dict[str, object]]) -> None:
    content = made("xlsx", rows=lambda: some)
    book = fastexcel.read_excel(content)
    assert book.sheet_names == ["About this copy", "Rows"]
    read = book.load_sheet("Rows", dtypes={"Text": "string"}).to_arrow().to_pylist()
    told = [str(printable(str(row["Text"]))) for row in some]
    assert [row["Text"] or "" for row in read] == told
    sheets = [ZipFile(io.BytesIO(content)).read(f"xl/worksheets/sheet{n}.xml") for n in (1, 2)]
    assert not any(b"<f" in sheet.replace(b"<formatPr", b"") for sheet in sheets)


@st.composite
def places(draw: st.DrawFn) -> list[Place]:
    return [
        Place(
            id=f"e{number}",
            title=draw(nasty),
            where=draw(nasty),
            day=draw(st.sampled_from([None, date(2025, 9, 1)])),
            point=draw(st.sampled_from([None, (51.5, -0.1)])),
            says={"entry": f"e{number}"},
        )
        for number in range(draw(st.integers(1, 4)))
    ]


@given(places())
@settings(max_examples=40, deadline=None)
def test_places_are_features_and_placemarks(some: list[Place]) -> None:
    read = json.loads(made("geojson", places=lambda: some))
    assert read["copy"]["case"] == "K1" and [one["id"] for one in read["features"]] == [
        one.id for one in some
    ]
    for one, feature in zip(some, read["features"], strict=True):
        assert (feature["geometry"] is None) == (one.point is None)
        assert one.point is None or feature["geometry"]["coordinates"] == [-0.1, 51.5]
        assert not any(formula(text) and not is_phone(text) for text in feature["properties"].values())
    root = etree.fromstring(made("kml", places=lambda: some))
    marks = root.findall(".//{*}Placemark")
    assert len(marks) == sum(one.point is not None for one in some)
    assert {mark.findtext(".//{*}coordinates") for mark in marks} <= {"-0.100000,51.500000"}
    assert "K1" in str(root.findtext(".//{*}description")) and root.find(".//{*}address") is None


def things() -> Links:
    some = [
        Thing(sort=Sort.PERSON, id="kent/1", name="=Ada", protect_first=True),
        Thing(sort=Sort.LINE, id="L1", name="@Lamp"),
        Thing(sort=Sort.NUMBER, id=PHONE),
        *(
            Thing(sort=sort, id=f"-{sort}")
            for sort in Sort
            if sort not in (Sort.PERSON, Sort.LINE, Sort.NUMBER)
        ),
    ]
    first = Link(
        one=some[0].key,
        what="runner (as kent says)",
        other=some[1].key,
        entries=("a1", "a2"),
        count=2,
        first=date(2025, 9, 1),
        last=date(2025, 9, 4),
    )
    again = Link(one=some[0].key, what="Charge", other=some[1].key, entries=("a3",), count=1)
    rest = (Link(one=some[2].key, what="in touch with", other=one.key, mark="m", count=3) for one in some[3:])
    return Links(things={one.key: one for one in some}, links=(first, again, *rest))


def test_a_flat_csv_has_a_row_for_each_link() -> None:
    links = things()
    read = list(csv.DictReader(io.StringIO(made("links", links=lambda: links).decode())))
    assert len(read) == len(links.links)
    assert read[0] | {"Copy": ""} == {
        "Source": "'=Ada (kent/1)",
        "Source type": "person",
        "Source note": "Protection first",
        "Target": "'@Lamp (L1)",
        "Target type": "line",
        "Target note": "",
        "Link": "runner (as kent says)",
        "First": "2025-09-01",
        "Last": "2025-09-04",
        "Count": "2",
        "Rests on": "entries",
        "Entries": "a1 a2",
        "Copy": "",
    }
    assert {row["Source"] for row in read[2:]} == {f"tel:{PHONE}"}
    assert not any(formula(text) for row in read for text in row.values())


def test_a_graph_has_every_thing_and_every_link() -> None:
    links = things()
    content = made("gexf", links=lambda: links)
    read = networkx.read_gexf(io.BytesIO(content))
    assert set(read.nodes) == set(links.things) and read.number_of_edges() == len(links.links)
    assert read.nodes["person:kent/1"]["note"] == "Protection first"
    assert read.nodes[f"number:{PHONE}"]["label"] == f"tel:{PHONE}"
    labels = [
        *(one["label"] for _, one in read.nodes(data=True)),
        *(e["label"] for *_, e in read.edges(data=True)),
    ]
    assert not any(map(formula, labels))
    assert "@court" in str(etree.fromstring(content).findtext("{*}meta/{*}description"))


def entities() -> Iterator[dict[str, object]]:
    links = things()
    yield from map(json.loads, made("ftm", links=lambda: links).splitlines())


def test_entities_follow_the_money_and_call_nobody_a_criminal() -> None:
    read = list(entities())
    assert len(read) == 1 + len(things().things) + len(things().links)
    assert len({one["id"] for one in read}) == len(read)
    ids, ends = {one["id"] for one in read}, []
    for one in read:
        said = one["properties"]
        assert isinstance(said, dict) and "topics" not in said
        ends += said.get("subject", []) + said.get("object", [])
        assert not any(formula(text) and not is_phone(text) for values in said.values() for text in values)
    assert ends and ids.issuperset(ends)
    (number,) = (one for one in read if one["schema"] == "UserAccount" and PHONE in one["properties"]["name"])  # type: ignore[index]  # as above
    assert number["properties"]["username"] == [PHONE] and "number" not in number["properties"]  # type: ignore[index,operator]  # a made-up number
    person = next(one for one in read if one["schema"] == "Person")
    assert "Protection first: a child or a possible victim" in person["properties"]["notes"]  # type: ignore[index]  # as above


def test_a_number_of_a_range_in_use_is_a_telephone_number_to_other_programs() -> None:
    london = Thing(sort=Sort.NUMBER, id="+442079460123")
    illegible = Thing(sort=Sort.NUMBER, id="illegible")
    links = Links(things={one.key: one for one in (london, illegible)})
    _, first, second = map(json.loads, made("ftm", links=lambda: links).splitlines())
    assert first["properties"]["number"] == ["+442079460123"] and "number" not in second["properties"]


@pytest.mark.slow
def test_a_pdf_can_be_read_and_says_what_it_is() -> None:
    some = [{"Text": f"Rook number {n}", "Day": date(2025, 9, 1), "Amount": n} for n in range(40)]
    text = " ".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made("pdf", rows=lambda: some))).pages
    )
    text = " ".join(text.split())
    assert all(f"Rook number {n} " in text for n in range(40))
    for words in ("=Time line of case K1", "Moss (officer)", "@court", "kind: arrest", "there are more"):
        assert words in text


def test_a_pdf_of_very_many_rows_is_refused() -> None:
    with pytest.raises(BadInput, match="300 rows at most"):
        made("pdf", rows=lambda: ({"Text": str(n)} for n in range(301)))


@given(nasty)
@settings(max_examples=200, deadline=None)
def test_a_cell_is_safe_or_a_telephone_number(text: str) -> None:
    said = str(cell(text))
    assert said.startswith("tel:+") or said == spreadsheet_safe(printable(text))
    assert not formula(said)
