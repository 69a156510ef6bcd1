"""A week and its programme, written as a bulletin for the tests of what bulletins say."""

from datetime import date
from decimal import Decimal

from weeks_made import counted, week_of

from clewline.bulletin.write.bulletin import Bulletin, Style
from clewline.bulletin.write.corrections import Correction
from clewline.bulletin.write.write import write

SINCE = {"start": date(2019, 11, 1)}
WEEK = (
    counted("arrests", 212),
    counted("arrests", 24, part="of children"),
    counted("people_charged", 105),
    counted("lines_closed", 77),
    counted("people_safeguarded", 174),
    counted("cash_seized", "612345.67"),
    counted("drugs_seized_value", 512_330),
)
PROGRAMME = (
    counted("people_safeguarded", 4_200, **SINCE),
    counted("arrests", 8_312, **SINCE),
    counted("people_charged", 65, part="with modern slavery", **SINCE),
    counted("line_holders_arrested", 1_101, **SINCE),
    counted("line_holders_charged", "88.1", **SINCE),
    counted("line_holders_convicted", 94, **SINCE),
    counted("prior_arrest_rate", 61, start=date(2022, 4, 1)),
)


def written(style: Style = "release", **more: object) -> Bulletin:
    week = week_of(*WEEK, since=date(2019, 11, 1), programme=PROGRAMME)
    return write(week, style=style, body="Northmoor Police", **more)  # type: ignore[arg-type]  # a test's own


def said(bulletin: Bulletin, kind: str) -> list[str]:
    return [p.text for p in bulletin.paragraphs if p.kind == kind]


def correction(**more: object) -> Correction:
    days = {"start": date(2022, 10, 3), "end": date(2022, 10, 9)}
    facts = {"counted": counted("arrests", 249, **days), "was": Decimal(240), "was_relation": "exactly"}
    return Correction(**{**facts, "reasons": ("late entry",), **more})  # type: ignore[arg-type]  # a test's own
