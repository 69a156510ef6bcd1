"""A published series as rows: for CSV, for JSON, and for whoever reads them by program."""

import csv
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

from clewline.bulletin.claim import plain
from clewline.bulletin.safe import spreadsheet_safe
from clewline.bulletin.series import PublishedSeries, Report
from clewline.record import FileLine, Source

COLUMNS = (
    "period_start",
    "period_end",
    "since",
    "frame",
    "publisher",
    "body",
    "scope",
    "indicator",
    "value",
    "unit",
    "relation",
    "qualifiers",
    "part",
    "as_stated",
    "unread",
    "release",
    "published_on",
    "address",
    "entry",
    "file",
    "line",
    "text",
    "quote_start",
    "quote_end",
    "marks",
)


def rows(series: PublishedSeries, sources: Mapping[str, Source]) -> Iterator[dict[str, Any]]:
    """Yield a row for each value: its words, its entries, and the line and characters that they rest on."""
    for report in series.reports:
        yield {**_stated(report), **_place(report, sources), "marks": list(series.marks_of(report))}


def as_json(series: PublishedSeries, sources: Mapping[str, Source]) -> dict[str, Any]:
    """Return the series as plain data; the numbers in `marks` of a value are those of the contradictions."""
    values = [
        {**row, "value": plain(report.stated.value)}
        for row, report in zip(rows(series, sources), series.reports, strict=True)
    ]
    return {
        "indicator": series.indicator,
        "values": values,
        "contradictions": [
            {
                "number": number,
                "kind": mark.kind,
                "sentence": mark.sentence,
                "entries": [entry for r in mark.reports for entry in r.entries],
            }
            for number, mark in enumerate(series.marks, start=1)
        ],
        "notes": list(dict.fromkeys(s.note for s in series.strands if s.note)),
    }


def write_csv(series: PublishedSeries, sources: Mapping[str, Source], out: TextIO) -> None:
    """Write the values; no text among them can be taken for a formula."""
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    for row in rows(series, sources):
        said = {name: "; ".join(map(str, v)) if isinstance(v, list) else v for name, v in row.items()}
        writer.writerow({name: spreadsheet_safe(value) for name, value in said.items()})


def _stated(report: Report) -> dict[str, Any]:
    stated = report.stated
    return {
        "period_start": report.start,
        "period_end": report.end,
        "since": stated.since,
        "frame": report.frame,
        "publisher": stated.publisher,
        "body": stated.body or stated.said_of,
        "scope": stated.scope,
        "indicator": stated.indicator,
        "value": f"{stated.value.normalize():f}",
        "unit": stated.unit,
        "relation": stated.relation,
        "qualifiers": list(stated.qualifiers),
        "part": stated.part,
        "as_stated": stated.as_stated,
        "unread": stated.unread,
        "release": stated.release,
        "published_on": stated.published_on,
        "address": stated.address,
    }


def _place(report: Report, sources: Mapping[str, Source]) -> dict[str, Any]:
    source = sources.get(report.entries[0])
    line = source if isinstance(source, FileLine) else None
    return {
        "entry": list(report.entries),
        "file": line.sha256 if line else None,
        "line": line.line if line else None,
        "text": report.stated.text,
        "quote_start": report.stated.quote_start,
        "quote_end": report.stated.quote_end,
    }
