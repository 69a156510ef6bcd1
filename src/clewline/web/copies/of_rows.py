"""Rows of a line's phone records as what is copied: under pseudonyms, as the page shows them."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.http import QueryDict

from clewline.errors import BadInput, NotFound
from clewline.output import line_words
from clewline.output.copies import Holds, Place
from clewline.output.copies.copy import PSEUDONYMS
from clewline.output.line_panels import mark_title
from clewline.web.asked import Asker
from clewline.web.copies.held import Held, Source
from clewline.web.line.addresses import of_line
from clewline.web.line.forms import Period
from clewline.web.line.shown import heading, with_whom
from clewline.workflow.case_lines import about
from clewline.workflow.line import line_of, record_rows

COLUMNS = (
    "Time",
    "The use may be earlier",
    "Phone",
    "What",
    "With",
    "Cell",
    "Azimuth",
    "Latitude of the site",
    "Longitude of the site",
    "Exhibit",
    "Line of the file",
    "File (SHA-256)",
)


def rows(asker: Asker, case: str, given: QueryDict) -> Source:
    """Return the rows behind a mark of a line; that they were asked for, and written, are entries of the case."""
    one = about(asker.person, asker.today, case, given.get("subject", ""))
    if not one.with_records:
        raise NotFound("There is no such page.")
    asked = {name: str(given[name]) for name in ("mark", "first", "last") if given.get(name)}
    mark = asked.get("mark", "uses")

    def hold() -> Held:
        period = Period(asked)
        if not period.is_valid():
            raise BadInput("These days make no sense; go back and choose them again.")
        first, last = period.days
        found = line_of(
            case,
            one.with_records,
            start=first,
            end=last,
            shown="copy",
            rows=mark,
            by=asker.person.login,
            at=asker.at,
        )
        most = settings.COPY_MOST
        some, count = found.open(mark, most), found.count(mark)

        def told() -> Iterator[dict[str, Any]]:
            for row in some:
                yield {
                    "Time": row.at.isoformat(sep=" ", timespec="seconds"),
                    "The use may be earlier": "" if row.dates == "exactly" else "yes",
                    "Phone": row.phone,
                    "What": line_words.use_words(row),
                    "With": with_whom(row, revealed=False),
                    "Cell": line_words.cell_words(row),
                    "Azimuth": row.azimuth,
                    "Latitude of the site": row.lat,
                    "Longitude of the site": row.lon,
                    "Exhibit": row.ref.exhibit or "",
                    "Line of the file": row.ref.line,
                    "File (SHA-256)": row.ref.sha256,
                }

        def places() -> Iterator[Place]:
            for row in some:
                if row.lat is not None and row.lon is not None:
                    part = f"/{row.ref.part}" if row.ref.part > 1 else ""
                    yield Place(
                        id=f"{row.ref.sha256[:12]}/{row.ref.line}{part}",
                        title=f"{line_words.use_words(row)} {with_whom(row, revealed=False)}".strip(),
                        where=line_words.cell_words(row),
                        day=row.at.date(),
                        point=(row.lat, row.lon),
                        says={
                            "time": row.at.isoformat(sep=" ", timespec="seconds"),
                            "phone": row.phone,
                            "from": line_words.ref_words(row.ref),
                        },
                    )

        return Held(
            columns=COLUMNS,
            rows=told,
            count=len(some),
            cut=count > len(some),
            places=places,
            notes=(mark_title(found, mark) + ".", line_words.LIMITS, PSEUDONYMS),
            written=lambda hashed: record_rows(found, hashed, by=asker.person.login, at=asker.at),
        )

    return Source(
        title=f"Rows of {heading(one)[0].lower()}{heading(one)[1:]}",
        case=case,
        subject=one.subject,
        asked=asked,
        back=of_line("line_rows", case, one.subject, asked),
        hold=hold,
        holds=frozenset((Holds.ROWS, Holds.PLACES)),
    )
