"""A small record for the tests of a week's output: two forces, three files, and what was published."""

import io
import re
from datetime import UTC, date, datetime
from decimal import Decimal
from html.parser import HTMLParser

import typer
from rich.console import Console
from typer.testing import CliRunner, Result

from clewline.bulletin.week import Week
from clewline.cli.week import week
from clewline.errors import ClewlineError
from clewline.output import table
from clewline.workflow.open import cases_of, numbers
from clewline.workflow.week import count_week

CUSTODY, REGISTER, PRESS = "ab" * 32, "cd" * 32, "ef" * 32
STORY = f"""
B1: on 2023-03-05 received {CUSTODY}, sha256 {CUSTODY}, file custody.csv, size 3, mapping custodian; in batch B1
B1:2: on 2023-02-27 arrest C1, force metropolitan, person metropolitan/P1, age 31, sex male; \
from file {CUSTODY} line 2; in batch B1
B1:3: on 2023-03-01 arrest C2, force metropolitan, person metropolitan/P2, age 16, sex female; \
from file {CUSTODY} line 3; in batch B1
B1:4: on 2023-03-01 arrest C2, force kent, person kent/901, age 16, sex female; \
from file {CUSTODY} line 4; in batch B1
B1:5: on 2023-01-09 arrest C3, force kent, person kent/902, age 40, sex male; \
from file {CUSTODY} line 5; in batch B1
B1:6: on 2023-03-02 charge H1, force metropolitan, person metropolitan/P1, offence MD71130, arrest C1; \
from file {CUSTODY} line 6; in batch B1
B2: on 2023-03-05 received {REGISTER}, sha256 {REGISTER}, file "=cmd|'/c calc'!A0.xlsx", size 3, \
mapping quartermaster; in batch B2
B2:1.2: on 2023-01-02 role R1, person metropolitan/P1, line L1, role line holder, basis attribution report, \
force metropolitan; from file {REGISTER} line 2 sheet Roles; in batch B2
B2:2.2: on 2023-03-01 line closure Z1, force metropolitan, line L1, type Type 1; \
from file {REGISTER} line 2 sheet Closures; in batch B2
B2:2.3: on 2022-12-30 line closure Z2, force metropolitan, line L2, type Type 2; \
from file {REGISTER} line 3 sheet Closures; in batch B2
B2:3.2: on 2023-03-03 cash seizure X1, force metropolitan, currency GBP, amount 1284.5; \
from file {REGISTER} line 2 sheet Cash; in batch B2
B2:3.3: on 2023-03-03 cash seizure X2, force metropolitan, currency EUR, amount 450; \
from file {REGISTER} line 3 sheet Cash; in batch B2
B3: on 2023-03-05 received {PRESS}, sha256 {PRESS}, file press.csv, size 3, mapping press; in batch B3
B3:2: on 2023-02-27 published P1, release M3, publisher metropolitan, scope force, indicator arrests, value 2, \
unit people, relation exactly, as stated "=2+2", period start 2023-02-27, period end 2023-03-05, \
body metropolitan; from file {PRESS} line 2; in batch B3
B3:3: on 2023-02-27 published P2, release M3, publisher metropolitan, scope force, indicator lines_closed, \
value 5, unit lines, relation exactly, as stated "5 <b>lines</b>", period start 2023-02-27, \
period end 2023-03-05, body metropolitan; from file {PRESS} line 3; in batch B3
B3:4: on 2023-02-27 published P3, release M3, publisher metropolitan, scope force, indicator vehicles_seized, \
value 3, unit items, relation exactly, as stated "3 cars\\u001b[31m", period start 2023-02-27, \
period end 2023-03-05, body metropolitan; from file {PRESS} line 4; in batch B3
"""
AS_OF = datetime(2023, 3, 6, 9, 0, tzinfo=UTC)
WEEK = ("2023-02-27", "--as-of", "2023-03-06T09:00:00")


def run(*words: str) -> Result:
    app = typer.Typer()
    app.command()(week)
    result = CliRunner().invoke(app, words)
    if isinstance(result.exception, ClewlineError):
        raise result.exception
    assert result.exception is None, result.exception
    return result


def counted(**said: object) -> Week:
    period = {"start": date(2023, 2, 27), "end": date(2023, 3, 5), "as_of": AS_OF}
    return count_week(**{**period, **said})  # type: ignore[arg-type]  # the shared fields are a dict


def lines_of(week: Week) -> dict[str, Decimal | None]:
    """The programme's numbers, by figure, as the first definition of each counts them."""
    return {
        c.figure.name: c.value
        for c in numbers(week)
        if c.start == week.since and not c.qualifiers and c.definition is c.figure.definitions[0]
    }


def printed(week: Week, *, width: int, **said: bool) -> str:
    out = io.StringIO()
    table.print_week(week, Console(file=out, width=width), cases=cases_of(week), **said)
    return out.getvalue()


class Page(HTMLParser):
    """Reads ids, links, headings and text, and every address that a browser might fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.append(tag)
        if "id" in said:
            self.ids.append(said["id"] or "")
        if tag == "a":
            self.links.append(said["href"] or "")
        self.fetched += [v or "" for k, v in attrs if k in ("src", "srcset", "xlink:href", "action")]
        if tag in ("link", "script", "iframe", "img", "object"):
            self.fetched.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.text += data
